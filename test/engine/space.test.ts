import { describe, expect, test } from 'vitest';
import type { Features } from '../../src/engine/features.ts';
import { collectSpace, createSpace } from '../../src/engine/space.ts';

/** A text with these words and neighbours, each of them a key. */
function text(words: readonly number[], neighbours: readonly number[] = []): Features {
  const keys = Int32Array.from([...words, ...neighbours]);
  return {
    keys,
    amounts: new Float32Array(keys.length).fill(1),
    words: words.length,
    neighbours: keys.length,
    letters: [],
    counts: new Float32Array(0),
  };
}

describe('the space of a knowledge', () => {
  const own = [text([1, 2], [12]), text([1, 3], [13])];
  const elsewhere = [text([1, 4], [14]), text([1, 2, 4], [12])];
  const data = collectSpace([...own, ...elsewhere], line => line < 2, 2);

  test('has the features of its own lines only', () => {
    expect([...data.keys].sort((a, b) => a - b)).toEqual([1, 2, 3, 12]);
    expect(createSpace(data, [1, 1, 1]).vector(text([4])).ids).toHaveLength(0);
  });

  test('what lies elsewhere says how rare they are', () => {
    const count = (key: number): number => data.counts[data.keys.indexOf(key)]!;
    expect([1, 2, 3, 12].map(count)).toEqual([4, 2, 1, 2]);
    expect(data.lines).toBe(4);
    const space = createSpace(data, [1, 1, 1]);
    expect(space.rarityOf(space.find(2))).toBeCloseTo(Math.log(1 + 4 / 2));
  });

  test('neighbours that nobody else writes side by side are left out', () => {
    expect(data.keys).not.toContain(13);
    const alone = collectSpace(own, () => true);
    expect([...alone.keys].sort((a, b) => a - b)).toEqual([1, 2, 3]);
  });
});
