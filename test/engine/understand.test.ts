import { describe, expect, test } from 'vitest';
import { bestEntry } from '../../src/engine/question.ts';
import { createSigns } from '../../src/engine/signs.ts';
import { createSlots } from '../../src/engine/slots.ts';
import { tokenize } from '../../src/engine/text.ts';
import { createUnderstander, MOST_CHARACTERS, THRESHOLDS, type Understanding } from '../../src/engine/understand.ts';
import { smallMatcher } from './labels.ts';

const matcher = smallMatcher();
const slots = createSlots(tokenize, [], []);
const signs = createSigns([{ id: 'crisis', between: 1, phrases: [tokenize('kill myself')] }]);
const understander = createUnderstander(matcher, signs, slots);
const kind = (text: string): Understanding['kind'] => understander.understand(text).kind;
const topics = (text: string): string[] =>
  understander.understand(text).questions.map(question => bestEntry(matcher, question.ranking));

describe('what a message is taken to be', () => {
  test.each([
    ['how much does a backend developer earn', 'answer'],
    ['hello', 'smalltalk'],
    ['Thanks a lot!!', 'smalltalk'],
    ['what will the weather be tomorrow', 'unknown'],
    ['recipe for a chocolate cake', 'unknown'],
    ['xylophone quagga', 'unknown'],
    ['', 'empty'],
    ['??? 🤷 !!!', 'empty'],
    ['\u0000\u202e', 'empty'],
    ['I will kill myself over this salary', 'handoff'],
    ['can i sue my employer', 'handoff'],
  ])('"%s": %s', (text, expected) => {
    expect(kind(text)).toBe(expected);
  });

  test('between sure and unknown it asks back', () => {
    const strict = createUnderstander(matcher, signs, slots, { ...THRESHOLDS, answer: 1.01 });
    expect(strict.understand('how much does some backend developer earn').kind).toBe('choices');
    // A line of the knowledge is answered all the same.
    expect(strict.understand('how much does a backend developer earn')).toMatchObject({ kind: 'answer' });
    const loose = createUnderstander(matcher, signs, slots, { ...THRESHOLDS, answer: 0 });
    expect(loose.understand('xylophone degree').kind).toBe('answer');
  });

  test('what is certain comes before what is near', () => {
    expect(understander.understand('how much does a developer earn, or shall I kill myself')).toMatchObject({
      kind: 'handoff',
      label: 'crisis',
    });
    expect(understander.understand('  HELLO!! ')).toMatchObject({ kind: 'smalltalk', label: 'greeting' });
    expect(understander.understand('will it rain today or tomorrow').label).toBe('weather');
  });

  test('every decision names its rule', () => {
    for (const text of ['hello', '', 'x y z', 'do i need a degree', 'kill myself']) {
      expect(understander.understand(text).rule.length).toBeGreaterThan(5);
    }
  });

  test('a greeting or thanks around a question does not hide it', () => {
    for (const text of [
      'Hi there! how much does a backend developer earn? Thanks a lot',
      'hello, do i need a university degree to become a developer? many thanks for your help',
    ])
      expect(kind(text)).toBe('answer');
    expect(topics('Hi there! how much does a backend developer earn? Thanks a lot')).toEqual(['pay']);
  });

  test('what only faintly resembles small talk stays a part of the message', () => {
    const wordsRead = (lead: number): string[] | undefined =>
      createUnderstander(matcher, signs, slots, { ...THRESHOLDS, lead })
        .understand('How much does a developer earn? Thanks a lot mate')
        .questions[0]?.ranking.words.map(word => word.text);
    expect(wordsRead(THRESHOLDS.lead)).not.toContain('thanks');
    expect(wordsRead(2)).toContain('thanks');
  });

  test('small talk before a comma is not part of the question behind it', () => {
    const before = { words: matcher.read('what does a java developer earn').words, topics: ['pay'] };
    const alone = understander.understand('and in a year?', before).questions[0]!;
    for (const text of ['thank you, and in a year?', 'hello hello, and in a year?'])
      expect(understander.understand(text, before).questions[0]!.ranking.scores).toEqual(alone.ranking.scores);
    expect(kind('hello, thanks a lot')).toBe('smalltalk');
  });

  test('the question is found in a long message, and what comes after its bound is not read', () => {
    const story = 'I moved to another town last spring and my dog likes the park. ';
    const question = 'how much does a backend developer earn?';
    expect(topics(story.repeat(10) + question)[0]).toBe('pay');
    expect(topics(`${question} ${story.repeat(200)}`)[0]).toBe('pay');
    const far = `${'word '.repeat(MOST_CHARACTERS / 5)}kill myself`;
    expect(kind(far)).not.toBe('handoff');
  });

  test('the same message is understood the same way, whatever was asked between', () => {
    const first = understander.understand('is java still worth learning');
    understander.understand('what will the weather be');
    expect(understander.understand('is java still worth learning')).toEqual(first);
  });
});
