import type { Vector } from './space.ts';

/** Lines to learn, flat: line l has the features `ids[starts[l]]` to `ids[starts[l + 1]]`. */
export interface Lines {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly labels: Int32Array;
  /** the lines, each as often as it is seen in one round */
  readonly order: Int32Array;
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
