import { expect, test } from 'vitest';
import { createSigns } from '../../src/engine/signs.ts';

const signs = createSigns([
  { id: 'crisis', between: 0, phrases: [['want', 'to', 'die']] },
  {
    id: 'legal',
    between: 1,
    phrases: [
      ['sue', 'my', 'employer'],
      ['take', 'to', 'court'],
    ],
  },
]);

test.each([
  ['i want to die', 'crisis'],
  ['i want php to die', undefined],
  ['can i sue my old employer', 'legal'],
  ['can i sue my old and mean employer', undefined],
  ['sue sue my employer', 'legal'],
  ['the process wants to die', undefined],
  ['i want to die and sue my employer', 'crisis'],
])('%j → %s', (text, id) => {
  expect(signs.find(text.split(' '))).toBe(id);
});
