/**
 * Above so many labels common features are only looked up for the labels that the others find best. Their rows are as long as there are labels,
 * and nearly all of that work is for labels that have no chance.
 */
export const MANY_LABELS = 1000;
/** Labels that are compared exactly then. */
export const RIVALS = 32;

/**
 * Chooses the labels with the highest scores, the first of equals first.
 * @param into takes them, best first; as many are chosen as it has places, which are not more than there are scores
 */
export function nearest(scores: Float64Array, into: Int32Array): void {
  let size = 0;
  /** score of the last of them, once there are enough */
  let least = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) {
    const score = scores[at]!;
    if (score <= least) continue;
    let place = size < into.length ? size : size - 1;
    if (size < into.length) size += 1;
    while (place > 0 && scores[into[place - 1]!]! < score) {
      into[place] = into[place - 1]!;
      place -= 1;
    }
    into[place] = at;
    if (size === into.length) least = scores[into[size - 1]!]!;
  }
}
