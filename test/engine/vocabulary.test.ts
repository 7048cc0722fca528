import { describe, expect, test } from 'vitest';
import { stem, tokenize } from '../../src/engine/text.ts';
import { compileVocabulary, createVocabulary } from '../../src/engine/vocabulary.ts';

const compiled = compileVocabulary(
  {
    same: { kubernetes: ['k8s'], frontend: ['front end'], 'software engineer': ['swe'] },
    alike: { pay: ['salary', 'wage', 'take home'], doubt: ['not good enough'] },
    plain_english: {
      go: {
        means: 'golang',
        after: ['learn', 'in'],
        before: ['developer', 'backend'],
        never_before: ['to', 'for', 'from'],
      },
    },
    exact: ['java', 'python'],
  },
  tokenize,
  stem,
);
const vocabulary = createVocabulary(compiled, stem);
const read = (text: string) => vocabulary.apply(tokenize(text).map(word => vocabulary.typed(word)));
const words = (text: string): string[] => read(text).map(word => word.text);

describe('the vocabulary', () => {
  test('spellings become the same word', () => {
    expect(words('k8s for a front end SWE')).toEqual(['kubernetes', 'for', 'a', 'frontend', 'software', 'engineer']);
  });

  test.each([
    ['should i learn go', 'golang'],
    ['go', 'golang'],
    ['go developer jobs', 'golang'],
    ['python or go', 'golang'],
    ['java, go', 'golang'],
    ['and go?', 'golang'],
    ['and go home', 'go'],
    ['so and go', 'go'],
    ['how do i go from junior to senior', 'go'],
    ['should i go for java', 'go'],
    ['where to go next', 'go'],
    ['learn to go to bed early', 'go'],
  ])('%j reads go as %s', (text, sense) => {
    expect(words(text)).toContain(sense);
    expect(words(text)).not.toContain(sense === 'go' ? 'golang' : 'go');
  });

  test('words of like meaning share a group, in every form; phrases count as a whole', () => {
    const groups = (text: string): string[] => read(text).flatMap(word => word.concepts);
    expect(groups('salaries and wages')).toEqual(['pay', 'pay']);
    expect(groups('what do i take home')).toEqual(['pay']);
    expect(groups('i take it home')).toEqual([]);
    expect(groups('i am not good enough')).toEqual(['doubt']);
    expect(groups('that is good')).toEqual([]);
  });

  test('exact names are marked', () => {
    expect(read('java javascript').map(word => word.exact)).toEqual([true, false]);
  });
});
