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

/** FNV-1a over UTF-16 units. With a million features about 120 pairs share a key, which changes nothing that can be measured. */
function hash(seed: number, text: string, from = 0, to = text.length): number {
  let value = seed;
  for (let at = from; at < to; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value ^ (value >>> 15);
}

/** The key of two words, from their own keys and their order (the finaliser of MurmurHash3). */
function pair(seed: number, first: number, second: number): number {
  let value = Math.imul(first ^ seed, 0x85ebca6b) + second;
  value = Math.imul(value ^ (value >>> 16), 0xc2b2ae35);
  return value ^ (value >>> 13);
}

const START = hash(WORDS, '^');
const END = hash(WORDS, '$');

/** What a word brings by itself, whatever stands beside it. */
interface Cut {
  /** key of its stem */
  readonly stem: number;
  /** keys of its runs of letters */
  readonly letters: Int32Array;
}

/** Letters of a run (3 beside 4, or 5, were no better; README.md). */
const RUN = 4;

const cuts = new Map<string, Cut>();
const MOST_CUTS = 50_000;

/** Cuts a word once: the same words come again and again. */
function cut(text: string, isExact: boolean): Cut {
  const name = isExact ? `=${text}` : text;
  const known = cuts.get(name);
  if (known !== undefined) return known;
  const padded = `_${text}_`;
  const letters: number[] = [];
  if (isExact) letters.push(hash(LETTERS, padded));
  else for (let at = 0; at + RUN <= padded.length; at++) letters.push(hash(LETTERS, padded, at, at + RUN));
  const made = { stem: hash(WORDS, stem(text)), letters: Int32Array.from(letters) };
  if (cuts.size >= MOST_CUTS) cuts.clear();
  cuts.set(name, made);
  return made;
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

/** At least twice as many as there are features, as long as they are not too many. */
function slotsFor(own: readonly Cut[]): number {
  let expected = 0;
  // A word with its groups (three are many) and two pairs.
  for (const { letters } of own) expected += letters.length + 6;
  let enough = 64;
  while (enough < 2 * expected && enough < SLOTS) enough *= 2;
  return enough;
}

/** Words as features. */
export function features(words: readonly Word[], options: FeatureOptions): Features {
  round += 1;
  size = 0;
  const length = words.length;
  const own = words.map(word => cut(word.text, word.exact === true));
  slots = slotsFor(own);
  for (let at = 0; at < length; at++) count(own[at]!.stem, words[at]!.weight);
  for (const { concepts, weight } of words)
    if (concepts) for (const concept of concepts) count(hash(CONCEPTS, concept), weight * options.concept);
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
  const pairsEnd = size;

  for (let at = 0; at < length; at++) {
    const { letters } = own[at]!;
    const amount = words[at]!.exact ? words[at]!.weight * EXACT : words[at]!.weight;
    for (let each = 0; each < letters.length; each++) count(letters[each]!, amount);
  }
  return { keys: keyAt.slice(0, size), amounts: amountAt.slice(0, size), ends: [wordsEnd, pairsEnd, size] };
}

/** The features of a text that a person can read, with their keys: words, groups of like meaning, and pairs of neighbours. */
export function namedFeatures(words: readonly Word[]): { name: string; key: number }[] {
  const stems = words.map(word => hash(WORDS, stem(word.text)));
  const named = new Map<string, number>();
  for (const [at, word] of words.entries()) {
    named.set(word.text, stems[at]!);
    for (const concept of word.concepts ?? []) named.set(`(${concept})`, hash(CONCEPTS, concept));
    const next = words[at + 1];
    if (next) named.set(`${word.text} ${next.text}`, pair(PAIRS, stems[at]!, stems[at + 1]!));
  }
  return [...named].map(([name, key]) => ({ name, key }));
}
