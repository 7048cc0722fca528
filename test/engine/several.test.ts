import { describe, expect, test } from 'vitest';
import { bestEntry } from '../../src/engine/question.ts';
import { createSigns } from '../../src/engine/signs.ts';
import { createSlots } from '../../src/engine/slots.ts';
import { tokenize } from '../../src/engine/text.ts';
import { createUnderstander, THRESHOLDS } from '../../src/engine/understand.ts';
import { smallMatcher } from './labels.ts';

const matcher = smallMatcher();
const understander = createUnderstander(matcher, createSigns([]), createSlots(tokenize, [], []));
const topics = (text: string): string[] =>
  understander.understand(text).questions.map(question => bestEntry(matcher, question.ranking));

describe('several questions in one message', () => {
  test.each([
    ['How much does a backend developer earn? Do I need a university degree?', ['degree', 'pay']],
    ['how do i prepare for a technical interview and what do senior developers earn?', ['interview', 'pay']],
    ['Is java still worth learning?\nDo I need a degree to become a developer?', ['degree', 'java']],
  ])('%s', (text, expected) => {
    expect(topics(text).sort()).toEqual(expected);
  });

  test('are three at most', () => {
    const text =
      'How much does a backend developer earn? Do I need a university degree? Is java still worth learning? How do I prepare for a technical interview?';
    expect(topics(text).length).toBeGreaterThan(1);
    expect(topics(text).length).toBeLessThanOrEqual(3);
  });

  test('are one where both parts ask the same', () => {
    expect(topics('How much does a backend developer earn? What is the salary of a software engineer?')).toEqual([
      'pay',
    ]);
  });

  test('are one where a part is not sure, or says too little', () => {
    expect(topics('How much does a backend developer earn? And blorptastic quagga?')).toEqual(['pay']);
    expect(topics('How much does a backend developer earn? Why?')).toEqual(['pay']);
  });

  test('do not come of a list within one question', () => {
    expect(topics('how much do backend developers make in a year, senior or not')).toEqual(['pay']);
  });

  test('a statement beside the only question is a question of its own where that one is as sure as an answer', () => {
    const background = 'A university degree is required for every job. How much does a backend developer earn?';
    const asked = 'Do I need a university degree? How much does a backend developer earn?';
    const strict = createUnderstander(matcher, createSigns([]), createSlots(tokenize, [], []), {
      ...THRESHOLDS,
      answer: 1,
    });
    expect(topics(background).sort()).toEqual(['degree', 'pay']);
    expect(strict.understand(background).questions).toHaveLength(1);
    expect(strict.understand(asked).questions).toHaveLength(2);
  });
});
