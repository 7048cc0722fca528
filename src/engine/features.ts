import { stem } from './text.ts';

/** One word of a question as the matcher sees it. */
export interface Word {
  /** lower case, after spelling and vocabulary */
  readonly text: string;
  /** how much it counts, 0 to 1: a corrected word counts less than one that was typed so */
  readonly weight: number;
  /** exact names (java, c#) are not cut into letters, so that they never look like their neighbours (javascript, css) */
  readonly exact?: boolean;
  /** groups of like meaning that the word belongs to (salary, wage, pay) */
  readonly concepts?: readonly string[];
}

/** The three ways in which a text is seen. Each is scaled on its own before they are joined. */
export const VIEWS = ['words', 'pairs', 'letters'] as const;

export interface FeatureOptions {
  /** weight of a pair with one word between, against 1 for neighbours */
  readonly skip: number;
  /** weight of a group of like meaning, against 1 for the word itself */
  readonly concept: number;
  /** lengths of the letter runs */
  readonly runs: readonly number[];
}

/** Features of one text: 32-bit keys and how often each occurs (fractional for weighted words), one map per view. */
export type Features = readonly [Map<number, number>, Map<number, number>, Map<number, number>];

const WORDS = 0x811c9dc5;
const PAIRS = 0x3c6ef372;
const SKIPS = 0x1f83d9ab;
const LETTERS = 0x5be0cd19;
const CONCEPTS = 0x510e527f;

/** FNV-1a over UTF-16 units. With a million features about 120 pairs share a key, which changes nothing that can be measured. */
function hash(seed: number, text: string, from = 0, to = text.length): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return (value ^ (value >>> 15)) >>> 0;
}

function hashTwo(seed: number, first: string, second: string): number {
  let value = hash(seed, first);
  value = Math.imul(value ^ 32, 0x01000193);
  return hash(value, second);
}

function count(view: Map<number, number>, key: number, amount: number): void {
  view.set(key, (view.get(key) ?? 0) + amount);
}

/**
 * Words as features: stems; pairs of neighbouring stems with the sentence's edges, and pairs with one word between;
 * runs of letters inside `_word_`.
 */
export function features(words: readonly Word[], options: FeatureOptions): Features {
  const singles = new Map<number, number>();
  const pairs = new Map<number, number>();
  const letters = new Map<number, number>();
  const stems = ['^', ...words.map(word => stem(word.text)), '$'];
  const weights = [1, ...words.map(word => word.weight), 1];
  for (let at = 1; at < stems.length - 1; at++) count(singles, hash(WORDS, stems[at]!), weights[at]!);
  if (options.concept > 0) {
    for (const word of words)
      for (const concept of word.concepts ?? []) count(singles, hash(CONCEPTS, concept), word.weight * options.concept);
  }
  for (let at = 0; at + 1 < stems.length; at++) {
    count(pairs, hashTwo(PAIRS, stems[at]!, stems[at + 1]!), weights[at]! * weights[at + 1]!);
  }
  if (options.skip > 0) {
    for (let at = 0; at + 2 < stems.length; at++) {
      count(pairs, hashTwo(SKIPS, stems[at]!, stems[at + 2]!), weights[at]! * weights[at + 2]! * options.skip);
    }
  }
  for (const word of words) {
    const padded = `_${word.text}_`;
    if (word.exact) {
      count(letters, hash(LETTERS, padded), word.weight);
      continue;
    }
    for (const length of options.runs) {
      for (let at = 0; at + length <= padded.length; at++) count(letters, hash(LETTERS, padded, at, at + length), word.weight);
    }
  }
  return [singles, pairs, letters];
}
