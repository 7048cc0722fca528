/** Lines to learn, flat: line l has the features `ids[starts[l]]` to `ids[starts[l + 1]]`. */
export interface Lines {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly labels: Int32Array;
}

/** Of the features that many labels have, this share is kept of what is kept of the others: they cost most and say least. */
export const COMMON_KEPT = 0.625;

interface Drops {
  /** features that stay, those with full rows first, and their values, scaled to length 1 together */
  readonly features: Int32Array;
  readonly amounts: Float64Array;
  /** Chooses the features of a line that stay. @returns how many there are */
  keep(line: number, random: () => number): number;
  /** how many of them have full rows */
  common(): number;
}

/** Leaves features of a line out at random. @param full 1 for features that many labels have @param dropout share that is left out, 0 to 1 */
export function dropping(lines: Lines, full: Uint8Array, dropout: number): Drops {
  let longest = 0;
  for (let line = 0; line < lines.labels.length; line++)
    longest = Math.max(longest, lines.starts[line + 1]! - lines.starts[line]!);
  const features = new Int32Array(longest);
  const amounts = new Float64Array(longest);
  const commonDropout = 1 - (1 - dropout) * COMMON_KEPT;
  let common = 0;
  return {
    features,
    amounts,
    common: () => common,
    keep(line, random) {
      const start = lines.starts[line]!;
      const end = lines.starts[line + 1]!;
      let size = 0;
      let length = 0;
      common = 0;
      for (let at = start; at < end; at++) {
        const feature = lines.ids[at]!;
        const isCommon = full[feature]!;
        if (random() < (isCommon ? commonDropout : dropout)) continue;
        let place = size;
        if (isCommon) {
          // The first of the others makes room.
          features[size] = features[common]!;
          amounts[size] = amounts[common]!;
          place = common;
          common += 1;
        }
        const amount = lines.values[at]!;
        features[place] = feature;
        amounts[place] = amount;
        length += amount * amount;
        size += 1;
      }
      const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
      for (let at = 0; at < size; at++) amounts[at]! *= scale;
      return size;
    },
  };
}
