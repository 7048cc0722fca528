import { describe, expect, test } from 'vitest';
import { byPiece, byWord } from '../../src/engine/by-word.ts';

describe.each([
  ['word', byWord],
  ['piece of a message', byPiece],
])('what is remembered of a %s', (_, remembering) => {
  const counted = (): { of: (word: string) => number; calls: () => number } => {
    let calls = 0;
    const of = remembering(word => {
      calls += 1;
      return word.length;
    });
    return { of, calls: () => calls };
  };

  test('is made once', () => {
    const { of, calls } = counted();
    expect([of('salary'), of('salary'), of('sal' + 'ary'), of('pay')]).toEqual([6, 6, 6, 3]);
    expect(calls()).toBe(2);
  });

  test('is right for any word, and nothing is kept of what is too long to be one', () => {
    const { of, calls } = counted();
    const long = 'x'.repeat(4000);
    expect([of(long), of(long), of('😀'), of('\ud83d'), of('')]).toEqual([4000, 4000, 2, 1, 0]);
    expect(calls()).toBe(5);
  });

  test('is bounded: many words do not fill the memory, and each is still right', () => {
    const { of, calls } = counted();
    for (let at = 0; at < 60_000; at++) expect(of(`word${at}`)).toBe(`word${at}`.length);
    expect(of('word0')).toBe(5);
    expect(calls()).toBe(60_001);
  });
});
