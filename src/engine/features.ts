import { stem } from './text.ts';

/** One word of a question as the matcher sees it. */
export interface Word {
  /** lower case, after spelling and vocabulary */
  readonly text: string;
  /** how much it counts: 1 as typed, less where it was put right, more where it was asked for on purpose */
  readonly weight: number;
  /** exact names (java, c#) are not cut into letters, so that they never look like their neighbours (javascript, css) */
  readonly exact?: boolean;
  /** groups of like meaning that the word belongs to (salary, wage, pay) */
  readonly concepts?: readonly string[];
}

export interface FeatureOptions {
  /** weight of a pair with one word between, against 1 for neighbours */
  readonly skip: number;
  /** weight of a group of like meaning, against 1 for the word itself */
  readonly concept: number;
  /** lengths of the letter runs */
  readonly runs: readonly number[];
}

/**
 * Features of one text in three views: words (stems and groups), pairs of words, runs of letters inside `_word_`.
 * Keys are 32-bit hashes, each once; amounts say how often it occurs, fractional for weighted words.
 */
export interface Features {
  readonly keys: Int32Array;
  readonly amounts: Float32Array;
  /** where each view ends: keys of view v are `ends[v - 1]` (0 for the first) to `ends[v]` */
  readonly ends: readonly [number, number, number];
}

/** An exact name is one letter feature where another word is about six: it counts as four (measured: half a point). */
const EXACT = 4;

const WORDS = 0x811c9dc5;
const PAIRS = 0x3c6ef372;
const SKIPS = 0x1f83d9ab;
const LETTERS = 0x5be0cd19;
const CONCEPTS = 0x510e527f;
const NUMBER = /^\p{N}/u;
const ANY_NUMBER = hash(CONCEPTS, '#number');

/** FNV-1a over UTF-16 units. With a million features about 120 pairs share a key, which changes nothing that can be measured. */
function hash(seed: number, text: string, from = 0, to = text.length): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

function hashTwo(seed: number, first: string, second: string): number {
  return hash(Math.imul(hash(seed, first) ^ 32, 0x01000193), second);
}

/** Counts keys, each once, in the order in which they come. Typed arrays that are used again and again: several times faster than a Map. */
const SLOTS = 8192;
const slotKey = new Int32Array(SLOTS);
const slotRound = new Int32Array(SLOTS);
const slotPlace = new Int32Array(SLOTS);
const keyAt = new Int32Array(SLOTS);
const amountAt = new Float32Array(SLOTS);
/** A text of 4,000 characters has about 5,000 features; what comes after is left out. */
const MOST_FEATURES = 6000;
let round = 0;
let size = 0;

function count(key: number, amount: number): void {
  let slot = Math.imul(key, 0x9e3779b1) >>> 19;
  while (slotRound[slot] === round && slotKey[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
  if (slotRound[slot] === round) {
    amountAt[slotPlace[slot]!]! += amount;
    return;
  }
  if (size >= MOST_FEATURES) return;
  slotRound[slot] = round;
  slotKey[slot] = key;
  slotPlace[slot] = size;
  keyAt[size] = key;
  amountAt[size] = amount;
  size += 1;
}

/** Words as features. */
export function features(words: readonly Word[], options: FeatureOptions): Features {
  round += 1;
  size = 0;
  const stems = ['^', ...words.map(word => stem(word.text)), '$'];
  const weights = [1, ...words.map(word => word.weight), 1];

  for (let at = 1; at < stems.length - 1; at++) count(hash(WORDS, stems[at]!), weights[at]!);
  for (const word of words)
    for (const concept of word.concepts ?? []) count(hash(CONCEPTS, concept), word.weight * options.concept);
  // Any number is like any other: "half of 36" and "a third of 90" ask the same.
  for (const word of words) if (NUMBER.test(word.text)) count(ANY_NUMBER, word.weight);
  const wordsEnd = size;

  for (let at = 0; at + 1 < stems.length; at++)
    count(hashTwo(PAIRS, stems[at]!, stems[at + 1]!), weights[at]! * weights[at + 1]!);
  for (let at = 0; at + 2 < stems.length; at++) {
    count(hashTwo(SKIPS, stems[at]!, stems[at + 2]!), weights[at]! * weights[at + 2]! * options.skip);
  }
  const pairsEnd = size;

  for (const word of words) {
    const padded = `_${word.text}_`;
    if (word.exact) count(hash(LETTERS, padded), word.weight * EXACT);
    else {
      for (const length of options.runs) {
        for (let at = 0; at + length <= padded.length; at++) count(hash(LETTERS, padded, at, at + length), word.weight);
      }
    }
  }
  return { keys: keyAt.slice(0, size), amounts: amountAt.slice(0, size), ends: [wordsEnd, pairsEnd, size] };
}

/** The features of a text that a person can read, with their keys: words, groups of like meaning, and pairs of neighbours. */
export function namedFeatures(words: readonly Word[]): { name: string; key: number }[] {
  const stems = words.map(word => stem(word.text));
  const named = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    named.set(word.text, hash(WORDS, stems[at]!));
    for (const concept of word.concepts ?? []) named.set(`(${concept})`, hash(CONCEPTS, concept));
    const next = words[at + 1];
    if (next) named.set(`${word.text} ${next.text}`, hashTwo(PAIRS, stems[at]!, stems[at + 1]!));
  }
  return [...named].map(([name, key]) => ({ name, key }));
}
