/** Lines to learn, flat: line l has the features `ids[starts[l]]` to `ids[starts[l + 1]]`. */
export interface Lines {
  readonly starts: Int32Array;
  readonly ids: Int32Array;
  readonly values: Float32Array;
  readonly labels: Int32Array;
  /** the lines, each as often as it is seen in one round */
  readonly order: Int32Array;
}

/** Of the features that many labels have, this share is kept of what is kept of the others: they cost most and say least. */
export const COMMON_KEPT = 0.625;

interface Drops {
  /** features that stay, those with full rows first, and their values, scaled to length 1 together */
  readonly features: Int32Array;
  readonly amounts: Float64Array;
  /** Chooses the features of a line that stay. @param bits random ones, 32 at a time @returns how many there are */
  keep(line: number, bits: () => number): number;
  /** how many of them have full rows */
  common(): number;
}

/** A feature is left out by eight random bits: four decisions for the price of one. */
const BITS = 8;
const SHARES = 2 ** BITS;
const AT_ONCE = 32 / BITS;

/** Leaves features of a line out at random. @param full 1 for features that many labels have @param dropout share that is left out, 0 to 1, to 1 in 256 */
export function dropping(lines: Lines, full: Uint8Array, dropout: number): Drops {
  const { starts, ids, values, middles, longest } = commonFirst(lines, full);
  const features = new Int32Array(longest);
  const amounts = new Float64Array(longest);
  const left = Math.round(SHARES * dropout);
  const commonLeft = Math.round(SHARES * (1 - (1 - dropout) * COMMON_KEPT));
  let common = 0;
  /** @param size features that stay already @returns how many there are then */
  const take = (from: number, to: number, size: number, least: number, bits: () => number): number => {
    let drawn = 0;
    let place = size;
    for (let at = from; at < to; at++) {
      drawn = ((at - from) & (AT_ONCE - 1)) === 0 ? bits() : drawn >>> BITS;
      features[place] = ids[at]!;
      amounts[place] = values[at]!;
      // Without a branch, which the processor would guess wrong half of the time: one more where it stays.
      place += (least - 1 - (drawn & (SHARES - 1))) >>> 31;
    }
    return place;
  };
  return {
    features,
    amounts,
    common: () => common,
    keep(line, bits) {
      common = take(starts[line]!, middles[line]!, 0, commonLeft, bits);
      const size = take(middles[line]!, starts[line + 1]!, common, left, bits);
      let length = 0;
      for (let at = 0; at < size; at++) length += amounts[at]! * amounts[at]!;
      const scale = length > 0 ? 1 / Math.sqrt(length) : 0;
      for (let at = 0; at < size; at++) amounts[at]! *= scale;
      return size;
    },
  };
}

/** The same lines with their features in another order: those with full rows end at the line's middle. */
function commonFirst(
  { starts, ids, values }: Lines,
  full: Uint8Array,
): Pick<Lines, 'starts' | 'ids' | 'values'> & { readonly middles: Int32Array; readonly longest: number } {
  const sorted = { ids: new Int32Array(ids.length), values: new Float32Array(ids.length) };
  const middles = new Int32Array(starts.length - 1);
  let longest = 0;
  for (let line = 0; line < middles.length; line++) {
    const end = starts[line + 1]!;
    let place = starts[line]!;
    longest = Math.max(longest, end - place);
    for (const wanted of [1, 0]) {
      for (let at = starts[line]!; at < end; at++) {
        if (full[ids[at]!] !== wanted) continue;
        sorted.ids[place] = ids[at]!;
        sorted.values[place] = values[at]!;
        place += 1;
      }
      if (wanted === 1) middles[line] = place;
    }
  }
  return { starts, ...sorted, middles, longest };
}
