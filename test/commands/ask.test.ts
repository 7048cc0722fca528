import { describe, expect, test } from 'vitest';
import { createAdvisor } from '../../src/advisor.ts';
import { ownLibrary } from '../library.ts';

const library = await ownLibrary();
const advisor = createAdvisor(library);

describe('ask', () => {
  test('the question of every entry is answered from it', () => {
    const lost = library.knowledge.entries.filter(({ id, question }) => advisor.ask(question).topics[0] !== id);
    expect(lost.map(({ id }) => id)).toEqual([]);
  });

  test('an answer has its text, its sources, what to ask next and when it was reviewed', () => {
    const reply = advisor.ask('Do I need a degree to work as a backend developer?');
    expect(reply).toMatchObject({ kind: 'answer', topics: ['degree-needed'], choices: [] });
    expect(reply.sections[0]?.blocks[0]).toEqual({ type: 'text', text: library.entry('degree-needed')?.answer });
    expect(reply.sources.length).toBeGreaterThan(0);
    expect(reply.next.length).toBeGreaterThan(0);
    expect(reply.reviewed).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(reply.candidates[0]?.topic).toBe('degree-needed');
    expect(reply.candidates.length).toBeLessThanOrEqual(5);
  });

  test('an id shows its entry', () => {
    expect(advisor.ask('degree-needed').topics).toEqual(['degree-needed']);
    expect(advisor.show('degree-needed').topics).toEqual(['degree-needed']);
    expect(advisor.show('no-such-entry').kind).toBe('unknown');
  });

  test('a message that leaves room is asked back, with two to four entries', () => {
    const unsure = [
      'sql career',
      'team',
      'company or city',
      'learn more',
      'years',
      'next step',
      'work',
      'my boss and my salary',
    ].map(text => advisor.ask(text));
    const choices = unsure.filter(({ kind }) => kind === 'choices');
    expect(choices.length).toBeGreaterThan(0);
    for (const reply of choices) {
      expect(reply.choices.length).toBeGreaterThanOrEqual(2);
      expect(reply.choices.length).toBeLessThanOrEqual(4);
      expect(reply.topics).toEqual([]);
      expect(reply.candidates.map(({ topic }) => topic).slice(0, reply.choices.length)).toEqual(
        reply.choices.map(({ topic }) => topic),
      );
    }
  });

  test('what lies outside is declined, with what can be asked', () => {
    const reply = advisor.ask('what will the weather be in Oslo tomorrow');
    expect(reply).toMatchObject({ kind: 'unknown', topics: [] });
    expect(reply.next.length).toBeGreaterThan(0);
  });

  test('what lies outside is told why only where it is clear what it is', () => {
    const said = (text: string): string => JSON.stringify(advisor.ask(text).sections);
    expect(said('write a poem about spring')).toContain('I do not write');
    expect(said('my cat ate a lemon yesterday and glorped')).toContain('I do not have an answer to that.');
  });

  test.each([
    ['hi there!', 'smalltalk'],
    ['thanks a lot', 'smalltalk'],
    ['🤷', 'unknown'],
    ['', 'unknown'],
    ['\u0000\u0000', 'unknown'],
    ['?'.repeat(1000), 'unknown'],
  ])('"%s" gets a short reply that leads back', (text, kind) => {
    const reply = advisor.ask(text);
    expect(reply.kind).toBe(kind);
    expect(reply.next.length).toBeGreaterThan(0);
  });

  test.each([
    ['I want to kill myself', 'crisis'],
    ["i can't go on, i want to end my life", 'crisis'],
    ['can I sue my employer for unpaid overtime', undefined],
  ])('"%s" is never matched by likeness', (text, handoff) => {
    const reply = advisor.ask(text);
    expect(reply.kind).toBe('unknown');
    if (handoff !== undefined) expect(reply.handoff).toBe(handoff);
    expect(reply.handoff).toBeDefined();
    expect(reply.topics).toEqual([]);
  });

  test('several questions of one message are answered in turn, three at most', () => {
    const reply = advisor.ask('How much does a junior backend developer earn, and do I need a degree?');
    expect([...reply.topics].sort()).toEqual(['degree-needed', 'salary-by-level']);
    expect(reply.sections.map(({ topic }) => topic)).toEqual(reply.topics);
  });

  test('three questions behind a story are all answered', () => {
    const text =
      'I am a nurse from Leeds. I have had enough of nights. How much does a junior backend developer earn? Do I need a degree? And should I learn docker?';
    expect(advisor.ask(text).topics).toHaveLength(3);
  });

  test.each([
    [
      'what do backend developers do all day and how do i become one?',
      ['backend-developer-role', 'how-to-start-backend'],
    ],
    ['is devops hard and how do i get into it', ['devops-cloud-career', 'devops-practices']],
    ['is devops hard + how do i get into it', ['devops-cloud-career', 'devops-practices']],
  ])('%s: the second question points to the first, and is about something else', (text, topics) => {
    expect([...advisor.ask(text).topics].sort()).toEqual(topics);
  });

  test('a second question that asks for more of the same is no other one', () => {
    expect(advisor.ask('what is a code review and what should i say in it?').topics).toHaveLength(1);
  });

  test('the question is found in a long story', () => {
    const story = 'I have been a cook for ten years and like it less every day. '.repeat(55);
    expect(advisor.ask(`${story} Do I need a degree to work as a backend developer?`).topics).toContain(
      'degree-needed',
    );
  });

  test('a follow-up takes its missing part from the turn before, and only then', () => {
    const first = advisor.ask('how much does a java developer earn?');
    const second = advisor.ask('and python?', { context: { turns: [first.turn] } });
    expect(second.topics).toEqual(['salary-by-stack']);
    expect(advisor.ask('and python?').topics).not.toEqual(['salary-by-stack']);
    const own = 'Are coding bootcamps worth it?';
    expect(advisor.ask(own, { context: { turns: [first.turn] } }).topics).toEqual(advisor.ask(own).topics);
  });

  test('explains itself when asked to', () => {
    const { explanation } = advisor.ask('do i ned a degre', { explain: true });
    expect(explanation?.corrected).toContainEqual({ typed: 'degre', read: 'degree' });
    expect(explanation?.candidates[0]?.label).toBe('degree-needed');
    expect(explanation?.candidates[0]?.lines.length).toBeGreaterThan(0);
    expect(explanation?.candidates[0]?.because.length).toBeGreaterThan(0);
    expect(explanation?.decision).not.toBe('');
    expect(advisor.ask('do i ned a degre').explanation).toBeUndefined();
  });
});
