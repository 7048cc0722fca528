import { LONGEST } from './by-word.ts';
import { distance } from './distance.ts';
import { atOnce, type Steps } from './steps.ts';

/** Another first letter makes a correction dearer, and a word that the knowledge often has makes it cheaper. */
const FIRST_LETTER = 0.5;
const FREQUENCY = 0.06;
/** So does each neighbour beside which the lines have the word: "i colud" is could, "which colud" cloud (reading.ts). */
export const BESIDE = 0.2;
/** With a neighbour on either side; what is dearer by more than that is never chosen. */
const NEARLY_AS_LIKELY = 2 * BESIDE;

/** Shorter words are left alone; of those with just so many letters only what is likely is put right: "jbs" is jobs, "erp" is nothing else. */
const SHORTEST = 3;
const LIKELY = 1;

/** Two edits are looked for from so many letters on, */
const TWICE = 5;
/** and below so many only where both are slips and the first letter is right ("jior" is junior): any two would make a short word of nearly every other. */
const LONG = 7;
const SLIPS = 1.45;

/** What it costs to take a word as it was typed that stands in no line, where it may be a slip of one that does: "what does it men" is mean. */
const AS_TYPED = 0.2;

/** Readings of a word that its neighbours may choose among. */
const MOST_READINGS = 6;

/** A word put right. */
export interface Correction {
  readonly word: string;
  /** one edit, and the first letter as it was typed; two edits, or another first letter, are a guess */
  readonly sure: boolean;
  /** the lower, the likelier */
  readonly cost: number;
}

export interface Speller {
  /**
   * The nearest words of the knowledge, the likeliest first; none where none is near enough. Words of one or two letters are left alone.
   * A word that only the vocabulary has may be itself, which comes first then, or a slip of one that the lines have.
   */
  correct(word: string): readonly Correction[];
}

/**
 * A speller over the words of the knowledge: at most one edit below five letters and two from five on, the cheapest and what is nearly as cheap.
 * Keys that lie side by side, swapped, doubled and missing letters are cheaper, a changed first letter dearer, frequent words cheaper by 0.06 · ln(times).
 * Words of about the same length and beginning are looked at; masks of their letters rule out nearly all of them before a distance is measured.
 * @param lines words of the lines and how often each stands there
 * @param vocabulary words that the vocabulary mentions
 */
export function createSpeller(lines: ReadonlyMap<string, number>, vocabulary?: ReadonlySet<string>): Speller {
  return atOnce(spellerSteps(lines, vocabulary));
}

/** Words that are shelved between two breaks: about a millisecond. */
const BETWEEN_BREAKS = 1000;

const NO_WORDS: ReadonlySet<string> = new Set();

