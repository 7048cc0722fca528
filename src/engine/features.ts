import { CONCEPTS, hash, PAIRS, pair, SKIPS, WORDS } from './keys.ts';
import type { Word } from './word.ts';

export interface FeatureOptions {
  /** weight of a pair with one word between, against 1 for neighbours */
  readonly skip: number;
  /** weight of a group of like meaning, against 1 for the word itself */
  readonly concept: number;
}

/**
 * Features of one text in three views: words (stems and groups), pairs of words, runs of letters inside `_word_`.
 * Keys are 32-bit hashes. Those of the first two views stand there once, with how often they occur (fractional for weighted words);
 * letters stay with their word, because what they say together is worked out once for a word and not for every text (compare.ts).
 */
export interface Features {
  /** keys of words, then of pairs */
  readonly keys: Int32Array;
  readonly amounts: Float32Array;
  /** where the keys of words end */
  readonly words: number;
  /** keys of the runs of letters of each word; the same array for the same word */
  readonly letters: readonly Int32Array[];
  /** how much the letters of each word count */
  readonly counts: Float32Array;
}

/** An exact name is one letter feature where another word is about six: it counts as four (measured: half a point). */
const EXACT = 4;

const START = hash(WORDS, '^');
const END = hash(WORDS, '$');

/** Counts keys, each once, in the order in which they come. Typed arrays that are used again and again: several times faster than a Map. */
const SLOTS = 8192;
const slotKey = new Int32Array(SLOTS);
const slotRound = new Int32Array(SLOTS);
const slotPlace = new Int32Array(SLOTS);
const keyAt = new Int32Array(SLOTS);
const amountAt = new Float32Array(SLOTS);
/** A text of 4,000 characters has about 2,500 words, groups and pairs; what comes after is left out. */
const MOST_FEATURES = 6000;
let round = 0;
let size = 0;
/** A short text uses the first so many slots, which stay in the processor's cache; their number is a power of two. */
let slots = SLOTS;

function count(key: number, amount: number): void {
  let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & (slots - 1);
  while (slotRound[slot] === round && slotKey[slot] !== key) slot = (slot + 1) & (slots - 1);
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

/** A word with its groups (three are many) and two pairs. */
const OF_A_WORD = 6;

/** At least twice as many as there are features, as long as they are not too many. */
function slotsFor(words: number): number {
  let enough = 64;
  while (enough < 2 * OF_A_WORD * words && enough < SLOTS) enough *= 2;
  return enough;
}

/** Words as features. */
export function features(words: readonly Word[], options: FeatureOptions): Features {
  round += 1;
  size = 0;
  const length = words.length;
  const own = words.map(word => word.cut);
  slots = slotsFor(length);
  for (let at = 0; at < length; at++) count(own[at]!.stem, words[at]!.weight);
  for (const { concepts, weight } of words)
    for (const concept of concepts) count(hash(CONCEPTS, concept), weight * options.concept);
  const wordsEnd = size;

  // The edges of the text stand beside its first and its last word.
  for (let at = -1; at < length; at++) {
    const weight = (at < 0 ? 1 : words[at]!.weight) * (at + 1 < length ? words[at + 1]!.weight : 1);
    count(pair(PAIRS, at < 0 ? START : own[at]!.stem, at + 1 < length ? own[at + 1]!.stem : END), weight);
  }
  for (let at = -1; at + 1 < length; at++) {
    const weight = (at < 0 ? 1 : words[at]!.weight) * (at + 2 < length ? words[at + 2]!.weight : 1) * options.skip;
    count(pair(SKIPS, at < 0 ? START : own[at]!.stem, at + 2 < length ? own[at + 2]!.stem : END), weight);
  }

  const counts = new Float32Array(length);
  for (let at = 0; at < length; at++) counts[at] = words[at]!.exact ? words[at]!.weight * EXACT : words[at]!.weight;
  return {
    keys: keyAt.slice(0, size),
    amounts: amountAt.slice(0, size),
    words: wordsEnd,
    letters: own.map(({ letters }) => letters),
    counts,
  };
}

/** The features of a text that a person can read, with their keys: words, groups of like meaning, and pairs of neighbours. */
export function namedFeatures(words: readonly Word[]): { name: string; key: number }[] {
  const stems = words.map(word => word.cut.stem);
  const named = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    named.set(word.text, stems[at]!);
    for (const concept of word.concepts) named.set(`(${concept})`, hash(CONCEPTS, concept));
    const next = words[at + 1];
    if (next) named.set(`${word.text} ${next.text}`, pair(PAIRS, stems[at]!, stems[at + 1]!));
  }
  return [...named].map(([name, key]) => ({ name, key }));
}
