import { describe, expect, test } from 'vitest';
import { type AdvisorEvent, createAdvisor, createAdvisorFor } from '../src/advisor.ts';
import { createLibrary, type Library } from '../src/commands/library.ts';
import type { Knowledge } from '../src/knowledge/knowledge.ts';
import { readKnowledge } from '../src/knowledge/read.ts';

function knowledge(...entries: readonly [id: string, question: string, answer: string][]): Knowledge {
  const text = entries.map(([id, question, answer]) => `- {id: ${id}, question: "${question}", answer: ${answer}}`);
  const read = readKnowledge([{ path: 'faq/general.yaml', text: text.join('\n') }]);
  if ('problems' in read) throw new Error('the test knowledge has problems');
  return read.knowledge;
}
const cats = knowledge(['cats', 'How do I feed a cat?', 'Twice a day.'], ['dogs', 'How do I walk a dog?', 'Daily.']);

/** A library in which everything that is looked up fails, as after a programming mistake. */
function broken(): Library {
  const fail = (): never => {
    throw new Error('secret-token-123 at /home/somebody/library.ts');
  };
  return new Proxy({} as Library, { get: fail });
}

describe('the advisor', () => {
  test('answers, and tells its listeners who asked what and what came of it', () => {
    const advisor = createAdvisorFor(cats);
    const events: AdvisorEvent[] = [];
    const stop = advisor.listen(event => events.push(event));
    const origin = { platform: 'test', person: 'ada', request: 'r1' };
    const reply = advisor.ask('how do i feed a cat', { origin });
    advisor.rate({ request: 'r1', topics: ['cats'], helpful: true }, origin);
    expect(events).toEqual([
      { type: 'answered', command: 'ask', reply, origin },
      { type: 'rated', rating: { request: 'r1', topics: ['cats'], helpful: true }, origin },
    ]);
    stop();
    advisor.ask('how do i walk a dog');
    expect(events).toHaveLength(2);
  });

  test('a fault inside becomes a polite reply and an event, and nothing of it is shown', () => {
    const advisor = createAdvisor(broken());
    const events: AdvisorEvent[] = [];
    advisor.listen(event => events.push(event));
    for (const reply of [
      advisor.ask('how do i feed a cat'),
      advisor.run('skill', { name: 'x' }),
      advisor.show('cats'),
    ]) {
      expect(reply).toMatchObject({ kind: 'unknown', topics: [], confidence: 0 });
      expect(reply.sections[0]?.title).toBe('Sorry');
      expect(JSON.stringify(reply)).not.toMatch(/secret|library\.ts|Error/);
    }
    expect(events.map(({ type }) => type)).toEqual(['failed', 'failed', 'failed']);
    expect(events[0]).toMatchObject({ command: 'ask', question: 'how do i feed a cat' });
  });

  test('a listener that throws costs nobody an answer, nor the others their event', () => {
    const advisor = createAdvisorFor(cats);
    const heard: string[] = [];
    advisor.listen(() => {
      throw new Error('the disk is full');
    });
    advisor.listen(({ type }) => heard.push(type));
    expect(advisor.ask('how do i feed a cat').candidates[0]?.topic).toBe('cats');
    expect(heard).toEqual(['answered']);
  });

  test('other knowledge takes the place of the present one between two questions', () => {
    const advisor = createAdvisorFor(cats);
    const other = createAdvisorFor(knowledge(['birds', 'How do I feed a bird?', 'With seeds.']));
    expect(advisor.size).toEqual({ entries: 2, skills: 0, lines: 2 });
    const before = advisor.ask('how do i feed a cat');
    expect(before.candidates[0]?.topic).toBe('cats');
    advisor.replace(createLibrary(knowledge(['birds', 'How do I feed a bird?', 'With seeds.'])));
    expect(advisor.size).toEqual(other.size);
    expect(advisor.show('cats').kind).toBe('unknown');
    expect(advisor.ask('how do i feed a bird')).toEqual(other.ask('how do i feed a bird'));
    expect(advisor.ask('and a bird?', { context: { turns: [before.turn] } }).topics).not.toContain('cats');
  });

  test('the smallest knowledge answers its question, declines others and knows every command', () => {
    const advisor = createAdvisorFor(knowledge(['cats', 'How do I feed a cat?', 'Twice a day.']));
    expect(advisor.show('cats').sections[0]?.blocks).toEqual([{ type: 'text', text: 'Twice a day.' }]);
    for (const { name } of advisor.commands) expect(advisor.run(name, {}).sections.length).toBeGreaterThan(0);
    for (const completes of ['question', 'skill', 'goal', 'theme', 'level', 'stack'] as const)
      expect(advisor.suggest(completes, 'c', 5).length).toBeLessThanOrEqual(5);
  });
});
