import { COMMON_KEPT, createKernel, type LookOptions } from './kernel/kernel.ts';
import type { Lines } from './lines.ts';
import { MANY_LABELS, RIVALS } from './rivals.ts';
import { type Index, isCommon } from './rows.ts';

export type { Index } from './rows.ts';

/** More labels than a 16-bit number can name. */
export const MOST_LABELS = 65_535;

export interface TrainingOptions extends LookOptions {
  /** times that a line is seen, on average, */
  readonly epochs: number;
  /** unless that touches more than so many weights: then the last looks are left out, so that a large knowledge base loads in time */
  readonly touches: number;
  /** first and last step size */
  readonly step: readonly [number, number];
  readonly seed: number;
}

/** Weights before training: each label's lines added up and scaled to length 1 (its centroid), only where the label has the feature. */
export function centroids(lines: Lines, labels: number, features: number): Index {
  const order = Array.from(lines.labels.keys()).sort((a, b) => lines.labels[a]! - lines.labels[b]! || a - b);
  /** the label with which a feature came last: the first time with a label it takes a place more */
  const last = new Int32Array(features).fill(-1);
  const starts = new Int32Array(features + 1);
  for (const line of order) {
    const owner = lines.labels[line]!;
    for (let at = lines.starts[line]!; at < lines.starts[line + 1]!; at++) {
      const feature = lines.ids[at]!;
      if (last[feature] === owner) continue;
      last[feature] = owner;
      starts[feature + 1]! += 1;
    }
  }
  for (let feature = 0; feature < features; feature++) starts[feature + 1]! += starts[feature]!;
  const next = starts.slice();
  const label = new Uint16Array(starts[features]!);
  const weight = new Float32Array(starts[features]!);
  last.fill(-1);
  for (const line of order) {
    const owner = lines.labels[line]!;
    for (let at = lines.starts[line]!; at < lines.starts[line + 1]!; at++) {
      const feature = lines.ids[at]!;
      if (last[feature] !== owner) {
        last[feature] = owner;
        label[next[feature]!] = owner;
        next[feature]! += 1;
      }
      weight[next[feature]! - 1]! += lines.values[at]!;
    }
  }
  const squares = new Float64Array(labels);
  for (let at = 0; at < weight.length; at++) squares[label[at]!]! += weight[at]! * weight[at]!;
  for (let at = 0; at < weight.length; at++) weight[at]! /= Math.sqrt(squares[label[at]!]!);
  return { labels, starts, label, weight };
}

/**
 * Softmax regression over the labels, from their centroids: logit = scale · ⟨x, w⟩, AdaGrad (Duchi, Hazan, Singer 2011) with a falling
 * step, features dropped at random and the rest rescaled. Weights exist only where the label has the feature.
 * @returns learns once with a seed, each time from the start; the same input and seed give the same weights
 */
export function createTrainer(start: Index, lines: Lines, options: TrainingOptions): (seed: number) => Index {
  const kernel = createKernel(start, lines, options);
  const looks = Math.min(
    Math.round(options.epochs * lines.labels.length),
    Math.floor(options.touches / touchesOf(start, lines, options.dropout)),
  );
  const [first, last] = options.step;
  const fall = (last / first) ** (1 / Math.max(1, looks));
  return seed => ({ ...start, weight: kernel.learn(seed, looks, first, fall) });
}

/** The same, once. */
export function train(start: Index, lines: Lines, options: TrainingOptions): Index {
  return createTrainer(start, lines, options)(options.seed);
}

/** What a look at a line takes beside its weights (choosing features, probabilities), in weights that could be touched instead. */
const BESIDES = 1000;

/** Weights that one look at a line touches, on average, and what takes as long. */
function touchesOf({ labels, starts }: Index, lines: Lines, dropout: number): number {
  const rivals = labels > MANY_LABELS ? RIVALS : labels;
  let sum = 0;
  for (let at = 0; at < lines.ids.length; at++) {
    const length = starts[lines.ids[at]! + 1]! - starts[lines.ids[at]!]!;
    sum += isCommon(length, labels) ? COMMON_KEPT * rivals : length;
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

/**
 * The mean of a training and of others that knew a label more, the last of all: that label's weights are those of the others.
 * @param alone without that label @param others with it @param share how much the first counts, 0 to 1
 */
export function meanBeside(alone: Index, others: Index, share: number): Index {
  const weight = others.weight.slice();
  // Rows stand in the order of labels, so that both have the same, but for the last label.
  for (let at = 0, other = 0; at < weight.length; at++) {
    if (others.label[at]! >= alone.labels) continue;
    weight[at]! += (alone.weight[other]! - weight[at]!) * share;
    other += 1;
  }
  return { ...others, weight };
}
