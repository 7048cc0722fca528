import { describe, expect, test } from 'vitest';
import { leaning } from '../../src/engine/follow-up.ts';
import { bestEntry, type Past } from '../../src/engine/question.ts';
import { createSigns } from '../../src/engine/signs.ts';
import { createSlots } from '../../src/engine/slots.ts';
import { tokenize } from '../../src/engine/text.ts';
import { createUnderstander } from '../../src/engine/understand.ts';
import { type Word, wordOf } from '../../src/engine/word.ts';
import { smallMatcher } from './labels.ts';

const matcher = smallMatcher();
const slots = createSlots(
  text => matcher.plain(text).map(word => word.text),
  [
    { id: 'java', names: ['java'], topic: 'java' },
    { id: 'javascript', names: ['javascript', 'js'], topic: 'javascript' },
    { id: 'sql', names: ['sql'] },
  ],
  ['Germany'],
);
const understander = createUnderstander(matcher, createSigns([]), slots);
const past = (text: string, ...topics: string[]): Past => ({ words: matcher.read(text).words, topics });
/** The entry that a message is about, and its words with what it took from before. */
const read = (text: string, before?: Past): { topic: string; words: string[]; completed: boolean } => {
  const [question] = understander.understand(text, before).questions;
  return {
    topic: bestEntry(matcher, question!.ranking),
    words: question!.ranking.words.map(word => word.text),
    completed: question!.completed !== undefined,
  };
};

describe('what leans on the turn before', () => {
  const words = (text: string): Word[] => tokenize(text).map(each => wordOf(each));
  test.each([
    ['and for seniors?', 'pointing'],
    ['what about java', 'pointing'],
    ['which of those first?', 'pointing'],
    ['is it hard', 'pointing'],
    ['in Germany?', 'short'],
    ['java?', 'short'],
    ['how do I prepare for a technical interview', 'none'],
    ['', 'none'],
    ['and '.repeat(20), 'none'],
  ])('"%s": %s', (text, expected) => {
    expect(leaning(words(text))).toBe(expected);
  });
});

describe('a follow-up', () => {
  const pay = past('what does a java developer earn', 'pay');

  test('changes the detail that it names', () => {
    const { topic, words } = read('and javascript?', pay);
    expect(topic).toBe('pay');
    expect(words).toContain('javascript');
    expect(words).not.toContain('java');
  });

  test('moves on from an entry that is about the detail alone', () => {
    const java = past('is java good', 'java');
    const { questions } = understander.understand('and javascript?', java);
    const stays = understander.understand('and javascript?', { ...java, topics: ['pay'] }).questions;
    const scoreOf = (label: string, [question] = questions): number =>
      question!.ranking.scores[matcher.labels.findIndex(({ id }) => id === label)]!;
    expect(bestEntry(matcher, questions[0]!.ranking)).toBe('javascript');
    expect(scoreOf('java')).toBe(scoreOf('java', stays));
    expect(scoreOf('pay')).toBeLessThan(scoreOf('pay', stays));
  });

  test('that is nearer to something else than to any entry is about that', () => {
    const { kind, questions } = understander.understand('is it going to rain there today', pay);
    expect(kind).toBe('unknown');
    expect(questions[0]!.completed).toBeUndefined();
  });

  test('adds a detail that was not there', () => {
    const { topic, words } = read('and for a senior?', pay);
    expect(topic).toBe('pay');
    expect(words).toEqual(expect.arrayContaining(['java', 'senior', 'earn']));
    expect(read('in Germany?', pay).words).toEqual(expect.arrayContaining(['germany', 'java']));
  });

  test('that points back takes its subject from before', () => {
    const before = past('how do i prepare for a technical interview', 'interview');
    expect(read('and which of those then?', before).topic).toBe('interview');
    expect(read('and which of those then?', before).completed).toBe(true);
    expect(read('and which of those then?', past('is a university degree necessary', 'degree')).topic).toBe('degree');
  });

  test('that asks how to become one is asked of the role before', () => {
    expect(read('how long does it take to become one?', pay).words.join(' ')).toContain('become java developer');
    expect(read('how do I become one', past('what do architects earn', 'pay')).words.join(' ')).toContain(
      'become architects',
    );
    expect(read('should I pick one', pay).words).toContain('one');
    expect(read('can I be one of the best', pay).words).toContain('one');
  });

  test('without anything before stands for itself', () => {
    expect(read('and javascript?').topic).toBe('javascript');
    expect(read('and javascript?').completed).toBe(false);
    expect(read('and javascript?', { words: [], topics: [] }).completed).toBe(false);
  });

  test('is not seen where a message stands on its own', () => {
    const own = 'do i need a university degree to become a developer';
    expect(read(own, pay)).toEqual(read(own));
  });

  test('is not seen in thanks', () => {
    expect(understander.understand('thanks a lot', pay).kind).toBe('smalltalk');
  });
});
