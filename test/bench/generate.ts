import { seededRandom } from '../../src/engine/random.ts';
import type { Group } from './contestant.ts';

/** Alternates of each generated entry. */
export const ALTERNATES = 25;

const FRAMES = [
  'how do i * with *',
  'what is the best * for *',
  'should i * or *',
  'is it worth * before *',
  'can you tell me about * and *',
  'why does my * need *',
  'i want to * but *',
  'how long does * take for *',
  'when is * better than * and *',
  'do people still * with * in a *',
  'any advice on * for a * who wants *',
  'what happens if * without *',
  '* or *',
  'help with *',
];
const BEGINNINGS = ['b', 'c', 'd', 'f', 'g', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'st', 'tr', 'pl', 'gr', 'ch'];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ea', 'ou'];
const ENDS = ['', 'n', 'r', 't', 's', 'ck', 'ing', 'er', 'ment', 'al'];

/** Words that an entry is about. */
const TOPIC = 8;
/** Every third blank holds a word that any entry may use: real questions overlap. */
const SHARED = 1 / 3;

/**
 * Knowledge of a given size, and questions to it that stand in no line. A question is a frame of everyday words with the words of its entry,
 * and words that every entry uses, in the blanks; the words are made up and as frequent as words are (1 / rank).
 */
export function generate(alternates: number, questions: number, seed = 1): { groups: Group[]; questions: string[] } {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const words = vocabulary(Math.round(200 + 20 * Math.sqrt(alternates)), pick);
  // Rank by the inverse of the cumulated 1 / rank.
  const common = (): string => words[Math.floor(words.length ** random()) - 1]!;
  const topics = Array.from({ length: Math.max(1, Math.round(alternates / ALTERNATES)) }, () =>
    Array.from({ length: TOPIC }, () => pick(words)),
  );
  const compose = (topic: readonly string[]): string =>
    pick(FRAMES).replace(/\*/g, () => (random() < SHARED ? common() : `${pick(topic)} ${pick(topic)}`));
  const taken = new Set<string>();
  const line = (topic: readonly string[]): string => {
    let made = compose(topic);
    while (taken.has(made)) made = compose(topic);
    taken.add(made);
    return made;
  };
  const groups = topics.map(
    (topic, at): Group => ({
      id: `entry-${at + 1}`,
      role: 'entry',
      lines: Array.from({ length: Math.min(ALTERNATES, alternates) }, () => line(topic)),
    }),
  );
  return { groups, questions: Array.from({ length: questions }, () => line(pick(topics))) };
}

function vocabulary(size: number, pick: <T>(list: readonly T[]) => T): string[] {
  const words = new Set<string>();
  while (words.size < size) words.add(pick(BEGINNINGS) + pick(VOWELS) + pick(BEGINNINGS) + pick(VOWELS) + pick(ENDS));
  return [...words];
}
