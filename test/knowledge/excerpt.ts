import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import type { SourceFile } from '../../src/knowledge/document.ts';

const own = (path: string): unknown =>
  parse(readFileSync(fileURLToPath(new URL(`../../knowledge/${path}`, import.meta.url)), 'utf8'));

type Item = Readonly<Record<string, unknown>>;

/** Lists inside an item cut to their first few, and references to what is not in the excerpt taken out. */
function cut(item: Item, kept: ReadonlySet<unknown>, references: readonly string[]): Item {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (!Array.isArray(value)) return [key, value];
      return [key, references.includes(key) ? value.filter(each => kept.has(each)) : value.slice(0, 3)];
    }),
  );
}

/** A few items of every kind from the project's own knowledge, as a folder that is whole in itself and quick to read. */
export function excerpt(): SourceFile[] {
  const theme = own('faq/start.yaml') as { title: string; entries: Item[] };
  const entries = theme.entries.slice(0, 3);
  const topics = new Set(entries.map(entry => entry['id']));
  const [topic] = topics;
  const about = (item: Item): Item => ({ ...item, topic });
  const sources = (own('sources.yaml') as Item[]).slice(0, 4);
  const known = new Set(sources.map(source => source['id']));
  const skills = (own('skills/database.yaml') as Item[]).slice(0, 4);
  const learnable = new Set(skills.map(skill => skill['id']));
  const tracks = (own('tracks.yaml') as Item[]).slice(0, 2);
  const figures = (own('pay.yaml') as Item[]).slice(0, 6);
  const vocabulary = own('vocabulary.yaml') as Record<string, unknown>;
  const firstOf = (name: string): Item =>
    Object.fromEntries(Object.entries((vocabulary[name] ?? {}) as Item).slice(0, 5));
  const few = (path: string): Item[] =>
    (own(path) as Item[]).slice(0, 2).map(item => cut(item, topics, ['related', 'next']));
  const files: Readonly<Record<string, unknown>> = {
    'faq/start.yaml': {
      title: theme.title,
      entries: entries.map(entry =>
        cut({ ...entry, sources: [...known] }, new Set([...topics, ...known]), ['related', 'sources']),
      ),
    },
    'handoffs.yaml': few('handoffs.yaml'),
    'out-of-scope.yaml': few('out-of-scope.yaml'),
    'pay.yaml': figures.map(figure => ({ ...cut(figure, topics, ['topics']), source: [...known][0] })),
    'skills/database.yaml': skills.map(skill => about(cut(skill, learnable, ['prerequisites', 'one_of']))),
    'smalltalk.yaml': few('smalltalk.yaml'),
    'sources.yaml': sources,
    'tracks.yaml': tracks.map(track => ({ ...about(track), skills: [...learnable] })),
    'vocabulary.yaml': { same: firstOf('same'), plain_english: firstOf('plain_english') },
  };
  return Object.entries(files).map(([path, value]) => ({ path, text: stringify(value) }));
}
