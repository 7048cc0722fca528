import { describe, expect, test } from 'vitest';
import { flatten } from '../../src/engine/lines.ts';
import { OPTIONS } from '../../src/engine/matcher.ts';
import { type Index, withoutSmall } from '../../src/engine/rows.ts';
import { createScorer } from '../../src/engine/scorer.ts';
import type { Vector } from '../../src/engine/space.ts';
import { centroids, meanBeside, meanOf, train } from '../../src/engine/train.ts';

/** A text with the given features, each equally strong. */
function vector(...ids: number[]): Vector {
  const values = new Float32Array(ids.length).fill(1 / Math.sqrt(ids.length));
  return { ids: Int32Array.from(ids), values, words: ids.length, mass: ids.length, coverage: 1 };
}
/** Feature 0 stands in every line and says nothing; 1 to 3 belong to the first label, 4 to 6 to the second. */
const vectors = [vector(0, 1, 2), vector(0, 2, 3), vector(0, 1, 3), vector(0, 4, 5), vector(0, 5, 6), vector(0, 4, 6)];
const labelOf = Int32Array.from([0, 0, 0, 1, 1, 1]);
const lines = flatten(vectors, labelOf, [...vectors.keys()]);
const start = centroids(lines, 2, 7);
const trained = train(start, lines, OPTIONS.training);
const winner = (index: Index, text: Vector): number => {
  const [first, second] = createScorer(index)(text);
  return first! >= second! ? 0 : 1;
};
const lead = (index: Index, text: Vector): number => {
  const [first, second] = createScorer(index)(text);
  return first! - second!;
};

describe('training', () => {
  test('every line finds its label, before and after', () => {
    for (const [line, text] of vectors.entries()) {
      expect(winner(start, text)).toBe(labelOf[line]);
      expect(winner(trained, text)).toBe(labelOf[line]);
    }
  });

  test('puts right what the centroids get wrong', () => {
    const odd = vector(1, 7);
    const more = [
      vector(1, 2),
      vector(1, 3),
      vector(1, 2, 3),
      vector(1, 3),
      vector(4, 5),
      vector(5, 6),
      vector(4, 6),
      odd,
    ];
    const all = flatten(more, Int32Array.from([0, 0, 0, 0, 1, 1, 1, 1]), [...more.keys()]);
    const before = centroids(all, 2, 8);
    expect(winner(before, odd)).toBe(0);
    expect(winner(train(before, all, { ...OPTIONS.training, epochs: 40, touches: 1e9, dropout: 0 }), odd)).toBe(1);
  });

  test('a feature that all have says little', () => {
    expect(Math.abs(lead(trained, vector(0)))).toBeLessThan(Math.abs(lead(trained, vector(1))) / 2);
  });

  test('a line that is seen more often than the others counts more, for as many looks in all', () => {
    const texts = [vector(0, 1), vector(0, 2), vector(0, 1), vector(0, 3)];
    const owners = Int32Array.of(0, 0, 1, 1);
    const options = { ...OPTIONS.training, dropout: 0 };
    const of = (...times: number[]): number => {
      const each = flatten(texts, owners, [0, 1, 2, 3], times);
      return lead(train(centroids(each, 2, 4), each, options), vector(0, 1));
    };
    expect(of(1, 1, 1, 1)).toBeCloseTo(0, 1);
    expect(of(3, 1, 1, 1)).toBeGreaterThan(of(1, 1, 1, 1) + 0.01);
    expect(of(1, 1, 3, 1)).toBeLessThan(of(1, 1, 1, 1) - 0.01);
  });

  test('the same seed gives the same weights, another seed others; the start stays as it was', () => {
    const before = start.weight.slice();
    expect(train(start, lines, OPTIONS.training).weight).toEqual(trained.weight);
    expect(train(start, lines, { ...OPTIONS.training, seed: 9 }).weight).not.toEqual(trained.weight);
    expect(start.weight).toEqual(before);
  });

  test('the mean of trainings lies between them', () => {
    const other = train(start, lines, { ...OPTIONS.training, seed: 9 });
    const mean = meanOf([trained, other]);
    for (const [at, weight] of mean.weight.entries()) {
      expect(weight).toBeGreaterThanOrEqual(Math.min(trained.weight[at]!, other.weight[at]!) - 1e-6);
      expect(weight).toBeLessThanOrEqual(Math.max(trained.weight[at]!, other.weight[at]!) + 1e-6);
    }
  });

  test('the mean of a training and of others that know a label more: that label keeps their weights', () => {
    const firstTwo = Int32Array.from([0, 0, 0, 1, 1]);
    const apart = flatten(vectors, firstTwo, [0, 1, 2, 3, 4]);
    const both = train(centroids(apart, 2, 7), apart, OPTIONS.training);
    const all = flatten(vectors, Int32Array.from([...firstTwo, 2]), [...vectors.keys()]);
    const three = train(centroids(all, 3, 7), all, OPTIONS.training);
    const mean = meanBeside(both, three, 0.25);
    const weights = ({ starts, label, weight }: Index, of: number): [number, number][] =>
      Array.from({ length: 7 }, (_, id) => id).flatMap(id =>
        [...weight.keys()]
          .filter(at => at >= starts[id]! && at < starts[id + 1]! && label[at] === of)
          .map((at): [number, number] => [id, weight[at]!]),
      );
    expect(weights(mean, 2)).toEqual(weights(three, 2));
    for (const label of [0, 1]) {
      const [own, others] = [weights(both, label), weights(three, label)];
      expect(weights(mean, label).map(([id]) => id)).toEqual(own.map(([id]) => id));
      for (const [at, [, weight]] of weights(mean, label).entries())
        expect(weight).toBeCloseTo(0.25 * own[at]![1] + 0.75 * others[at]![1], 5);
    }
  });

  test('only chosen lines are learnt', () => {
    const firstOnly = flatten(vectors, labelOf, [0, 1, 2]);
    const index = train(centroids(firstOnly, 2, 7), firstOnly, OPTIONS.training);
    expect(lead(index, vector(4, 5, 6))).toBe(0);
    expect(lead(index, vector(1))).toBeGreaterThan(0);
  });

  test('nothing to learn is no fault', () => {
    const none = flatten([], Int32Array.of(), []);
    expect(train(centroids(none, 3, 0), none, OPTIONS.training).weight).toHaveLength(0);
  });
});

describe('small weights', () => {
  const long = 20;
  const index: Index = {
    labels: long,
    starts: Int32Array.of(0, long, long + 2),
    label: Uint16Array.from([...Array.from({ length: long }, (_, at) => at), 3, 5]),
    weight: Float32Array.from([...Array.from({ length: long }, (_, at) => (at % 2 === 0 ? 0.001 : -0.5)), 0.001, 0.5]),
  };

  test('are left out of long rows, and stay in short ones, where they tell labels apart', () => {
    const { starts, label, weight } = withoutSmall(index);
    expect([...starts]).toEqual([0, long / 2, long / 2 + 2]);
    expect([...label.slice(0, 3)]).toEqual([1, 3, 5]);
    expect([...label.slice(-2)]).toEqual([3, 5]);
    expect([...weight.slice(0, long / 2)]).toEqual(Array.from({ length: long / 2 }, () => -0.5));
  });
});
