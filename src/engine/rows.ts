import { MANY_LABELS } from './rivals.ts';

/** For each feature the labels that have it and a weight each, in compressed rows: row f is `starts[f]` to `starts[f + 1]`. */
export interface Index {
  readonly labels: number;
  readonly starts: Int32Array;
  readonly label: Uint16Array;
  readonly weight: Float32Array;
}

/**
 * An index while it is trained. Rows of features that many labels have are full, with a place for every label: two thirds of all weights
 * that a line touches lie in them, and nothing has to be looked up to find the few whose label the line is wrong about.
 */
export interface Rows {
  /** row f is `from[f]` to `to[f]` */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the row is full: label l is at `from[f] + l` */
  readonly full: Uint8Array;
  /** label of each place in a row that is not full */
  readonly label: Uint16Array;
  readonly weight: Float32Array;
  /** sums of squared slopes; infinite where a label does not have the feature, so that its weight stays zero */
  readonly slopes: Float32Array;
}

/** A feature that one in so many labels has is common; one in more, where there are many labels and so many rows are long. */
const COMMON = { few: 4, many: 16 };
/** No feature that fewer labels have is: in a small knowledge base everything would be. */
const LEAST_COMMON = 16;

/** Whether a feature says little and costs much, because a large part of all labels have it. @param size labels that have it */
export function isCommon(size: number, labels: number): boolean {
  return size >= LEAST_COMMON && size * (labels > MANY_LABELS ? COMMON.many : COMMON.few) >= labels;
}

/** @param slope what the sums of squared slopes start from */
export function spread({ labels, starts, label, weight }: Index, slope: number): Rows {
  const features = starts.length - 1;
  const from = new Int32Array(features);
  const to = new Int32Array(features);
  const full = new Uint8Array(features);
  let size = 0;
  for (let feature = 0; feature < features; feature++) {
    const length = starts[feature + 1]! - starts[feature]!;
    if (isCommon(length, labels)) full[feature] = 1;
    from[feature] = size;
    size += full[feature] ? labels : length;
    to[feature] = size;
  }
  const rows: Rows = {
    from,
    to,
    full,
    label: new Uint16Array(size),
    weight: new Float32Array(size),
    slopes: new Float32Array(size).fill(Number.POSITIVE_INFINITY),
  };
  for (let feature = 0; feature < features; feature++) {
    for (let at = starts[feature]!, next = from[feature]!; at < starts[feature + 1]!; at++, next++) {
      const place = full[feature] ? from[feature]! + label[at]! : next;
      rows.label[place] = label[at]!;
      rows.weight[place] = weight[at]!;
      rows.slopes[place] = slope;
    }
  }
  return rows;
}

/** The rows as an index again. @param start the index that they were spread from */
export function gather({ labels, starts, label }: Index, { from, full, weight: trained }: Rows): Index {
  const weight = new Float32Array(label.length);
  for (let feature = 0; feature + 1 < starts.length; feature++) {
    for (let at = starts[feature]!, next = from[feature]!; at < starts[feature + 1]!; at++, next++)
      weight[at] = trained[full[feature] ? from[feature]! + label[at]! : next]!;
  }
  return { labels, starts, label, weight };
}

/**
 * Weights below this change no score that matters, where a feature has many of them and so says little anyway; and where half of all labels have it.
 * Twice as large, and what many small weights say together is missed: AUROC .947 → .944 (README.md).
 */
const SMALL = { many: 0.005, half: 0.015 };

/** The index without the small weights of long rows: a sixth of what a text touches. */
export function withoutSmall({ labels, starts, label, weight }: Index): Index {
  const kept = new Int32Array(starts.length);
  const places = new Int32Array(label.length);
  let size = 0;
  for (let feature = 0; feature + 1 < starts.length; feature++) {
    const length = starts[feature + 1]! - starts[feature]!;
    const least = length < LEAST_COMMON ? 0 : 2 * length < labels ? SMALL.many : SMALL.half;
    for (let at = starts[feature]!; at < starts[feature + 1]!; at++)
      if (Math.abs(weight[at]!) >= least) places[size++] = at;
    kept[feature + 1] = size;
  }
  const keptLabel = new Uint16Array(size);
  const keptWeight = new Float32Array(size);
  for (let at = 0; at < size; at++) {
    keptLabel[at] = label[places[at]!]!;
    keptWeight[at] = weight[places[at]!]!;
  }
  return { labels, starts: kept, label: keptLabel, weight: keptWeight };
}

