import { COMMON_KEPT, dropping, type Lines } from './dropout.ts';
import { fractions, seededBits } from './random.ts';
import { MANY_LABELS, nearest, RIVALS } from './rivals.ts';
import {
  addFourRows,
  addFullRow,
  addFullRowTo,
  addRow,
  gather,
  type Index,
  isCommon,
  learnFullRow,
  learnRow,
  type Rows,
  spread,
} from './rows.ts';
import type { Vector } from './space.ts';

export type { Lines } from './dropout.ts';
export type { Index } from './rows.ts';

/** More labels than a 16-bit number can name. */
export const MOST_LABELS = 65_535;

export interface TrainingOptions {
  /** times that a line is seen, on average, */
  readonly epochs: number;
  /** unless that touches more than so many weights: then the last looks are left out, so that a large knowledge base loads in time */
  readonly touches: number;
  /** share of a line's features that are left out at random each time it is seen, 0 to 1 */
  readonly dropout: number;
  /** factor from a score to a logit */
  readonly scale: number;
  /** first and last step size */
  readonly step: readonly [number, number];
  /** what the sum of squared slopes starts from: large enough that the first steps do not jump */
  readonly slope: number;
  /** probabilities below this are taken for zero: their labels are left as they are */
  readonly least: number;
  readonly seed: number;
}

/**
 * @param chosen positions of the lines to take, in order
 * @param times how often each line is seen against the others; all as often where it is left out
 */
export function flatten(
  vectors: readonly Vector[],
  labelOf: ArrayLike<number>,
  chosen: readonly number[],
  times?: readonly number[],
): Lines {
  let size = 0;
  for (const line of chosen) size += vectors[line]!.ids.length;
  const lines: Lines = {
    starts: new Int32Array(chosen.length + 1),
    ids: new Int32Array(size),
    values: new Float32Array(size),
    labels: new Int32Array(chosen.length),
    order: Int32Array.from(chosen.flatMap((line, place) => new Array<number>(times?.[line] ?? 1).fill(place))),
  };
  let at = 0;
  for (const [place, line] of chosen.entries()) {
    const vector = vectors[line]!;
    lines.starts[place] = at;
    lines.ids.set(vector.ids, at);
    lines.values.set(vector.values, at);
    lines.labels[place] = labelOf[line]!;
    at += vector.ids.length;
  }
  lines.starts[chosen.length] = at;
  return lines;
}

/** Weights before training: each label's lines added up and scaled to length 1 (its centroid), only where the label has the feature. */
export function centroids(lines: Lines, labels: number, features: number): Index {
  const byLabel: number[][] = Array.from({ length: labels }, () => []);
  for (let line = 0; line < lines.labels.length; line++) byLabel[lines.labels[line]!]!.push(line);
  const starts = new Int32Array(features + 1);
  const sums = new Float64Array(features);
  const rows: { ids: Int32Array; weights: Float32Array }[] = [];
  const touched: number[] = [];
  for (const own of byLabel) {
    touched.length = 0;
    for (const line of own) {
      for (let at = lines.starts[line]!; at < lines.starts[line + 1]!; at++) {
        const id = lines.ids[at]!;
        if (sums[id] === 0) touched.push(id);
        sums[id]! += lines.values[at]!;
      }
    }
    let length = 0;
    for (const id of touched) length += sums[id]! * sums[id]!;
    const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
    const weights = new Float32Array(touched.length);
    for (let at = 0; at < touched.length; at++) {
      weights[at] = sums[touched[at]!]! * scale;
      sums[touched[at]!] = 0;
      starts[touched[at]! + 1]! += 1;
    }
    rows.push({ ids: Int32Array.from(touched), weights });
  }
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!;
  const next = starts.slice();
  const label = new Uint16Array(starts[features]!);
  const weight = new Float32Array(starts[features]!);
  for (const [owner, { ids, weights }] of rows.entries()) {
    for (let at = 0; at < ids.length; at++) {
      const place = next[ids[at]!]!++;
      label[place] = owner;
      weight[place] = weights[at]!;
    }
  }
  return { labels, starts, label, weight };
}

/**
 * Softmax regression over the labels, from their centroids: logit = scale · ⟨x, w⟩, AdaGrad (Duchi, Hazan, Singer 2011) with a falling
 * step, features dropped at random and the rest rescaled. Weights exist only where the label has the feature.
 * The same input and seed give the same weights.
 */
