import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import type { Interaction } from './double/scene.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean } from './running.ts';

const QUESTIONS = 300;
const PEOPLE = 60;
/** Discord's own limit for an interaction, and what the bot may take of it, in milliseconds. */
const LATEST = 3000;
const P99 = 250;

/** Different questions, so that an answer tells which of them it belongs to. */
const ASKED = ['do I need a degree?', 'skill docker', 'how much does a junior earn?', 'topics', 'skill redis'];

describe(`${QUESTIONS} questions`, () => {
  let discord: DiscordDouble;
  let program: Program;
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord, { LIMIT_OVERALL: '100000' });
    await program.logged(/"ready: /);
    await discord.answer(discord.command('ask', { question: 'do I need a degree?' }));
  });
  afterAll(async () => {
    await program.stop();
    await discord.close();
    expectClean(discord, program);
  });

  const took = (asked: Interaction): number => (asked.responded ?? Number.POSITIVE_INFINITY) - asked.started;
  const report = (what: string, times: readonly number[]): number => {
    const sorted = [...times].sort((a, b) => a - b);
    const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
    const rounded = [0.5, 0.99, 1].map(part => Math.round(at(part)));
    process.stdout.write(`${what}: p50 ${rounded[0]} ms, p99 ${rounded[1]} ms, slowest ${rounded[2]} ms\n`);
    return at(0.99);
  };

  test('at once as commands: every one is answered in time, in order for each person', async () => {
    const asked = Array.from({ length: QUESTIONS }, (_, at) =>
      discord.command('ask', { question: ASKED[Math.floor(at / PEOPLE)] ?? '' }, { person: `person-${at % PEOPLE}` }),
    );
    await discord.until(() => asked.every(each => each.responded !== undefined), 'all are answered', 20_000);
    report('300 commands at once', asked.map(took));
    expect(Math.max(...asked.map(took))).toBeLessThan(LATEST);
    for (let person = 0; person < PEOPLE; person += 1) {
      const own = asked.filter((_, at) => at % PEOPLE === person).map(each => each.responded ?? 0);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
    const texts = asked.map(each =>
      readableText(discord.shown.find(shown => shown.interaction === each.id)?.body ?? {}),
    );
    expect(texts.filter(text => text.length < 20)).toEqual([]);
  });

  test('at once as direct messages: every one is answered once, in order for each person', async () => {
    const mark = discord.shown.length;
    const people = QUESTIONS / 5;
    const asked = Array.from({ length: QUESTIONS }, (_, at) => ({
      person: `writer-${at % people}`,
      at: performance.now(),
      id: discord.say(ASKED[Math.floor(at / people)] ?? '', { person: `writer-${at % people}`, direct: true }).id,
    }));
    const answers = () => discord.shown.slice(mark).filter(each => each.replyTo !== '');
    await discord.until(() => answers().length >= QUESTIONS, 'all are answered', 40_000);
    expect(answers()).toHaveLength(QUESTIONS);
    const shownOf = new Map(answers().map(each => [each.replyTo, each]));
    report(
      '300 direct messages at once',
      asked.map(each => (shownOf.get(each.id)?.at ?? 0) - each.at),
    );
    for (let person = 0; person < people; person += 1) {
      const own = asked.filter(each => each.person === `writer-${person}`).map(each => shownOf.get(each.id)?.at ?? 0);
      expect(own).toEqual([...own].sort((a, b) => a - b));
    }
  });

  test('one after the other, the slowest hundredth is answered within a quarter of a second', async () => {
    const times: number[] = [];
    for (let at = 0; at < QUESTIONS; at += 1) {
      const asked = discord.command('ask', { question: ASKED[at % ASKED.length] ?? '' }, { person: `person-${at}` });
      await discord.answer(asked);
      times.push(took(asked));
    }
    expect(report('300 commands one after the other', times)).toBeLessThan(P99);
  });
});
