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
    ['jav', 'java'],
    ['jva', 'java'],
  ])('%s → %s', (typed, right) => {
    expect(speller.correct(typed)?.word).toBe(right);
  });

  test.each(['salary', 'java', 'ja', 'erp', 'dentist', 'x'.repeat(60), 's3', 'c++', 'guitar'])(
    '%s is left alone',
    word => {
      expect(speller.correct(word)).toBeUndefined();
    },
  );

  test('a letter left out costs as little as a slip to the next key', () => {
    const server = createSpeller(
      new Map([
        ['server', 10],
        ['serve', 10],
        ['support', 10],
        ['sport', 10],
      ]),
    );
    expect(server.correct('serer')?.word).toBe('server');
    expect(server.correct('suport')?.word).toBe('support');
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

  test('nothing is put right to what is too long for a word', () => {
    const long = createSpeller(new Map([['a'.repeat(66), 1]]));
    expect(long.correct('baa')).toBeUndefined();
    expect(long.correct('a'.repeat(40))).toBeUndefined();
  });
});
