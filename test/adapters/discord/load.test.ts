import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countCosts, percentile, report, shareWithin } from '../load.ts';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import type { Interaction, Shown } from './double/scene.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean } from './running.ts';

const QUESTIONS = 300;
const PEOPLE = 60;
/** Discord's own limit for an interaction, and what the bot may take of it, in milliseconds. */
const LATEST = 3000;
const P99 = 250;
/** The bot's own time on a machine that does other things as well, in seconds: a bound of its histogram. */
const OWN = 0.5;

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

  test('at once as commands: every one is answered in time, in order for each person', async () => {
    const [before, costs] = [await program.metrics(), countCosts(program.process.pid)];
    const asked = Array.from({ length: QUESTIONS }, (_, at) =>
      discord.command('ask', { question: ASKED[Math.floor(at / PEOPLE)] ?? '' }, { person: `person-${at % PEOPLE}` }),
    );
    // Those who have to wait are shown that the bot is thinking, and then the answer in the place of that.
    const answerTo = (one: Interaction): Shown | undefined => discord.shown.find(each => each.interaction === one.id);
    await discord.until(() => asked.every(answerTo), 'all are answered', 20_000);
    report('300 commands at once, acknowledged', asked.map(took), costs);
    report(
      '300 commands at once, answered',
      asked.map(each => (answerTo(each)?.at ?? 0) - each.started),
    );
    const own = [before, await program.metrics()] as const;
    process.stdout.write(`within 250 ms of its own: ${Math.round(shareWithin(own, 'discord', 0.25) * 1000) / 10} %\n`);
    expect(Math.max(...asked.map(took))).toBeLessThan(LATEST);
    expect(shareWithin(own, 'discord', OWN)).toBeGreaterThan(0.99);
    for (let person = 0; person < PEOPLE; person += 1) {
      const theirs = asked.filter((_, at) => at % PEOPLE === person);
      for (const times of [theirs.map(each => each.responded ?? 0), theirs.map(each => answerTo(each)?.at ?? 0)])
        expect(times).toEqual([...times].sort((a, b) => a - b));
    }
    const texts = asked.map(each => readableText(answerTo(each)?.body ?? {}));
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
    report('300 commands one after the other', times);
    expect(percentile(times, 0.99)).toBeLessThan(P99);
  });
});
