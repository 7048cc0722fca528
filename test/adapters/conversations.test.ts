import { describe, expect, test } from 'vitest';
import { createConversations } from '../../adapters/conversations.ts';
import type { Turn } from '../../src/reply.ts';

const turn = (question: string): Turn => ({ question, understood: question, kind: 'answer', topics: [], offered: [] });
const asked = (turns: readonly Turn[]): string[] => turns.map(({ question }) => question);
const MINUTE = 60_000;

describe('conversations', () => {
  test('keep the last turns of each, and nothing crosses', () => {
    const conversations = createConversations(() => 0);
    conversations.remember('ada in general', turn('one'));
    conversations.remember('ada in general', turn('two'));
    conversations.remember('ada in help', turn('three'));
    expect(asked(conversations.context('ada in general').turns)).toEqual(['one', 'two']);
    expect(asked(conversations.context('ada in help').turns)).toEqual(['three']);
    expect(conversations.context('grace in general').turns).toEqual([]);
    expect(conversations.has('ada in general')).toBe(true);
    expect(conversations.has('grace in general')).toBe(false);
  });

  test('forget the oldest turns of a long one', () => {
    const conversations = createConversations(() => 0);
    for (let at = 0; at < 50; at++) conversations.remember('ada', turn(String(at)));
    const kept = asked(conversations.context('ada').turns);
    expect(kept.length).toBeLessThanOrEqual(10);
    expect(kept.at(-1)).toBe('49');
  });

  test('end after a quarter of an hour of silence, and not before', () => {
    let time = 1;
    const conversations = createConversations(() => time);
    conversations.remember('ada', turn('one'));
    time += 14 * MINUTE;
    conversations.remember('ada', turn('two'));
    time += 14 * MINUTE;
    expect(asked(conversations.context('ada').turns)).toEqual(['one', 'two']);
    time += 16 * MINUTE;
    expect(conversations.context('ada').turns).toEqual([]);
    expect(conversations.has('ada')).toBe(false);
  });

  test('are forgotten when somebody says so', () => {
    const conversations = createConversations(() => 0);
    conversations.remember('ada', turn('one'));
    conversations.remember('grace', turn('two'));
    conversations.forget('ada');
    expect(conversations.has('ada')).toBe(false);
    expect(conversations.has('grace')).toBe(true);
  });

  test('are bounded in number', () => {
    const conversations = createConversations(() => 0);
    for (let at = 0; at < 10_001; at++) conversations.remember(`person ${at}`, turn('one'));
    expect(conversations.has('person 0')).toBe(false);
    expect(conversations.has('person 10000')).toBe(true);
  });
});
