import { describe, expect, test } from 'vitest';
import { byEntry, type Group } from './contestant.ts';
import { generate } from './generate.ts';
import { auroc, matchedOutcome, ownOutcome, type Trial } from './measure.ts';
import { sample } from './sets.ts';
import { withTypos } from './typos.ts';

const trial = (
  wanted: string[],
  first: string,
  confidence: number,
  decided?: 'answer' | 'choices' | 'nothing',
): Trial => ({
  wanted,
  found: { ranked: [first], confidence, ...(decided ? { decided } : {}) },
  microseconds: 1,
});

describe('the bench', () => {
  test('makes the same typos every time, one in every fourth word', () => {
    const text = 'should someone without formal education learn programming today';
    const typed = withTypos(text, 7);
    expect(withTypos(text, 7)).toBe(typed);
    expect(withTypos(text, 8)).not.toBe(typed);
    const words = typed.split(' ');
    expect(words.filter((word, at) => word !== text.split(' ')[at])).toHaveLength(2);
    expect(words.map(word => word[0])).toEqual(text.split(' ').map(word => word[0]));
  });

  test('leaves a text without long words as it is', () => {
    expect(withTypos('is c++ ok', 1)).toBe('is c++ ok');
  });

  test('generates the same knowledge every time, no line twice', () => {
    const { groups, questions } = generate(500, 20);
    expect(generate(500, 20)).toEqual({ groups, questions });
    const lines = [...groups.flatMap(group => group.lines), ...questions];
    expect(lines).toHaveLength(520);
    expect(new Set(lines).size).toBe(520);
  });

  test('takes a sample whose first part is the smaller sample', () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    expect(sample(list, 20, 3).slice(0, 5)).toEqual(sample(list, 5, 3));
    expect(new Set(sample(list, 20, 3)).size).toBe(20);
  });

  test('tells from the score how well in scope and out of scope are told apart', () => {
    expect(auroc([3, 2], [1, 0])).toBe(1);
    expect(auroc([1, 1], [1, 1])).toBe(0.5);
    expect(auroc([0], [1, 2])).toBe(0);
  });

  test('ranks entries by their best line and trusts none that something outside is ahead of', () => {
    const groups: Group[] = [
      { id: 'pay', role: 'entry', lines: ['a', 'b'] },
      { id: 'start', role: 'entry', lines: ['c'] },
      { id: 'cooking', role: 'outside', lines: ['d'] },
    ];
    const owners = Int32Array.from([0, 0, 1, 2]);
    const hits = [
      { line: 0, score: 1 },
      { line: 2, score: 3 },
      { line: 1, score: 2 },
    ];
    expect(byEntry(hits, groups, owners)).toEqual({ ranked: ['start', 'pay'], confidence: 3 });
    expect(byEntry([...hits, { line: 3, score: 5 }], groups, owners).confidence).toBe(-2);
  });

  test('lets a library answer as long as it makes no more mistakes than the standard', () => {
    const standard = ownOutcome([
      trial(['pay'], 'pay', 1, 'answer'),
      trial(['start'], 'pay', 1, 'answer'),
      trial(['start'], 'start', 1, 'choices'),
      trial([], 'pay', 1, 'nothing'),
    ]);
    expect(standard).toEqual({ right: 1, helped: 2, wrong: 1, outsideAnswered: 0, outsideLeft: 1 });
    const library = [
      trial(['pay'], 'pay', 0.9),
      trial(['start'], 'pay', 0.8),
      trial(['start'], 'start', 0.7),
      trial([], 'pay', 0.6),
    ];
    expect(matchedOutcome(library, standard)).toMatchObject({ right: 2, wrong: 1, outsideAnswered: 0, outsideLeft: 1 });
  });
});
