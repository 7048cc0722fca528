import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/engine/random.ts';
import { MANY_LABELS, RIVALS } from '../../src/engine/rivals.ts';
import { type Index, isCommon } from '../../src/engine/rows.ts';
import { createScorer } from '../../src/engine/scorer.ts';

const FEATURES = 40;

/** An index of random weights; every fourth feature is one that many labels have. */
function indexOf(labels: number): Index {
  const random = seededRandom(labels);
  const rows = Array.from({ length: FEATURES }, (_, id) =>
    Array.from({ length: labels }, (_, label) => label).filter(() => random() < (id % 4 === 0 ? 0.4 : 0.02)),
  );
  const starts = Int32Array.from([0, ...rows.map((_, id) => rows.slice(0, id + 1).flat().length)]);
  const label = Uint16Array.from(rows.flat());
  return { labels, starts, label, weight: Float32Array.from(label, () => random() - 0.3) };
}

const ids = Int32Array.from({ length: 12 }, (_, at) => at * 3);
const text = { ids, values: Float32Array.from(ids, id => 1 / (1 + id)), words: 12, mass: 1, coverage: 1 };

/** ⟨x, w⟩ by the definition. @param counts whether a feature counts */
function plainly({ labels, starts, label, weight }: Index, counts: (id: number) => boolean): number[] {
  const all = new Array<number>(labels).fill(0);
  for (const [at, id] of ids.entries())
    for (let place = starts[id]!; place < starts[id + 1]!; place++)
      if (counts(id)) all[label[place]!]! += text.values[at]! * weight[place]!;
  return all;
}

const near = (found: ArrayLike<number>, wanted: readonly number[], which = [...wanted.keys()]): void => {
  for (const label of which) expect(found[label]).toBeCloseTo(wanted[label]!, 6);
};

describe('the score of every label', () => {
  test('is ⟨x, w⟩, added to what is there', () => {
    const index = indexOf(70);
    const whole = plainly(index, () => true);
    near(createScorer(index)(text), whole);
    near(
      createScorer(index)(text, new Float64Array(70).fill(2)),
      whole.map(score => score + 2),
    );
  });

  test('above a thousand labels is whole for the nearest, and without common features for the others', () => {
    const index = indexOf(MANY_LABELS + 200);
    const common = (id: number): boolean => isCommon(index.starts[id + 1]! - index.starts[id]!, index.labels);
    expect([...ids].filter(common).length).toBeGreaterThan(2);
    const part = plainly(index, id => !common(id));
    const order = [...part.keys()].sort((a, b) => part[b]! - part[a]! || a - b);
    const score = createScorer(index);
    for (let round = 0; round < 2; round++) {
      const found = score(text);
      near(
        found,
        plainly(index, () => true),
        order.slice(0, RIVALS),
      );
      near(found, part, order.slice(RIVALS));
    }
  });
});
