import { array, assert as check, constantFrom, oneof, property, record, string, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../src/advisor.ts';
import type { Context, Reply, ReplyKind, Turn } from '../src/reply.ts';
import { ownLibrary } from './library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);
const failed: unknown[] = [];
advisor.listen(event => {
  if (event.type === 'failed') failed.push(event.error);
});
const KINDS: readonly ReplyKind[] = ['answer', 'choices', 'unknown', 'smalltalk'];
/** A long answer is about 2 kB; three of them with tables and what belongs to them are far below this. */
const LARGEST = 60_000;

/** What every reply must be, whatever was asked. */
function expectWellFormed(reply: Reply): void {
  expect(failed).toEqual([]);
  expect(KINDS).toContain(reply.kind);
  expect(reply.sections.length).toBeGreaterThan(0);
  expect(reply.sections.length).toBeLessThanOrEqual(4);
  expect(reply.confidence).toBeGreaterThanOrEqual(0);
  expect(reply.confidence).toBeLessThanOrEqual(1);
  expect(reply.candidates.length).toBeLessThanOrEqual(5);
  for (const { topic, confidence } of reply.candidates) {
    expect(library.entry(topic)).toBeDefined();
    expect(confidence).toBeGreaterThanOrEqual(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(reply.topics.every(topic => library.entry(topic) !== undefined)).toBe(true);
  expect(reply.kind === 'answer' || reply.topics.length === 0).toBe(true);
  if (reply.kind === 'choices') {
    expect(reply.choices.length).toBeGreaterThanOrEqual(2);
    expect(reply.choices.length).toBeLessThanOrEqual(4);
  } else expect(reply.choices).toEqual([]);
  expect(reply.handoff === undefined || reply.kind === 'unknown').toBe(true);
  expect(reply.turn.kind).toBe(reply.kind);
  const shown = JSON.stringify({ ...reply, question: '', turn: '' });
  expect(shown.length).toBeLessThan(LARGEST);
  expect(shown).not.toMatch(/undefined|NaN|\[object /);
}

const words =
  'how much does a junior java developer earn and for seniors what about go node rest c# k8s ??? i know python'.split(
    ' ',
  );
const text = oneof(
  string({ unit: 'binary', maxLength: 300 }),
  string({ unit: 'grapheme', maxLength: 300 }),
  array(constantFrom(...words, ',', '?', '\n', '', '\u202e', '\u0000', '👩‍💻', 'что', '如何', 'ﷺ'), {
    maxLength: 60,
  }).map(parts => parts.join(' ')),
);
const turn = record({
  question: text,
  understood: text,
  kind: constantFrom(...KINDS),
  topics: array(oneof(constantFrom('degree-needed', 'salary-by-stack'), text), { maxLength: 3 }),
  offered: array(text, { maxLength: 4 }),
});

describe('whatever is asked', () => {
  test('the advisor gives a reply that is well formed', () => {
    check(
      property(text, array(turn, { maxLength: 10 }), (question, turns: Turn[]) => {
        expectWellFormed(advisor.ask(question, { context: { turns } }));
      }),
      { numRuns: 600 },
    );
  });

  test('the same question gives the same reply', () => {
    check(
      property(text, question => {
        expect(advisor.ask(question)).toEqual(advisor.ask(question));
      }),
      { numRuns: 100 },
    );
  });

  test('every command takes every input', () => {
    const names = constantFrom(...advisor.commands.map(({ name }) => name), 'nonsense', '__proto__');
    const parameters = constantFrom(
      'question',
      'name',
      'goal',
      'known',
      'level',
      'stack',
      'theme',
      'other',
      'constructor',
    );
    check(
      property(names, array(tuple(parameters, text), { maxLength: 4 }), (name, input) => {
        expectWellFormed(advisor.run(name, Object.fromEntries(input)));
        const command = advisor.commands.find(each => each.name === name);
        for (const [, line] of input) if (command) expectWellFormed(advisor.run(name, command.parse(line)));
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['nothing', ''],
    ['a megabyte of one word', 'degree '.repeat(150_000)],
    ['a megabyte without a space', 'x'.repeat(1_000_000)],
    ['a megabyte of emoji', '👩‍💻'.repeat(200_000)],
    ['a thousand question marks', '?'.repeat(1000)],
    ['null bytes', '\u0000'.repeat(1000)],
    ['right to left', 'كيف أصبح مطور خلفية؟ ‮‫'],
    ['half of a pair', '\ud800 how much \udc00 does it pay'],
    ['combining marks', `d${'\u0301'.repeat(5000)}egree`],
    ['many lines', 'how?\n'.repeat(50_000)],
    ['an open code block', `\`\`\`${'\n'.repeat(100_000)}`],
    ['brackets and stars', '[*_`~('.repeat(50_000)],
    ['commas and ands', ', and how '.repeat(50_000)],
    ['what looks like a list of known things', `i know ${'python, '.repeat(20_000)} what do i need for devops?`],
  ])('%s is answered in bounded time', (_, question) => {
    const started = performance.now();
    expectWellFormed(advisor.ask(question));
    // It takes milliseconds; what grows with the square of the length would take minutes. The machine may be busy.
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('a context of thousands of turns costs nothing', () => {
    const { turn: one } = advisor.ask('how much does a java developer earn?');
    const context: Context = { turns: Array.from({ length: 20_000 }, () => one) };
    expect(advisor.ask('and python?', { context }).topics).toEqual(['salary-by-stack']);
    const long: Context = { turns: [{ ...one, understood: 'salary '.repeat(100_000) }] };
    expectWellFormed(advisor.ask('and python?', { context: long }));
  });
});
