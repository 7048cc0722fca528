import { expect, test } from 'vitest';
import { closest, closestFew } from '../../src/engine/closest.ts';

test('the nearest name is found, and none where nothing is near', () => {
  expect(closest('alternate', ['answer', 'alternates', 'related'])).toBe('alternates');
  expect(closest('dokcer', ['Docker', 'Django', 'Go'])).toBe('Docker');
  expect(closest('zzzz', ['Docker', 'Django'])).toBeUndefined();
  expect(closest('', ['Docker'])).toBeUndefined();
});

test('several names come nearest first', () => {
  expect(closestFew('java', ['javascript', 'java', 'python'], 2)).toEqual(['java', 'javascript']);
});
