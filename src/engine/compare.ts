import type { Features } from './features.ts';
import { MANY_LABELS } from './rivals.ts';
import { addRow, type Index } from './rows.ts';
import { createScorer } from './scorer.ts';
import type { Space } from './space.ts';

/** How a text compares with every label. */
export interface Comparison {
  /** score of each label by position, about 0 to 1 */
  readonly scores: Float64Array;
  /** share of the text that lies in words which entries use, 0 to 1 */
  readonly coverage: number;
}

/** Weights that are held for words: 4 MB. */
const MOST_WEIGHTS = 2 ** 21;

/**
 * Compares texts with the labels of an index. Most of what a text would touch are its letters, and they add up word by word:
 * what the letters of a word say of every label is remembered as a row of its own, so that a word costs one row and not six.
 * Above a thousand labels such rows would be too long.
 * @param most weights that are held for words
 */
export function createComparer(index: Index, space: Space, most = MOST_WEIGHTS): (features: Features) => Comparison {
  const score = createScorer(index);
  if (index.labels > MANY_LABELS)
    return features => {
      const point = space.vector(features);
      return { scores: score(point), coverage: point.coverage };
    };
  const byWord = lettersByWord(index, space, most);
  return features => {
    const all = new Float64Array(index.labels);
    const point = space.withoutLetters(features, byWord(features, all));
    for (let label = 0; label < all.length; label++) all[label]! *= point.letters;
    return { scores: score(point, all), coverage: point.coverage };
  };
}

/** Rows that are added at once, and so must be there at once: each score is read and written once for the four. */
const AT_ONCE = 4;
/** A row is held in whole numbers up to this, in the unit that its largest weight needs: half the memory to read, and no score changes by more than a 30,000th. */
const LARGEST = 32_767;

/** @returns adds what the letters of a text's words say, before it is scaled; returns the sum of the squares by which it is */
function lettersByWord(
  index: Index,
  space: Space,
  mostWeights: number,
): (features: Features, into: Float64Array) => number {
  const { labels, label, weight, starts } = index;
  const most = Math.floor(mostWeights / Math.max(1, labels));
  const weights = new Int16Array((most + AT_ONCE) * labels);
  const units = new Float64Array(most + AT_ONCE);
  const begins = Int32Array.from({ length: most + AT_ONCE }, (_, row) => row * labels);
  const squaresOf = new Float64Array(most + AT_ONCE);
  const rows = new Map<Int32Array, number>();
  const sum = new Float64Array(labels);
  const make = (row: number, runs: Int32Array): void => {
    const { ids, squares } = space.lettersOf(runs);
    sum.fill(0);
    for (const id of ids) addRow(sum, label, weight, starts[id]!, starts[id + 1]!, space.rarityOf(id));
    let largest = 0;
    for (let each = 0; each < labels; each++) largest = Math.max(largest, Math.abs(sum[each]!));
    const unit = largest / LARGEST || 1;
    const begin = begins[row]!;
    for (let each = 0; each < labels; each++) weights[begin + each] = Math.round(sum[each]! / unit);
    units[row] = unit;
    squaresOf[row] = squares;
  };
  /** @param spare takes what is not remembered, when no place is left */
  const rowOf = (runs: Int32Array, spare: number): number => {
    const known = rows.get(runs);
    if (known !== undefined) return known;
    const row = rows.size < most ? rows.size : spare;
    make(row, runs);
    if (row !== spare) rows.set(runs, row);
    return row;
  };
  const held = new Int32Array(AT_ONCE);
  const amounts = new Float64Array(AT_ONCE);
  return ({ letters, counts }, into) => {
    if (rows.size + letters.length > most) rows.clear();
    let squares = 0;
    let size = 0;
    for (let at = 0; at < letters.length; at++) {
      held[size] = rowOf(letters[at]!, most + size);
      amounts[size] = counts[at]! * units[held[size]!]!;
      squares += counts[at]! * counts[at]! * squaresOf[held[size]!]!;
      size += 1;
      if (size < AT_ONCE) continue;
      addFour(into, weights, begins, held, amounts);
      size = 0;
    }
    for (let at = 0; at < size; at++) addOne(into, weights, begins[held[at]!]!, amounts[at]!);
    return squares;
  };
}

// Like those of rows.ts, for another kind of array: one function for both would be slow for both.

function addOne(scores: Float64Array, weight: Int16Array, from: number, amount: number): void {
  for (let at = 0; at < scores.length; at++) scores[at]! += amount * weight[from + at]!;
}

function addFour(
  scores: Float64Array,
  weight: Int16Array,
  begins: Int32Array,
  rows: Int32Array,
  amounts: Float64Array,
): void {
  const a = begins[rows[0]!]!;
  const b = begins[rows[1]!]!;
  const c = begins[rows[2]!]!;
  const d = begins[rows[3]!]!;
  const forA = amounts[0]!;
  const forB = amounts[1]!;
  const forC = amounts[2]!;
  const forD = amounts[3]!;
  for (let at = 0; at < scores.length; at++)
    scores[at]! += forA * weight[a + at]! + forB * weight[b + at]! + forC * weight[c + at]! + forD * weight[d + at]!;
}
