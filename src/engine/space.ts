import { remembered } from './by-word.ts';
import type { Features } from './features.ts';
import { atOnce, type Steps } from './steps.ts';
import { createFinder, createTable } from './table.ts';

/** A text as a point: ids of the features that the space knows, in no order, one of company perhaps more than once; values of total length about 1. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** the first so many ids are words, the others pairs and runs of letters */
  readonly words: number;
  /** weight by rarity of all words of the text, known or not */
  readonly mass: number;
  /** share of the text's weight (by rarity) that lies in words which the lines of entries use, 0 to 1 */
  readonly coverage: number;
}

/** What is stored of a space: for each feature id its key and the number of lines that have it. */
export interface SpaceData {
  readonly keys: Int32Array;
  readonly counts: Int32Array;
  /** 1 for a word that an entry uses, 0 for one that only lines use which no entry answers, and for all that is no word */
  readonly entries: Uint8Array;
  /** number of lines that it was made from */
  readonly lines: number;
}

/** All features that occur in the lines of a knowledge base, with their rarity. */
export interface Space {
  readonly size: number;
  /** @param letters what the letters of a word bring; whoever makes many at once remembers it */
  vector(features: Features, letters?: Space['lettersOf']): Vector;
  /**
   * The same without letters, for whoever adds them word by word; it stands until the next call, because nothing is allocated for it.
   * @param squares what `lettersOf` said of the words, each times the square of its count, added up
   */
  withoutLetters(
    features: Features,
    squares: number,
  ): Vector & {
    /** what the values of letters are to be multiplied with */
    readonly letters: number;
  };
  /** What the letters of one word bring: ids and values before they are scaled, and the sum of the values' squares. */
  lettersOf(keys: Int32Array): { readonly ids: readonly number[]; readonly squares: number };
  /** rarity of a feature: ln(1 + lines / lines with the feature) */
  rarityOf(id: number): number;
  /** feature id of a key, -1 where no line has it */
  find(key: number): number;
}

/** Neighbours that stand in one line only are left out, and from so many lines on runs of letters and words in company, too: three in five do, and they decide nothing (README.md). */
const MANY_LINES = 5000;
/** Two words that keep company in more lines than these, and in more than one in so many, say little and cost much ("how … to"): left out. */
const COMMON_COMPANY = { lines: 25, oneIn: 250 };

/**
 * Gives every feature of the lines an id and counts the lines that have it.
 * @param isEntry whether the line at that position belongs to an entry
 * @param own only the first so many lines bring features; the others are counted where they have the same, and say how rare those are
 */
export function collectSpace(
  lines: readonly Features[],
  isEntry: (line: number) => boolean,
  own = lines.length,
): SpaceData {
  const table = createTable(lines.length * 16);
  let counts = new Int32Array(1024);
  let last = new Int32Array(1024).fill(-1);
  let kinds = new Uint8Array(1024);
  let isOwn = true;
  const idOf = (key: number): number => (isOwn ? table.add(key) : table.find(key));
  const idsOf = remembered((runs: Int32Array) => runs.map(idOf));
  /** Counts a feature once for a line. */
  const count = (id: number, line: number, kind: number): void => {
    if (id < 0) return;
    if (id >= counts.length) {
      counts = longer(counts, new Int32Array(2 * id));
      last = longer(last, new Int32Array(2 * id).fill(-1));
      kinds = longer(kinds, new Uint8Array(2 * id));
    }
    kinds[id]! |= kind;
    if (last[id] === line) return;
    last[id] = line;
    counts[id]! += 1;
  };
  for (const [line, { keys, words, neighbours, letters }] of lines.entries()) {
    isOwn = line < own;
    const word = isEntry(line) ? KINDS.word | KINDS.ofEntry : KINDS.word;
    for (let at = 0; at < keys.length; at++)
      count(idOf(keys[at]!), line, at < words ? word : at < neighbours ? KINDS.neighbours : KINDS.company);
    for (const runs of letters) for (const id of idsOf(runs)) count(id, line, KINDS.letters);
  }
  const few = own < MANY_LINES;
  const most = Math.max(COMMON_COMPANY.lines, lines.length / COMMON_COMPANY.oneIn);
  const kept: number[] = [];
  const all = table.keys();
  for (let id = 0; id < all.length; id++) {
    const kind = kinds[id]!;
    const inSeveral = counts[id]! > 1;
    const stays =
      kind & KINDS.word ||
      (kind & KINDS.company ? counts[id]! <= most && (few || inSeveral) : inSeveral || (few && kind & KINDS.letters));
    if (stays) kept.push(id);
  }
  return {
    keys: Int32Array.from(kept, id => all[id]!),
    counts: Int32Array.from(kept, id => counts[id]!),
    entries: Uint8Array.from(kept, id => (kinds[id]! & KINDS.ofEntry ? 1 : 0)),
    lines: lines.length,
  };
}

/** What a feature is; bits, because a key may be several things. */
const KINDS = { word: 1, ofEntry: 2, neighbours: 4, company: 8, letters: 16 };

