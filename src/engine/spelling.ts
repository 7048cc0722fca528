import { LONGEST } from './by-word.ts';
import { atOnce, type Steps } from './steps.ts';

/** Rows of a QWERTY keyboard; a slip to a neighbour key costs less than any other change. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const A = 97;
const LETTERS = 26;
/** 1 for two letters (each from 0) whose keys lie side by side. */
const beside = new Uint8Array(LETTERS * LETTERS);
for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const other of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (other === undefined) continue;
      const [one, two] = [keys.charCodeAt(at) - A, other.charCodeAt(0) - A];
      beside[one * LETTERS + two] = 1;
      beside[two * LETTERS + one] = 1;
    }
  }
}

/** What a slip costs, against 1 for any other change; a letter left out is as common as a neighbour's key. Chosen on slips of two kinds (README.md). */
const SLIP = 0.6;
const MISSING = 0.6;
const SWAP = 0.5;
const DOUBLED = 0.4;
const FIRST_LETTER = 0.5;
const FREQUENCY = 0.06;

/** Shorter words are left alone; of those with just so many letters only what is likely is put right: "jbs" is jobs, "erp" is nothing else. */
const SHORTEST = 3;
const LIKELY = 1;

/** Two edits are looked for from so many letters on, */
const TWICE = 5;
/** and below so many only where both are slips ("jior" is junior): any two would make a short word of nearly every other. */
const LONG = 7;
const SLIPS = 1.45;

/** A word put right. */
export interface Correction {
  readonly word: string;
  /** one edit, and the first letter as it was typed; two edits, or another first letter, are a guess */
  readonly sure: boolean;
}

export interface Speller {
  /** The nearest word of the knowledge, or nothing where none is near enough. Words of one or two letters are left alone. */
  correct(word: string): Correction | undefined;
}

/**
 * A speller over the words of the knowledge: at most one edit below five letters and two from five on, the cheapest wins.
 * Keys that lie side by side, swapped, doubled and missing letters are cheaper, a changed first letter dearer, frequent words cheaper by 0.06 · ln(times).
 * Words of about the same length and beginning are looked at; masks of their letters rule out nearly all of them before a distance is measured.
 * @param words words of the knowledge and how often each stands there
 */
export function createSpeller(words: ReadonlyMap<string, number>): Speller {
  return atOnce(spellerSteps(words));
}

/** Words that are shelved between two breaks: about a millisecond. */
const BETWEEN_BREAKS = 1000;

export function* spellerSteps(words: ReadonlyMap<string, number>): Steps<Speller> {
  const { shelves, candidates, once, twice, bonuses } = yield* shelved(words);
  const search = (word: string): Correction | undefined => {
    const most = word.length < TWICE ? 1 : 2;
    const own = letterMask(word);
    const again = repeatedMask(word);
    const first = word.charCodeAt(0);
    const second = word.charCodeAt(1);
    let best: Correction | undefined;
    let least = Number.POSITIVE_INFINITY;
    const look = (place: number, length: number, letter: number): void => {
      const shelf = shelves.get(shelfOf(place, length, letter));
      if (!shelf) return;
      // An edit changes at most two of a word's letters, and one that makes it longer or shorter only one.
      const differing = 2 * most - Math.abs(length - word.length);
      for (let at = shelf.from; at < shelf.to; at++) {
        const apart = bits(own ^ once[at]!);
        // Nearly all end here: three times as fast as counting both.
        if (apart > differing || apart + bits(again ^ twice[at]!) > differing) continue;
        const candidate = candidates[at]!;
        const found = distance(word, candidate, most);
        if (!found || (found.edits === 2 && word.length < LONG && found.cost > SLIPS)) continue;
        const begins = first === candidate.charCodeAt(0);
        const cost = found.cost - bonuses[at]! + (begins ? 0 : FIRST_LETTER);
        if (cost < least || (cost === least && best && candidate < best.word)) {
          least = cost;
          best = { word: candidate, sure: begins && found.edits === 1 };
        }
      }
    };
    for (let length = word.length - most; length <= word.length + most; length++) {
      look(0, length, first);
      // A first letter that is too many, swapped, left out or another.
      if (second !== first) look(0, length, second);
      look(1, length, first);
      if (second !== first && length === word.length) look(1, length, second);
    }
    return word.length > SHORTEST || least <= LIKELY ? best : undefined;
  };
  return {
    correct(word) {
      if (words.has(word) || word.length < SHORTEST || word.length > LONGEST || /[^\p{L}]/u.test(word))
        return undefined;
      return search(word);
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

/** What it costs to type one letter for another. */
function change(typed: number, meant: number): number {
  if (typed === meant) return 0;
  const one = typed - A;
  const two = meant - A;
  const letters = one >= 0 && one < LETTERS && two >= 0 && two < LETTERS;
  return letters && beside[one * LETTERS + two] === 1 ? SLIP : 1;
}

const WIDTH = 48;
const TOO_MANY = 99;
const edits = new Uint8Array(WIDTH * WIDTH);
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * Edits (optimal string alignment) and their weighted cost, or nothing where more than `most` edits are needed.
 * Only cells within `most` of the diagonal are filled: a way through any other needs more edits.
 */
function distance(from: string, to: string, most: number): { edits: number; cost: number } | undefined {
  const rows = from.length;
  const columns = to.length;
  for (let column = 0; column <= most && column <= columns; column++) {
    edits[column] = column;
    costs[column] = column;
  }
  if (most + 1 <= columns) edits[most + 1] = TOO_MANY;
  for (let row = 1; row <= rows; row++) {
    const here = row * WIDTH;
    const start = Math.max(1, row - most);
    const end = Math.min(columns, row + most);
    edits[here + start - 1] = start === 1 ? row : TOO_MANY;
    costs[here + start - 1] = row;
    if (end < columns) edits[here + end + 1] = TOO_MANY;
    const a = from.charCodeAt(row - 1);
    const beforeA = row > 1 ? from.charCodeAt(row - 2) : 0;
    let beforeB = start > 1 ? to.charCodeAt(start - 2) : 0;
    let least = start === 1 ? row : TOO_MANY;
    for (let column = start; column <= end; column++) {
      const b = to.charCodeAt(column - 1);
      const above = here - WIDTH + column;
      let edit = edits[above - 1]! + (a === b ? 0 : 1);
      let cost = costs[above - 1]! + change(a, b);
      // A letter too many in what was typed, or one left out; a repeated letter is the commonest of both.
      const extra = costs[above]! + (beforeA === a ? DOUBLED : 1);
      if (edits[above]! + 1 < edit || (edits[above]! + 1 === edit && extra < cost)) {
        edit = edits[above]! + 1;
        cost = extra;
      }
      const missing = costs[here + column - 1]! + (beforeB === b ? DOUBLED : MISSING);
      if (edits[here + column - 1]! + 1 < edit || (edits[here + column - 1]! + 1 === edit && missing < cost)) {
        edit = edits[here + column - 1]! + 1;
        cost = missing;
      }
      if (row > 1 && column > 1 && a === beforeB && beforeA === b) {
        const before = above - WIDTH - 2;
        const swapped = costs[before]! + SWAP;
        if (edits[before]! + 1 < edit || (edits[before]! + 1 === edit && swapped < cost)) {
          edit = edits[before]! + 1;
          cost = swapped;
        }
      }
      edits[here + column] = edit;
      costs[here + column] = cost;
      if (edit < least) least = edit;
      beforeB = b;
    }
    if (least > most) return undefined;
  }
  const last = rows * WIDTH + columns;
  return edits[last]! <= most ? { edits: edits[last]!, cost: costs[last]! } : undefined;
}
