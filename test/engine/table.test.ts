import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFinder, createTable } from '../../src/engine/table.ts';

const keys = fc.uniqueArray(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { maxLength: 3000 });

describe('tables of keys', () => {
  test('a table gives every key a number in the order in which they come, and the same number again', () => {
    fc.assert(
      fc.property(keys, all => {
        const table = createTable(10);
        expect(all.map(key => table.add(key))).toEqual([...all.keys()]);
        expect(all.map(key => table.add(key))).toEqual([...all.keys()]);
        expect([...table.keys()]).toEqual(all);
      }),
      { numRuns: 30 },
    );
  });

  test('a finder knows the keys that were filled in, and no other', () => {
    fc.assert(
      fc.property(keys, fc.nat(3000), (all, cut) => {
        const some = Math.min(cut, all.length);
        const finder = createFinder(Int32Array.from(all));
        finder.add(0, some);
        expect(all.map(key => finder.find(key))).toEqual([...all.keys()].map(id => (id < some ? id : -1)));
        finder.add(some, all.length);
        expect(all.map(key => finder.find(key))).toEqual([...all.keys()]);
      }),
      { numRuns: 30 },
    );
  });

  test('keys that share a slot, or all that the table notes of them, are told apart', () => {
    // A multiple of the table's length keeps the slot; within the lower bits it keeps the noted byte, too.
    const alike = Int32Array.from({ length: 300 }, (_, at) => at * 4096);
    const finder = createFinder(alike);
    finder.add(0, alike.length);
    expect([...alike].map(key => finder.find(key))).toEqual([...alike.keys()]);
    expect(finder.find(300 * 4096)).toBe(-1);
    expect(finder.find(1)).toBe(-1);
  });
});