export function* spellerSteps(lines: ReadonlyMap<string, number>, vocabulary = NO_WORDS): Steps<Speller> {
  const words = new Map(lines);
  for (const word of vocabulary) if (!lines.has(word)) words.set(word, 1);
  const { shelves, candidates, once, twice, bonuses } = yield* shelved(words);
  const search = (word: string): readonly Correction[] => {
    const most = word.length < TWICE ? 1 : 2;
    const own = letterMask(word);
    const again = repeatedMask(word);
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    const found = new Map<string, Correction>();
    let least = Number.POSITIVE_INFINITY;
    const look = (place: number, length: number, letter: number, most: number): void => {
      const shelf = shelves.get(shelfOf(place, length, letter));
      if (!shelf) return;
      // An edit changes at most two of a word's letters, and one that makes it longer or shorter only one.
      const differing = 2 * most - Math.abs(length - word.length);
      for (let at = shelf.from; at < shelf.to; at++) {
        const apart = bits(own ^ once[at]!);
        // Nearly all end here: three times as fast as counting both.
        if (apart > differing || apart + bits(again ^ twice[at]!) > differing) continue;
        const candidate = candidates[at]!;
        const way = distance(word, candidate, most);
        if (!way || (way.edits === 2 && word.length < LONG && way.cost > SLIPS)) continue;
        const begins = first === candidate.charCodeAt(0);
        const cost = way.cost - bonuses[at]! + (begins ? 0 : FIRST_LETTER);
        if (cost > least + NEARLY_AS_LIKELY) continue;
        least = Math.min(least, cost);
        found.set(candidate, { word: candidate, sure: begins && way.edits === 1, cost });
      }
    };
    for (let length = word.length - most; length <= word.length + most; length++) {
      look(0, length, first, most);
      // A first letter that is too many, swapped, left out or another; in a short word nothing else may be wrong then.
      const others = word.length < LONG ? 1 : most;
      if (Math.abs(length - word.length) > others) continue;
      if (second !== first) look(0, length, second, others);
      look(1, length, first, others);
      if (second !== first && length === word.length) look(1, length, second, others);
    }
    if (word.length <= SHORTEST && least > LIKELY) return [];
    return [...found.values()]
      .filter(({ cost }) => cost <= least + NEARLY_AS_LIKELY)
      .sort((a, b) => a.cost - b.cost || (a.word < b.word ? -1 : 1))
      .slice(0, MOST_READINGS);
  };
  return {
    correct(word) {
      if (lines.has(word) || word.length < SHORTEST || word.length > LONGEST || /[^\p{L}]/u.test(word)) return [];
      const found = search(word);
      if (!words.has(word)) return found;
      const meant = found.filter(({ word: other, sure }) => sure && lines.has(other));
      return meant.length > 0 ? [{ word, sure: true, cost: AS_TYPED }, ...meant] : [];
    },
  };
}

/** Words by their length with their first letter, and again with their second: those of a shelf stand one after the other. */
interface Shelves {
  readonly shelves: ReadonlyMap<number, { readonly from: number; readonly to: number }>;
  readonly candidates: readonly string[];
  /** the masks of each word, and what it is cheaper by */
  readonly once: Int32Array;
  readonly twice: Int32Array;
  readonly bonuses: Float64Array;
}

function* shelved(words: ReadonlyMap<string, number>): Steps<Shelves> {
  const lists = new Map<number, string[]>();
  let size = 0;
  for (const word of words.keys()) {
    if (word.length < SHORTEST || word.length > LONGEST || /\p{N}/u.test(word)) continue;
    for (let place = 0; place < 2; place++) {
      const shelf = shelfOf(place, word.length, word.charCodeAt(place));
      const list = lists.get(shelf);
      if (list) list.push(word);
      else lists.set(shelf, [word]);
      size += 1;
    }
    if (size % BETWEEN_BREAKS === 0) yield;
  }
  const shelves = new Map<number, { from: number; to: number }>();
  const candidates: string[] = [];
  const once = new Int32Array(size);
  const twice = new Int32Array(size);
  const bonuses = new Float64Array(size);
  for (const [shelf, list] of lists) {
    const from = candidates.length;
    for (let each = 0; each < list.length; each++) {
      const word = list[each]!;
      once[from + each] = letterMask(word);
      twice[from + each] = repeatedMask(word);
      bonuses[from + each] = FREQUENCY * Math.log(words.get(word)!);
      candidates.push(word);
    }
    shelves.set(shelf, { from, to: candidates.length });
    yield;
  }
  return { shelves, candidates, once, twice, bonuses };
}

function shelfOf(place: number, length: number, letter: number): number {
  return (letter * 64 + length) * 2 + place;
}

/** A bit for each letter of a word. */
function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask;
}

/** A bit for each letter that a word has more than once. */
function repeatedMask(word: string): number {
  let once = 0;
  let twice = 0;
  for (let at = 0; at < word.length; at++) {
    const bit = 1 << (word.charCodeAt(at) & 31);
    twice |= once & bit;
    once |= bit;
  }
  return twice;
}

function bits(mask: number): number {
  let left = mask >>> 0;
  left -= (left >>> 1) & 0x55555555;
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
