import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { createAdvisor } from '../../src/advisor.ts';
import { ownLibrary } from '../library.ts';
import { type Golden, lastReply } from './score.ts';

const golden = parse(readFileSync(new URL('inbox.yaml', import.meta.url), 'utf8')) as Golden[];

test('what was asked in vain once is answered now', async () => {
  const advisor = createAdvisor(await ownLibrary());
  const asked = golden.map(({ q, turns, topics }) => {
    const reply = lastReply(advisor, turns ?? [q ?? '']);
    return { question: q ?? turns, answered: topics.some(topic => reply.topics.includes(topic)) };
  });
  expect(asked.filter(({ answered }) => !answered)).toEqual([]);
});
