import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { render } from '../../adapters/terminal/render.ts';
import { type Advisor, createAdvisor } from '../../src/advisor.ts';
import type { Library } from '../../src/commands/library.ts';
import type { FigureRow, Reply } from '../../src/reply.ts';
import { ownLibrary } from '../library.ts';

/** One fact, where it is told. */
interface Told {
  /** numbers of facts, with spaces between them */
  readonly facts: string;
  readonly ask: string;
  readonly topic: string;
  /** label of the row of figures; the words must stand there */
  readonly row?: string;
  readonly words: readonly string[];
  /** how the row warns: old, undated, no source given */
  readonly marked?: string;
}

interface Facts {
  /** by how far they may be used: groups of facts that say the same */
  readonly facts: Readonly<Record<'ok' | 'careful' | 'outdated' | 'do-not-use', readonly string[]>>;
  readonly told: readonly Told[];
  readonly never: readonly { readonly facts: string; readonly words: readonly string[] }[];
}

const { facts, told, never } = parse(readFileSync(new URL('seed-facts.yaml', import.meta.url), 'utf8')) as Facts;
const numbers = (list: string): string[] => list.split(' ');
const plain = (text: string): string => text.replace(/\s+/g, ' ').toLowerCase();
const rowsOf = (reply: Reply): FigureRow[] =>
  reply.sections.flatMap(section => section.blocks.flatMap(block => (block.type === 'figures' ? block.rows : [])));
const textOf = (reply: Reply, row?: string): string => {
  if (row === undefined) return plain(render(reply));
  const found = rowsOf(reply).find(({ label }) => label === row);
  return found ? plain(Object.values(found).join(' ')) : '';
};

describe('what the five first articles say', () => {
  let library: Library;
  let advisor: Advisor;
  beforeAll(async () => {
    library = await ownLibrary();
    advisor = createAdvisor(library);
  });

  test('is 286 facts, 184 of them distinct, and all of them are listed once', () => {
    const groups = Object.values(facts).flat();
    const all = groups.flatMap(numbers);
    expect(groups).toHaveLength(184);
    expect(all).toHaveLength(286);
    expect(new Set(all).size).toBe(286);
  });

  test('is told somewhere, every fact of it that may be told', () => {
    const covered = new Set(told.flatMap(each => numbers(each.facts)));
    const missing = [...facts.ok, ...facts.careful, ...facts.outdated].filter(group =>
      numbers(group).some(fact => !covered.has(fact)),
    );
    expect(missing).toEqual([]);
    const known = new Set(Object.values(facts).flat().flatMap(numbers));
    expect([...covered].filter(fact => !known.has(fact))).toEqual([]);
  });

  test.each(told.map(each => [each.facts, each.ask, each] as const))(
    '%s: %s',
    (_, ask, { topic, row, words, marked }) => {
      const reply = advisor.ask(ask);
      expect(reply.kind).toBe('answer');
      expect(reply.topics[0]).toBe(topic);
      const text = textOf(reply, row);
      for (const word of [...words, ...(marked === undefined ? [] : [marked])]) expect(text).toContain(plain(word));
    },
  );

  test('when outdated, is marked and stands beside a figure of today', () => {
    const old = told.filter(each => facts.outdated.includes(each.facts));
    expect(old).toHaveLength(facts.outdated.length);
    for (const { ask, row, marked } of old) {
      expect(marked).toBe('old');
      const others = rowsOf(advisor.ask(ask)).filter(
        ({ label, note = '' }) => label !== row && !note.startsWith('old'),
      );
      expect(
        others.some(({ when }) => Number(when) >= 2024),
        row,
      ).toBe(true);
    }
  });

  test('without a year or source of its own, warns of it', () => {
    const unsupported = library.knowledge.figures.filter(figure => figure.standing === 'unsupported');
    const rows = told.filter(each => each.row !== undefined && each.marked !== 'old').map(each => each.row);
    expect(unsupported.map(figure => figure.label)).toEqual(expect.arrayContaining(rows));
  });

  test('is not told where it contradicts itself', () => {
    expect(never.map(each => each.facts)).toEqual(facts['do-not-use']);
    const { entries, figures, skills } = library.knowledge;
    const everything = plain(JSON.stringify([entries.map(({ answer }) => answer), figures, skills]));
    for (const word of never.flatMap(each => each.words)) expect(everything).not.toContain(plain(word));
    expect(
      figures.filter(figure => figure.value === 48 || figure.level?.some(level => String(level) === 'expert')),
    ).toEqual([]);
  });
});
