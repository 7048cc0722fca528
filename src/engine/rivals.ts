/**
 * Above so many labels common features are only looked up for the labels that the others find best. Their rows are as long as there are labels,
 * and nearly all of that work is for labels that have no chance.
 */
export const MANY_LABELS = 1000;
/** Labels that are compared exactly then. */
export const RIVALS = 32;

/**
 * Chooses the labels with the highest scores.
 * @param into takes them; as many are chosen as it has places, which are not more than there are scores
 * @param always a label that is chosen whatever its score; -1 for none
 */
export function nearest(scores: Float64Array, into: Int32Array, always = -1): void {
  let size = 0;
  for (let at = 0; at < scores.length; at++) {
    if (size === into.length && scores[at]! <= scores[into[size - 1]!]!) continue;
    let place = size < into.length ? size : size - 1;
    if (size < into.length) size += 1;
    while (place > 0 && scores[into[place - 1]!]! < scores[at]!) {
      into[place] = into[place - 1]!;
      place -= 1;
    }
    into[place] = at;
  }
  if (always >= 0 && !into.includes(always)) into[into.length - 1] = always;
}
