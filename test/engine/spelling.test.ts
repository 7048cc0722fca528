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
    expect(speller.correct(typed)[0]?.word).toBe(right);
  });

  test.each(['salary', 'java', 'ja', 'erp', 'dentist', 'x'.repeat(60), 's3', 'c++', 'guitar'])(
    '%s is left alone',
    word => {
      expect(speller.correct(word)).toEqual([]);
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
    expect(server.correct('serer')[0]?.word).toBe('server');
    expect(server.correct('suport')[0]?.word).toBe('support');
  });

  test('one edit in short words, two slips from five letters on, any two from seven on', () => {
    expect(speller.correct('lrn')).toEqual([]);
    expect(speller.correct('jaavv')[0]?.word).toBe('java');
    expect(speller.correct('slaarry')[0]?.word).toBe('salary');
    expect(speller.correct('xalarx')).toEqual([]);
    expect(speller.correct('inxervxew')[0]?.word).toBe('interview');
  });

  test('two edits, or another first letter, are a guess', () => {
    for (const typed of ['lerrn', 'lrean', 'intevriew']) expect(speller.correct(typed)[0]?.sure).toBe(true);
    for (const typed of ['jaavv', 'inntervew', 'ackend', 'nackend'])
      expect(speller.correct(typed)[0]?.sure).toBe(false);
  });

  test('what is nearly as likely comes with the likeliest, and nothing else', () => {
    const words = createSpeller(new Map(['lead', 'laid', 'land', 'lady', 'last', 'glad'].map(word => [word, 1])));
    expect(words.correct('lad').map(({ word }) => word)).toEqual(['lady', 'laid', 'land', 'lead']);
    expect(words.correct('laid')).toEqual([]);
    expect(speller.correct('salry').map(({ word }) => word)).toEqual(['salary']);
  });

  test('the more frequent word wins where both are as near', () => {
    expect(speller.correct('leearn')[0]?.word).toBe('learn');
  });

  test('nothing is put right to what is too long for a word', () => {
    const long = createSpeller(new Map([['a'.repeat(66), 1]]));
    expect(long.correct('baa')).toEqual([]);
    expect(long.correct('a'.repeat(40))).toEqual([]);
  });
});
