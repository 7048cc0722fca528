import { describe, expect, test } from 'vitest';
import { calibrate, probability, type Trial } from '../../src/engine/calibrate.ts';

describe('calibrate', () => {
  test('gives back the probability with which the trials were made', () => {
    const trials: Trial[] = [];
    for (let at = 0; at < 2000; at++) {
      const score = (at % 100) / 100;
      const chance = 1 / (1 + Math.exp(3 - 8 * score));
      trials.push({ inputs: [score], right: ((at * 7919) % 1000) / 1000 < chance });
    }
    const fitted = calibrate(trials);
    for (const score of [0.1, 0.3, 0.5, 0.8]) {
      expect(probability(fitted, [score])).toBeCloseTo(1 / (1 + Math.exp(3 - 8 * score)), 1);
    }
  });

  test('stays finite without trials, or with trials of one kind', () => {
    expect(probability(calibrate([]), [])).toBeCloseTo(0.5, 5);
    const all = calibrate(Array.from({ length: 50 }, () => ({ inputs: [0.5, 1], right: true })));
    expect(probability(all, [0.5, 1])).toBeGreaterThan(0.9);
    expect(probability(all, [0.5, 1])).toBeLessThan(1);
  });

  test('a heavier trial counts more', () => {
    const light = calibrate([
      { inputs: [], right: true },
      { inputs: [], right: false },
    ]);
    const heavy = calibrate([
      { inputs: [], right: true, weight: 5 },
      { inputs: [], right: false },
    ]);
    expect(probability(heavy, [])).toBeGreaterThan(probability(light, []));
  });

  test('few trials move what is believed a little, many decide', () => {
    const prior = [
      { mean: -1, precision: 4 },
      { mean: 3, precision: 4 },
    ];
    // The stronger, the less often right: nothing that anybody would believe of five trials.
    const trial = (at: number): Trial => ({ inputs: [(at % 5) / 4], right: at % 5 < 3 });
    const weightAfter = (trials: number): number =>
      calibrate(
        Array.from({ length: trials }, (_, at) => trial(at)),
        prior,
      ).weights[0]!;
    expect(calibrate([], prior)).toEqual({ bias: expect.closeTo(-1, 6), weights: [expect.closeTo(3, 6)] });
    expect(weightAfter(5)).toBeGreaterThan(2);
    expect(weightAfter(5)).toBeLessThan(3);
    expect(weightAfter(2000)).toBeLessThan(-3);
  });
});