/** Adds a feature's row to the scores. This is where the time goes: four at a time is a third faster. */
export function addRow(
  scores: Float64Array,
  label: Uint16Array,
  weight: Float32Array,
  from: number,
  to: number,
  amount: number,
): void {
  let at = from;
  for (const end = to - 3; at < end; at += 4) {
    scores[label[at]!]! += amount * weight[at]!;
    scores[label[at + 1]!]! += amount * weight[at + 1]!;
    scores[label[at + 2]!]! += amount * weight[at + 2]!;
    scores[label[at + 3]!]! += amount * weight[at + 3]!;
  }
  for (; at < to; at++) scores[label[at]!]! += amount * weight[at]!;
}

/** Adds a full row to the scores. */
export function addFullRow(scores: Float64Array, weight: Float32Array, from: number, amount: number): void {
  for (let at = 0; at < scores.length; at++) scores[at]! += amount * weight[from + at]!;
}

/** Adds four full rows at once: each score is read and written once for the four. Twice as fast as one after the other. */
export function addFourRows(
  scores: Float64Array,
  weight: Float32Array,
  from: Int32Array,
  features: Int32Array,
  amounts: Float64Array,
  first: number,
): void {
  const a = from[features[first]!]!;
  const b = from[features[first + 1]!]!;
  const c = from[features[first + 2]!]!;
  const d = from[features[first + 3]!]!;
  const forA = amounts[first]!;
  const forB = amounts[first + 1]!;
  const forC = amounts[first + 2]!;
  const forD = amounts[first + 3]!;
  let at = 0;
  for (const end = scores.length - 1; at < end; at += 2) {
    scores[at]! += forA * weight[a + at]! + forB * weight[b + at]! + forC * weight[c + at]! + forD * weight[d + at]!;
    scores[at + 1]! +=
      forA * weight[a + at + 1]! + forB * weight[b + at + 1]! + forC * weight[c + at + 1]! + forD * weight[d + at + 1]!;
  }
  for (; at < scores.length; at++)
    scores[at]! += forA * weight[a + at]! + forB * weight[b + at]! + forC * weight[c + at]! + forD * weight[d + at]!;
}

/** Adds a full row to the scores of some labels only. */
export function addFullRowTo(
  scores: Float64Array,
  chosen: Int32Array,
  weight: Float32Array,
  from: number,
  amount: number,
): void {
  for (let each = 0; each < chosen.length; each++) {
    const at = chosen[each]!;
    scores[at]! += amount * weight[from + at]!;
  }
}

/** Moves the weights of a row against the errors of their labels, by AdaGrad. */
export function learnRow(
  { label, weight, slopes, from, to }: Rows,
  feature: number,
  error: Float64Array,
  amount: number,
  rate: number,
): void {
  for (let at = from[feature]!; at < to[feature]!; at++) {
    const off = error[label[at]!]!;
    if (off === 0) continue;
    const slope = off * amount;
    const sum = slopes[at]! + slope * slope;
    slopes[at] = sum;
    weight[at]! -= (rate * slope) / Math.sqrt(sum);
  }
}

/** The same for a full row. @param wrong the labels with an error, `count` of them */
export function learnFullRow(
  { weight, slopes, from }: Rows,
  feature: number,
  error: Float64Array,
  wrong: Int32Array,
  count: number,
  amount: number,
  rate: number,
): void {
  const start = from[feature]!;
  for (let each = 0; each < count; each++) {
    const at = start + wrong[each]!;
    const slope = error[wrong[each]!]! * amount;
    const sum = slopes[at]! + slope * slope;
    slopes[at] = sum;
    weight[at]! -= (rate * slope) / Math.sqrt(sum);
  }
}
