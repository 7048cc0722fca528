import { describe, expect, test } from 'vitest';
import { type Features, features, namedFeatures } from '../../src/engine/features.ts';
import { OPTIONS } from '../../src/engine/matcher.ts';
import { reweighed, type Word, wordOf } from '../../src/engine/word.ts';

const of = (...words: (string | Word)[]): Features =>
  features(
    words.map(each => (typeof each === 'string' ? wordOf(each) : each)),
    OPTIONS.features,
  );
const view = ({ keys, words, letters }: Features, number: 0 | 1 | 2): Set<number> =>
  new Set(number === 0 ? keys.slice(0, words) : number === 1 ? keys.slice(words) : letters.flatMap(runs => [...runs]));
const shared = (a: Features, b: Features, number: 0 | 1 | 2): number =>
  [...view(a, number)].filter(key => view(b, number).has(key)).length;

/** Keys of two words in company. */
const company = ({ keys, neighbours }: Features): Set<number> => new Set(keys.slice(neighbours));

describe('features', () => {
  test('words and pairs: every key once; letters: word by word', () => {
    const found = of('how', 'much', 'how', 'much');
    expect(found.words).toBe(2);
    expect(new Set(found.keys.slice(0, found.neighbours)).size).toBe(found.neighbours);
    expect(found.amounts.slice(0, 2)).toEqual(Float32Array.from([2, 2]));
    expect(found.letters.map(runs => runs.length)).toEqual([2, 3, 2, 3]);
    expect(found.letters[2]).toBe(found.letters[0]);
  });

  test('forms of a word share their stem, other words share only letters', () => {
    expect(shared(of('developers'), of('developer'), 0)).toBe(1);
    expect(shared(of('database'), of('datastore'), 0)).toBe(0);
    expect(shared(of('database'), of('datastore'), 2)).toBeGreaterThan(0);
  });

  test('pairs know the order of words', () => {
    const [forth, back] = [of('work', 'abroad'), of('abroad', 'work')];
    expect(shared(forth, back, 0)).toBe(2);
    expect(shared(forth, back, 1)).toBeLessThan(view(forth, 1).size);
    expect(shared(of('learn', 'java', 'now'), of('learn', 'sql', 'now'), 1)).toBeGreaterThan(0);
  });

  test('words in company: in either order, a few words apart and no further', () => {
    const near = company(of('php', 'developer', 'with', 'an', 'offer'));
    expect(near.has([...company(of('offer', 'php'))][0]!)).toBe(true);
    const far = company(of('php', ...'abcdefgh', 'offer'));
    expect(far.has([...company(of('offer', 'php'))][0]!)).toBe(false);
  });

  test('in a long story company is three words, and no further', () => {
    const story = Array.from({ length: 60 }, (_, at) => `word${at}`);
    const pairOf = (one: string, other: string): number => [...company(of(one, other))][0]!;
    expect(company(of(...story)).has(pairOf('word1', 'word4'))).toBe(true);
    expect(company(of(...story)).has(pairOf('word1', 'word5'))).toBe(false);
    expect(company(of(...story.slice(0, 30))).has(pairOf('word1', 'word5'))).toBe(true);
  });

  test('company that weighs nothing is not looked for', () => {
    const found = features([wordOf('php'), wordOf('offer')], { ...OPTIONS.features, company: 0 });
    expect(found.neighbours).toBe(found.keys.length);
  });

  test('what stands there again and again counts a little more than once', () => {
    const often = of(...Array.from({ length: 50 }, () => 'cook'), 'degree');
    const sum = (counts: Float32Array): number => counts.reduce((total, count) => total + count, 0);
    expect(sum(often.counts.slice(0, 50))).toBeCloseTo(1 + Math.log(50), 3);
    expect(often.counts[50]).toBe(1);
  });

  test('an exact name shares no letters with its neighbours', () => {
    const exact = (text: string): Word => wordOf(text, 1, true);
    expect(shared(of(exact('java')), of(exact('javascript')), 2)).toBe(0);
    expect(shared(of(exact('sql')), of(exact('nosql')), 2)).toBe(0);
    expect(shared(of(exact('java')), of(exact('java')), 2)).toBe(1);
    expect(shared(of('java'), of('javascript'), 2)).toBeGreaterThan(0);
  });

  test('words of one group have it in common', () => {
    const pay = (text: string): Word => wordOf(text, 1, false, ['pay']);
    expect(shared(of(pay('salary')), of(pay('wage')), 0)).toBe(1);
  });

  test('a word put right counts less than one as typed', () => {
    const [typed, corrected] = [of('salary'), of(reweighed(wordOf('salary'), 0.8))];
    expect(corrected.keys).toEqual(typed.keys);
    for (const [at, amount] of corrected.amounts.entries()) expect(amount).toBeLessThanOrEqual(typed.amounts[at]!);
    expect(OPTIONS.corrected[0]).toBeGreaterThan(OPTIONS.corrected[1]);
  });

  test('no words have no words, and a very long text is bounded', () => {
    expect(of().words).toBe(0);
    const long = of(...Array.from({ length: 20_000 }, (_, at) => `word${at}`));
    expect(long.keys.length).toBeLessThan(20_000);
  });

  test('people can read the words and groups', () => {
    const names = namedFeatures([wordOf('salary', 1, false, ['pay']), wordOf('java')]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['salary', '(pay)', 'java']));
  });
});
