import { seededRandom } from './random.ts';
import type { Vector } from './space.ts';

/** For each feature the labels that have it and a weight each, in compressed rows: row f is `starts[f]` to `starts[f + 1]`. */
export interface Index {
  readonly labels: number;
  readonly starts: Int32Array;
  readonly label: Int32Array;
  readonly weight: Float32Array;
}

export interface TrainingOptions {
  /** times that every line is seen */
  readonly epochs: number;
  /** share of a line's features that are left out at random each time it is seen, 0 to 1 */
  readonly dropout: number;
  /** factor from a score to a logit */
  readonly scale: number;
  /** first and last step size */
  readonly step: readonly [number, number];
  /** what the sum of squared slopes starts from: large enough that the first steps do not jump */
  readonly slope: number;
  readonly least: number;
  readonly seed: number;
}

/**
 * Weights before training: each label's lines added up and scaled to length 1 (its centroid), only where the label has the feature.
 * @param chosen lines to use, all by default
 */
export function centroids(
  lines: readonly Vector[],
  labelOf: ArrayLike<number>,
  labels: number,
  features: number,
  chosen: Iterable<number> = lines.keys(),
): Index {
  const byLabel: number[][] = Array.from({ length: labels }, () => []);
  for (const line of chosen) byLabel[labelOf[line]!]!.push(line);
  const starts = new Int32Array(features + 1);
  const sums = new Float64Array(features);
  const rows: { ids: Int32Array; weights: Float32Array }[] = [];
  const touched: number[] = [];
  for (const own of byLabel) {
    touched.length = 0;
    for (const line of own) {
      const { ids, values } = lines[line]!;
      for (let at = 0; at < ids.length; at++) {
        if (sums[ids[at]!] === 0) touched.push(ids[at]!);
        sums[ids[at]!]! += values[at]!;
      }
    }
    let length = 0;
    for (const feature of touched) length += sums[feature]! * sums[feature]!;
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
  const label = new Int32Array(starts[features]!);
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
export function train(
  start: Index,
  lines: readonly Vector[],
  labelOf: ArrayLike<number>,
  options: TrainingOptions,
  chosen: Iterable<number> = lines.keys(),
): Index {
  const { starts, label } = start;
  const weight = start.weight.slice();
  const slopes = new Float32Array(weight.length).fill(options.slope);
  const random = seededRandom(options.seed);
  const order = Int32Array.from(chosen);
  const share = new Float64Array(start.labels);
  const most = lines.reduce((longest, line) => Math.max(longest, line.ids.length), 0);
  const kept = new Int32Array(most);
  const value = new Float32Array(most);
  const steps = options.epochs * order.length;
  const [first, last] = options.step;
  let step = 0;
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      const held = order[at]!;
      order[at] = order[other]!;
      order[other] = held;
    }
    for (let at = 0; at < order.length; at++) {
      const line = lines[order[at]!]!;
      const wanted = labelOf[order[at]!]!;
      const rate = first * (last / first) ** (step / steps);
      step += 1;
      let size = 0;
      let length = 0;
      for (let each = 0; each < line.ids.length; each++) {
        if (random() < options.dropout) continue;
        const amount = line.values[each]!;
        kept[size] = line.ids[each]!;
        value[size] = amount;
        length += amount * amount;
        size += 1;
      }
      if (size === 0) continue;
      const rescale = 1 / Math.sqrt(length);
      share.fill(0);
      for (let each = 0; each < size; each++) {
        const amount = value[each]! * rescale;
        value[each] = amount;
        const end = starts[kept[each]! + 1]!;
        for (let entry = starts[kept[each]!]!; entry < end; entry++) share[label[entry]!]! += amount * weight[entry]!;
      }
      softmax(share, options.scale);
      share[wanted]! -= 1;
      for (let each = 0; each < share.length; each++) if (share[each]! < options.least && share[each]! > -options.least) share[each] = 0;
      for (let each = 0; each < size; each++) {
        const amount = value[each]!;
        const end = starts[kept[each]! + 1]!;
        for (let entry = starts[kept[each]!]!; entry < end; entry++) {
          const error = share[label[entry]!]!;
          if (error === 0) continue;
          const slope = error * amount;
          const sum = slopes[entry]! + slope * slope;
          slopes[entry] = sum;
          weight[entry]! -= (rate * slope) / Math.sqrt(sum);
        }
      }
    }
  }
  return { labels: start.labels, starts, label, weight };
}

function softmax(values: Float64Array, scale: number): void {
  let largest = -Infinity;
  for (let at = 0; at < values.length; at++) if (values[at]! > largest) largest = values[at]!;
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const power = Math.exp(scale * (values[at]! - largest));
    values[at] = power;
    sum += power;
  }
  for (let at = 0; at < values.length; at++) values[at]! /= sum;
}

/** Score of every label for a text: ⟨x, w⟩ in one pass over the rows of the text's features. */
export function scores(index: Index, text: Vector, into = new Float32Array(index.labels)): Float32Array {
  into.fill(0);
  for (let at = 0; at < text.ids.length; at++) {
    const amount = text.values[at]!;
    const end = index.starts[text.ids[at]! + 1]!;
    for (let entry = index.starts[text.ids[at]!]!; entry < end; entry++) into[index.label[entry]!]! += amount * index.weight[entry]!;
  }
  return into;
}
