import { expect, test } from 'vitest';
import { createNames } from '../../src/engine/names.ts';

const names = createNames([
  { id: 'java', names: [['java']] },
  { id: 'javascript', names: [['javascript'], ['js']] },
  { id: 'spring', names: [['spring', 'boot'], ['spring']] },
  { id: 'other', names: [['js']] },
]);

test('names are found as whole words, the longest first', () => {
  expect(names.find(['learn', 'java', 'spring', 'boot', 'or', 'javascript'])).toEqual([
    { id: 'java', from: 1, to: 2 },
    { id: 'spring', from: 2, to: 4 },
    { id: 'javascript', from: 5, to: 6 },
  ]);
  expect(names.find(['javas', 'springboot'])).toEqual([]);
});

test('the first owner of a name keeps it', () => {
  expect(names.exactly(['js'])).toBe('javascript');
  expect(names.exactly(['spring', 'boot', 'course'])).toBeUndefined();
});
