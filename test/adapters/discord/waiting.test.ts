import { expect, test } from 'vitest';
import { readableText } from './double/reading.ts';
import type { Shown } from './double/scene.ts';
import { ready } from './running.ts';

/** More than are answered before the first of them have waited for long. */
const AT_ONCE = 150;
const THINKING = 5;

test.each([
  ['privately', true],
  ['for everybody', false],
])('whoever has to wait is shown that the bot is thinking, then the answer: %s', async (_, hidden) => {
  const { discord, program } = await ready();
  const options = { question: 'do I need a degree?', ...(hidden ? {} : { public: true }) };
  const asked = Array.from({ length: AT_ONCE }, (__, at) =>
    discord.command('ask', options, { person: `person-${at}` }),
  );
  const answerTo = (id: string): Shown | undefined => discord.shown.find(each => each.interaction === id);
  await discord.until(() => asked.every(each => answerTo(each.id)), 'all are answered', 20_000);
  expect(asked.filter(each => each.callback === THINKING).length).toBeGreaterThan(0);
  for (const { id } of asked) {
    expect(discord.shown.filter(each => each.interaction === id)).toHaveLength(1);
    expect(answerTo(id)?.hidden).toBe(hidden);
    expect(readableText(answerTo(id)?.body ?? {})).toContain('degree');
  }
  expect(await program.metrics()).toMatch(/signpost_platform_events_total\{[^}]*event="made_to_wait"/);
});

test('what only one person shall read stays private, although everybody saw that the bot was thinking', async () => {
  const { discord } = await ready({ LIMIT_PER_PERSON: '2' });
  const asked = Array.from({ length: AT_ONCE }, () => discord.command('ask', { question: 'sql', public: true }));
  await discord.until(
    () => asked.every(each => discord.shown.some(shown => shown.interaction === each.id)),
    'all',
    20_000,
  );
  expect(asked.filter(each => each.callback === THINKING && !each.thinking).length).toBeGreaterThan(2);
  expect(discord.shown.filter(each => !each.hidden)).toHaveLength(2);
  for (const each of discord.shown.filter(shown => shown.hidden))
    expect(readableText(each.body)).toMatch(/minute|wait/i);
});

test('an answer that cannot take the place of the sign at first is tried again', async () => {
  const { discord } = await ready();
  discord.faults.next('original', { type: 'status', status: 503 }, 4);
  const asked = Array.from({ length: AT_ONCE }, (_, at) =>
    discord.command('ask', { question: 'do I need a degree?' }, { person: `person-${at}` }),
  );
  await discord.until(
    () => asked.every(each => discord.shown.some(shown => shown.interaction === each.id)),
    'all',
    20_000,
  );
});

test('an end in the middle of a burst leaves nobody without an answer', async () => {
  const { discord, program } = await ready();
  const asked = Array.from({ length: AT_ONCE }, (_, at) =>
    discord.command('ask', { question: 'do I need a degree?' }, { person: `person-${at}` }),
  );
  await discord.until(() => asked.some(each => each.callback === THINKING), 'somebody waits');
  await program.stop();
  expect(await program.exited).toBe(0);
  const told = asked.filter(each => each.responded !== undefined);
  expect(told.filter(each => !discord.shown.some(shown => shown.interaction === each.id))).toEqual([]);
});
