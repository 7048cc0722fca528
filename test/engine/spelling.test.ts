import { describe, expect, test } from 'vitest';
import { createSpeller } from '../../src/engine/spelling.ts';

const speller = createSpeller(
  new Map([
    ['salary', 20],
    ['backend', 50],
    ['developer', 50],
    ['interview', 10],
    ['kubernetes', 4],
    ['java', 9],
    ['javascript', 9],
    ['learn', 30],
    ['lean', 1],
    ['internship', 6],
  ]),
);

describe('the speller', () => {
  test.each([
    ['salery', 'salary'],
    ['bakcend', 'backend'],
    ['backendd', 'backend'],
    ['develper', 'developer'],
    ['devloperr', 'developer'],
    ['kuberntes', 'kubernetes'],
    ['javscript', 'javascript'],
    ['intervew', 'interview'],
    ['internhsip', 'internship'],
    ['ackend', 'backend'],
    ['abckend', 'backend'],
    ['nackend', 'backend'],
    ['bbackend', 'backend'],
  ])('%s → %s', (typed, right) => {
    expect(speller.correct(typed)?.word).toBe(right);
  });

  test.each(['salary', 'java', 'jav', 'dentist', 'x'.repeat(60), 's3', 'c++', 'guitar'])('%s is left alone', word => {
    expect(speller.correct(word)).toBeUndefined();
  });

  test('one edit below seven letters, two from seven on', () => {
    expect(speller.correct('lerrn')?.word).toBe('learn');
    expect(speller.correct('lrean')?.edits).toBe(1);
    expect(speller.correct('xalarx')).toBeUndefined();
    expect(speller.correct('intevriew')?.edits).toBe(1);
    expect(speller.correct('inntervew')?.edits).toBe(2);
  });

  test('the more frequent word wins where both are as near', () => {
    expect(speller.correct('leearn')?.word).toBe('learn');
  });
});