function longer<T extends Int32Array | Uint8Array>(array: T, larger: T): T {
  larger.set(array);
  return larger;
}

/** Places for the ids of a text, and their values before and after they are scaled. */
function scratch(size: number): [ids: Int32Array, values: Float64Array, scaled: Float32Array] {
  return [new Int32Array(size), new Float64Array(size), new Float32Array(size)];
}

/** @param weights weight of each view (words, pairs, letters) before they are joined */
export function createSpace(data: SpaceData, weights: readonly [number, number, number]): Space {
  return atOnce(spaceSteps(data, weights));
}

/** Features that are taken in between two breaks: about a millisecond. */
const BETWEEN_BREAKS = 8192;

export function* spaceSteps(
  { keys, counts, entries, lines }: SpaceData,
  weights: readonly [number, number, number],
): Steps<Space> {
  const size = keys.length;
  const table = createFinder(keys);
  const rarities = new Float32Array(size);
  const rarest = Math.log(1 + Math.max(1, lines));
  for (let from = 0; from < size; from += BETWEEN_BREAKS) {
    const to = Math.min(size, from + BETWEEN_BREAKS);
    table.add(from, to);
    // Most features stand in one line only.
    for (let id = from; id < to; id++) rarities[id] = counts[id] === 1 ? rarest : Math.log(1 + lines / counts[id]!);
    yield;
  }
  /** Where a feature stands in the vector that is being made, from 1; 0 where it does not. Made when the first is: a bot that does not learn makes few. */
  let places: Int32Array | undefined;
  const lettersOf: Space['lettersOf'] = runs => {
    const ids: number[] = [];
    let squares = 0;
    for (const key of runs) {
      const id = table.find(key);
      if (id < 0) continue;
      ids.push(id);
      squares += rarities[id]! * rarities[id]!;
    }
    return { ids, squares };
  };
  let [ids, values, scaled] = scratch(1024);
  const withoutLetters: Space['withoutLetters'] = ({ keys, amounts, words: wordsEnd }, squares) => {
    if (keys.length > ids.length) [ids, values, scaled] = scratch(2 * keys.length);
    let size = 0;
    let words = 0;
    let known = 0;
    let all = 0;
    let total = 0;
    for (let view = 0; view < 2; view++) {
      const start = size;
      let length = 0;
      for (let at = view === 0 ? 0 : wordsEnd; at < (view === 0 ? wordsEnd : keys.length); at++) {
        const amount = amounts[at]!;
        const id = table.find(keys[at]!);
        const rare = id < 0 ? rarest : rarities[id]!;
        if (view === 0) all += rare * Math.min(1, amount);
        if (id < 0) continue;
        if (view === 0 && entries[id] === 1) known += rare * Math.min(1, amount);
        const value = (amount > 1 ? 1 + Math.log(amount) : amount) * rare;
        ids[size] = id;
        values[size] = value;
        length += value * value;
        size += 1;
      }
      if (view === 0) words = size;
      if (length === 0) continue;
      const scale = weights[view]! / Math.sqrt(length);
      for (let at = start; at < size; at++) values[at]! *= scale;
      total += weights[view]! * weights[view]!;
    }
    if (squares > 0) total += weights[2] * weights[2];
    const scale = total > 0 ? 1 / Math.sqrt(total) : 0;
    for (let at = 0; at < size; at++) scaled[at] = values[at]! * scale;
    return {
      ids: ids.subarray(0, size),
      values: scaled.subarray(0, size),
      words,
      mass: all,
      coverage: all > 0 ? known / all : 0,
      letters: squares > 0 ? (weights[2] * scale) / Math.sqrt(squares) : 0,
    };
  };
  return {
    size,
    rarityOf: id => rarities[id]!,
    find: table.find,
    lettersOf,
    vector(features, letters = lettersOf) {
      places ??= new Int32Array(size);
      const own = features.letters.map(letters);
      let squares = 0;
      let most = 0;
      for (let at = 0; at < own.length; at++) {
        squares += features.counts[at]! * features.counts[at]! * own[at]!.squares;
        most += own[at]!.ids.length;
      }
      const point = withoutLetters(features, squares);
      const start = point.ids.length;
      const all = new Int32Array(start + most);
      // A run of letters that three thousand words share is added up exactly, and only then shortened.
      const sums = new Float64Array(start + most);
      all.set(point.ids);
      sums.set(point.values);
      let end = start;
      for (let at = 0; at < own.length; at++) {
        const times = features.counts[at]! * point.letters;
        for (const id of own[at]!.ids) {
          // What two words share is added up.
          if (places[id] === 0) {
            all[end] = id;
            end += 1;
            places[id] = end;
          }
          sums[places[id]! - 1]! += times * rarities[id]!;
        }
      }
      for (let at = start; at < end; at++) places[all[at]!] = 0;
      return { ...point, ids: all.slice(0, end), values: new Float32Array(sums.subarray(0, end)) };
    },
    withoutLetters,
  };
}
