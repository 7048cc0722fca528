import { describe, expect, test } from 'vitest';
import { COMMON_KEPT, dropping } from '../../src/engine/dropout.ts';
import { seededBits } from '../../src/engine/random.ts';
import { flatten } from '../../src/engine/train.ts';

const FEATURES = 60;
const ids = Int32Array.from({ length: FEATURES }, (_, id) => id);
const values = Float32Array.from(ids, id => 1 + id);
/** The second of two lines has every third feature in a full row. */
const full = Uint8Array.from(ids, id => (id % 3 === 0 ? 1 : 0));
const vector = (length: number) => ({
  ids: ids.slice(0, length),
  values: values.slice(0, length),
  words: length,
  mass: length,
  coverage: 1,
});
const lines = flatten([vector(7), vector(FEATURES)], Int32Array.of(0, 1), [0, 1]);

describe('leaving features out', () => {
  const DROPOUT = 0.6;
  const LOOKS = 4000;

  test('every feature stays as often as it should, the common ones less often', () => {
    const drops = dropping(lines, full, DROPOUT);
    const bits = seededBits(1);
    const times = new Float64Array(FEATURES);
    for (let look = 0; look < LOOKS; look++) {
      const size = drops.keep(1, bits);
      for (const id of drops.features.subarray(0, size)) times[id]! += 1;
    }
    for (const id of ids) {
      const wanted = (1 - DROPOUT) * (full[id] ? COMMON_KEPT : 1);
      // Four standard deviations, and the 256th to which a share is rounded.
      const most = 4 * Math.sqrt((wanted * (1 - wanted)) / LOOKS) + 1 / 256;
      expect(Math.abs(times[id]! / LOOKS - wanted)).toBeLessThan(most);
    }
  });

  test('what stays stands once, the common ones first, with length 1 together and in proportion', () => {
    const drops = dropping(lines, full, DROPOUT);
    const bits = seededBits(2);
    for (let look = 0; look < 50; look++) {
      const size = drops.keep(look % 2, bits);
      const kept = [...drops.features.subarray(0, size)];
      expect(new Set(kept).size).toBe(size);
      expect(kept.map(id => full[id])).toEqual(kept.map((_, at) => (at < drops.common() ? 1 : 0)));
      const amounts = [...drops.amounts.subarray(0, size)];
      if (size > 0) expect(amounts.reduce((sum, amount) => sum + amount * amount, 0)).toBeCloseTo(1, 6);
      for (const [at, id] of kept.entries())
        expect(amounts[at]! / amounts[0]!).toBeCloseTo(values[id]! / values[kept[0]!]!, 5);
    }
  });

  test('nothing is left out where nothing shall be', () => {
    const drops = dropping(lines, new Uint8Array(FEATURES), 0);
    expect(drops.keep(1, seededBits(3))).toBe(FEATURES);
    expect(drops.keep(0, seededBits(3))).toBe(7);
  });
});
