import { closestFew } from '../engine/closest.ts';
import { leading } from '../engine/matcher.ts';
import type { Suggestion } from '../reply.ts';
import type { Completion } from './command.ts';
import type { Library } from './library.ts';

const LEVELS = ['junior', 'mid', 'senior', 'lead'];

/**
 * Completions while somebody types: questions ranked by the matcher, names by likeness. Each entry or name stands once, whatever its aliases.
 * @param typed what stands in the field so far; nothing for the first offers
 */
export function suggest(completes: Completion, typed: string, most: number, library: Library): Suggestion[] {
  const { knowledge } = library;
  const text = typed.trim();
  switch (completes) {
    case 'question':
      return questions(text, most, library);
    case 'skill': {
      const names = named(text, knowledge.skills, most);
      return names.map(name => ({ label: name, command: { name: 'skill', input: { name } } }));
    }
    case 'goal': {
      const names = named(text, [...knowledge.tracks, ...knowledge.skills], most);
      return names.map(name => ({ label: name, command: { name: 'path', input: { goal: name } } }));
    }
    case 'theme': {
      const names = named(
        text,
        knowledge.themes.map(theme => ({ name: theme.title, aliases: [theme.id] })),
        most,
      );
      return names.map(name => ({ label: name, command: { name: 'topics', input: { theme: name } } }));
    }
    case 'level': {
      const names = LEVELS.filter(level => level.startsWith(text.toLowerCase()));
      return names.map(level => ({ label: level, command: { name: 'pay', input: { level } } }));
    }
    case 'stack': {
      const names = named(text, stacks(library), most);
      return names.map(name => ({ label: name, command: { name: 'pay', input: { stack: name } } }));
    }
  }
}

function questions(text: string, most: number, library: Library): Suggestion[] {
  const { entries } = library.knowledge;
  if (text === '') return entries.slice(0, most).map(entry => ({ label: entry.question, topic: entry.id }));
  const { matcher } = library;
  const ranking = matcher.rank(text);
  const isEntry = (at: number): boolean => matcher.labels[at]!.role === 'entry' && ranking.scores[at]! > 0;
  const ranked = leading(ranking.scores, most, isEntry).map(at => matcher.labels[at]!.id);
  // An unfinished last word has no features of its own yet: let the beginning of a question's words count first.
  const last = text.toLowerCase().split(/\s+/).at(-1) ?? '';
  const begun = entries
    .filter(entry =>
      entry.question
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .some(word => word.startsWith(last)),
    )
    .map(entry => entry.id);
  const ids = ranking.coverage > 0.5 ? [...ranked, ...begun] : [...begun, ...ranked];
  return [...new Set(ids)].slice(0, most).flatMap(id => {
    const entry = library.entry(id);
    return entry ? [{ label: entry.question, topic: id }] : [];
  });
}

/** Stacks and places that some pay figure is about. */
function stacks(library: Library): { name: string; aliases: readonly string[] }[] {
  const { figures, skills, tracks } = library.knowledge;
  const pay = figures.filter(figure => figure.kind === 'pay');
  const ids = new Set(pay.flatMap(figure => figure.stack ?? []));
  const places = [...new Set(pay.map(figure => figure.place))].filter(place => /^\p{Lu}/u.test(place));
  return [...[...tracks, ...skills].filter(item => ids.has(item.id)), ...places.map(name => ({ name, aliases: [] }))];
}

/** Names that are what was typed, names that begin so, aliases that do, then what is merely like it. */
function named(text: string, items: readonly { name: string; aliases: readonly string[] }[], most: number): string[] {
  const lower = text.toLowerCase();
  const begins = (name: string): boolean => name.toLowerCase().startsWith(lower);
  const starting = [
    ...items.filter(item => item.name.toLowerCase() === lower),
    ...items.filter(item => begins(item.name)),
    ...items.filter(item => item.aliases.some(alias => alias.toLowerCase() === lower)),
    ...items.filter(item => item.aliases.some(begins)),
  ];
  const owners = new Map(items.flatMap(item => [item.name, ...item.aliases].map(name => [name, item.name])));
  const near = text.length < 2 ? [] : closestFew(text, [...owners.keys()], most * 3).map(name => owners.get(name)!);
  return [...new Set([...starting.map(item => item.name), ...near])].slice(0, most);
}
