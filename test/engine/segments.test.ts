import { expect, test } from 'vitest';
import { segments } from '../../src/engine/segments.ts';

test.each([
  [
    'what does a junior earn, and how do I prepare for the interview?',
    ['what does a junior earn', 'how do I prepare for the interview?'],
  ],
  ['Hi! I am a nurse. How do I start?', ['Hi!', 'I am a nurse.', 'How do I start?']],
  ['is c++ hard + should i know docker', ['is c++ hard', 'should i know docker']],
  ['node.js or .net?', ['node.js or .net?']],
  ['look at https://example.com/what?is=it please', ['look at   please']],
  ['```js\nwhat(is, this)\n``` should i worry', ['should i worry']],
  ['…', []],
  ['', []],
])('%j', (text, parts) => {
  expect(segments(text).map(segment => segment.text.replace(/\s+/g, ' '))).toEqual(
    parts.map(part => part.replace(/\s+/g, ' ')),
  );
});

test('questions are told from statements', () => {
  expect(segments('I work in sales. How do I become a developer').map(segment => segment.asks)).toEqual([false, true]);
  expect(segments('any advice for a beginner').map(segment => segment.asks)).toEqual([true]);
  expect(segments('not sure whether to quit').map(segment => segment.asks)).toEqual([true]);
});
