import { COMPANY, CONCEPTS, END, hash, PAIRS, pair, START } from './keys.ts';
import type { Word } from './word.ts';

export interface FeatureOptions {
  /** weight of two words that stand near each other in either order, against 1 for neighbours in their order; 0 leaves them out */
  readonly company: number;
  /** weight of a group of like meaning, against 1 for the word itself */
  readonly concept: number;
}

/**
 * Features of one text in three views: words (stems and groups), pairs of words, runs of letters inside `_word_`.
 * Keys are 32-bit hashes. Words and neighbours stand there once, with how often they occur (fractional for weighted words), and two words
 * that keep company as often as they do; letters stay with their word, because what they say together is worked out once for a word and not for every text (compare.ts).
 */
export interface Features {
  /** keys of words, of neighbours, and of pairs in company */
  readonly keys: Int32Array;
  readonly amounts: Float32Array;
  /** where the keys of words end, */
  readonly words: number;
  /** and where those of neighbours do; the rest keeps company */
  readonly neighbours: number;
  /** keys of the runs of letters of each word; the same array for the same word */
  readonly letters: readonly Int32Array[];
  /** how much the letters of each word count */
  readonly counts: Float32Array;
}

/** An exact name is one letter feature where another word is about six: it counts as four (measured: half a point). */
const EXACT = 4;

/** Counts keys, each once, in the order in which they come. Typed arrays that are used again and again: several times faster than a Map. */
const SLOTS = 8192;
const slotKey = new Int32Array(SLOTS);
const slotRound = new Int32Array(SLOTS);
const slotPlace = new Int32Array(SLOTS);
/** A text of 4,000 characters has about 2,000 words, groups and pairs, and 5,000 pairs in company; what comes after is left out. */
const MOST_COUNTED = 6000;
const MOST_FEATURES = 16_000;
const keyAt = new Int32Array(MOST_FEATURES);
const amountAt = new Float32Array(MOST_FEATURES);
let round = 0;
let size = 0;
/** A short text uses the first so many slots, which stay in the processor's cache; their number is a power of two. */
let slots = SLOTS;

/** @returns the place of the key among the features, -1 where there are too many */
function count(key: number, amount: number): number {
  let slot = Math.imul(key ^ (key >>> 15), 0x9e3779b1) & (slots - 1);
  while (slotRound[slot] === round && slotKey[slot] !== key) slot = (slot + 1) & (slots - 1);
  if (slotRound[slot] === round) {
    amountAt[slotPlace[slot]!]! += amount;
    return slotPlace[slot]!;
  }
  if (size >= MOST_COUNTED) return -1;
  slotRound[slot] = round;
  slotKey[slot] = key;
  slotPlace[slot] = size;
  keyAt[size] = key;
  amountAt[size] = amount;
  size += 1;
  return size - 1;
}

/** A word with its groups (three are many) and a neighbour. */
const OF_A_WORD = 5;

/** At least twice as many as there are features, as long as they are not too many. */
function slotsFor(words: number): number {
  let enough = 64;
  while (enough < 2 * OF_A_WORD * words && enough < SLOTS) enough *= 2;
  return enough;
}

/** How far two words may stand from each other to keep company (4 or 12: worse; README.md), */
const NEAR = 6;
/** and in a text of more words than these, where most of what stands apart has nothing to do with each other (as good as 6, and half the work). */
const LONG = { words: 40, near: 3 };

/** Words as features. */
export function features(words: readonly Word[], options: FeatureOptions): Features {
  round += 1;
  size = 0;
  const length = words.length;
  const own = words.map(word => word.cut);
  slots = slotsFor(length);
  const weights = new Float32Array(length);
  for (let at = 0; at < length; at++) weights[at] = count(own[at]!.stem, words[at]!.weight);
  for (let at = 0; at < length; at++) weights[at] = words[at]!.weight * repeated(weights[at]!);
  for (const { concepts, weight } of words)
    for (const concept of concepts) count(hash(CONCEPTS, concept), weight * options.concept);
  const wordsEnd = size;

  // The edges of the text stand beside its first and its last word.
  for (let at = -1; at < length; at++) {
    const weight = (at < 0 ? 1 : words[at]!.weight) * (at + 1 < length ? words[at + 1]!.weight : 1);
    count(pair(PAIRS, at < 0 ? START : own[at]!.stem, at + 1 < length ? own[at + 1]!.stem : END), weight);
  }
  const neighboursEnd = size;
  const near = options.company > 0 ? nearIn(length) : 0;
  for (let at = 0; at < length; at++) {
    const { stem } = own[at]!;
    const weight = weights[at]! * options.company;
    const end = Math.min(length, at + near + 1, at + 1 + MOST_FEATURES - size);
    for (let other = at + 1; other < end; other++) {
      keyAt[size] = inEitherOrder(stem, own[other]!.stem);
      amountAt[size] = weight * weights[other]!;
      size += 1;
    }
  }

  for (let at = 0; at < length; at++) if (words[at]!.exact) weights[at]! *= EXACT;
  return {
    keys: keyAt.slice(0, size),
    amounts: amountAt.slice(0, size),
    words: wordsEnd,
    neighbours: neighboursEnd,
    letters: own.map(({ letters }) => letters),
    counts: weights,
  };
}

/** What a word counts for each time, where it stands in the text again and again: together 1 + ln(times), as all that is counted. */
function repeated(place: number): number {
  const times = place < 0 ? 1 : amountAt[place]!;
  return times > 1 ? (1 + Math.log(times)) / times : 1;
}

function nearIn(words: number): number {
  return words > LONG.words ? LONG.near : NEAR;
}

function inEitherOrder(one: number, other: number): number {
  return one < other ? pair(COMPANY, one, other) : pair(COMPANY, other, one);
}

/** The features of a text that a person can read, with their keys: words, groups of like meaning, neighbours, and words in company. */
export function namedFeatures(words: readonly Word[]): { name: string; key: number }[] {
  const stems = words.map(word => word.cut.stem);
  const named = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    named.set(word.text, stems[at]!);
    for (const concept of word.concepts) named.set(`(${concept})`, hash(CONCEPTS, concept));
    const next = words[at + 1];
    if (next) named.set(`${word.text} ${next.text}`, pair(PAIRS, stems[at]!, stems[at + 1]!));
    for (let other = at + 1; other <= at + nearIn(words.length) && other < words.length; other++)
      named.set(`${word.text} … ${words[other]!.text}`, inEitherOrder(stems[at]!, stems[other]!));
  }
  return [...named].map(([name, key]) => ({ name, key }));
}