export function train(start: Index, lines: Lines, options: TrainingOptions): Index {
  const rows = spread(start, options.slope);
  const { from, to, full, label, weight } = rows;
  const bits = seededBits(options.seed);
  const random = fractions(bits);
  const count = lines.labels.length;
  const order = lines.order.slice();
  const share = new Float64Array(start.labels);
  const wrong = new Int32Array(start.labels);
  const drops = dropping(lines, full, options.dropout);
  const { features, amounts } = drops;
  const many = start.labels > MANY_LABELS;
  const rivals = Int32Array.from({ length: many ? RIVALS : start.labels }, (_, at) => at);
  const powers = new Float64Array(start.labels);
  const looks = Math.min(
    options.epochs * count,
    Math.floor(options.touches / touchesOf(rows, lines, options.dropout, rivals.length, start.labels)),
  );
  const [first, last] = options.step;
  const fall = (last / first) ** (1 / Math.max(1, looks));
  let rate = first;
  for (let look = 0; look < looks; look++) {
    if (look % order.length === 0) shuffle(order, random);
    const line = order[look % order.length]!;
    const size = drops.keep(line, bits);
    const common = drops.common();
    share.fill(0);
    for (let each = common; each < size; each++)
      addRow(share, label, weight, from[features[each]!]!, to[features[each]!]!, amounts[each]!);
    const right = lines.labels[line]!;
    if (many) {
      nearest(share, rivals, right);
      for (let each = 0; each < common; each++)
        addFullRowTo(share, rivals, weight, from[features[each]!]!, amounts[each]!);
    } else {
      let each = 0;
      for (; each + 3 < common; each += 4) addFourRows(share, weight, from, features, amounts, each);
      for (; each < common; each++) addFullRow(share, weight, from[features[each]!]!, amounts[each]!);
    }
    const errors = errorsOf(share, rivals, right, options, powers, wrong);
    if (errors > 0) {
      for (let at = 0; at < common; at++) learnFullRow(rows, features[at]!, share, wrong, errors, amounts[at]!, rate);
      for (let at = common; at < size; at++) learnRow(rows, features[at]!, share, amounts[at]!, rate);
    }
    rate *= fall;
  }
  return gather(start, rows);
}

/** What a look at a line takes beside its weights (choosing features, probabilities), in weights that could be touched instead. */
const BESIDES = 1000;

/** Weights that one look at a line touches, on average, and what takes as long. */
function touchesOf({ from, to, full }: Rows, lines: Lines, dropout: number, rivals: number, labels: number): number {
  let sum = 0;
  for (let at = 0; at < lines.ids.length; at++) {
    const feature = lines.ids[at]!;
    sum += full[feature] ? COMMON_KEPT * rivals : to[feature]! - from[feature]!;
  }
  return ((1 - dropout) * sum) / Math.max(1, lines.labels.length) + labels + BESIDES;
}

/** The mean of several trained indices of the same shape: steadier than any one of them. */
export function meanOf(indices: readonly Index[]): Index {
  const [first] = indices;
  if (indices.length === 1) return first!;
  const weight = new Float32Array(first!.weight.length);
  for (const index of indices)
    for (let at = 0; at < weight.length; at++) weight[at]! += index.weight[at]! / indices.length;
  return { ...first!, weight };
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const held = order[at]!;
    order[at] = order[other]!;
    order[other] = held;
  }
}

/**
 * Turns scores into errors: the probability of each label, less one for the right label; probabilities below `least` become zero.
 * @param rivals labels that take part, in rising order or not
 * @param powers as many places as there are labels, for use in here
 * @param wrong takes the labels with an error
 * @returns how many there are
 */
function errorsOf(
  values: Float64Array,
  rivals: Int32Array,
  right: number,
  { scale, least }: TrainingOptions,
  powers: Float64Array,
  wrong: Int32Array,
): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let each = 0; each < rivals.length; each++) {
    const value = values[rivals[each]!]!;
    if (value > largest) largest = value;
  }
  const floor = largest + Math.log(least) / scale;
  let sum = 0;
  let count = 0;
  for (let each = 0; each < rivals.length; each++) {
    const value = values[rivals[each]!]!;
    if (value < floor) continue;
    const power = Math.exp(scale * (value - largest));
    powers[count] = power;
    sum += power;
    wrong[count] = rivals[each]!;
    count += 1;
  }
  if (count === 1 && wrong[0] === right) return 0;
  const isFar = values[right]! < floor;
  values.fill(0);
  for (let each = 0; each < count; each++) values[wrong[each]!] = powers[each]! / sum;
  values[right]! -= 1;
  if (isFar) {
    wrong[count] = right;
    count += 1;
  }
  return count;
}

/**
 * Score of every label for a text: ⟨x, w⟩ in one pass over the rows of the text's features, added to what is there.
 * Above a thousand labels only the best have their whole score; the others are without what features add that many labels have.
 */
export function scores(index: Index, text: Vector, into = new Float64Array(index.labels)): Float64Array {
  const { labels, label, weight, starts } = index;
  const many = labels > MANY_LABELS;
  for (let at = 0; at < text.ids.length; at++) {
    const id = text.ids[at]!;
    if (!many || !isCommon(starts[id + 1]! - starts[id]!, labels))
      addRow(into, label, weight, starts[id]!, starts[id + 1]!, text.values[at]!);
  }
  if (many) addCommonRows(index, text, into);
  return into;
}

const best = new Int32Array(RIVALS);

function addCommonRows({ labels, label, weight, starts }: Index, text: Vector, into: Float64Array): void {
  nearest(into, best);
  best.sort();
  for (let at = 0; at < text.ids.length; at++) {
    const end = starts[text.ids[at]! + 1]!;
    let from = starts[text.ids[at]!]!;
    if (!isCommon(end - from, labels)) continue;
    for (const wanted of best) {
      // Labels stand in rising order in a row.
      let to = end;
      while (from < to) {
        const middle = (from + to) >> 1;
        if (label[middle]! < wanted) from = middle + 1;
        else to = middle;
      }
      if (from < end && label[from] === wanted) into[wanted]! += text.values[at]! * weight[from]!;
    }
  }
}
