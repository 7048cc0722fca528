import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { countCosts, percentile, report, shareWithin } from '../load.ts';
import { read } from './double/reading.ts';
import { createSlackDouble, type Mode, type SlackDouble } from './double/slack.ts';
import type { Shown } from './double/web-api.ts';
import { type Program, startProgram } from './program.ts';

const COMMANDS = 300;
const PEOPLE = 60;
/** Slack's own limit, and what this app may take of it, in milliseconds. */
const LATEST = 3000;
const P99 = 250;
/** The app's own time on a machine that does other things as well, in seconds: a bound of its histogram. */
const OWN = 0.5;

/** Different questions, so that an answer tells which of them it belongs to. */
const ASKED: readonly (readonly [question: string, answer: RegExp])[] = [
  ['do I need a degree to get hired?', /degree/i],
  ['skill docker', /Docker/],
  ['how much does a junior earn?', /junior|entry/i],
  ['topics', /topic/i],
  ['skill redis', /Redis/],
];

describe.each<Mode>(['socket', 'http'])(`${COMMANDS} commands at once over %s`, mode => {
  let slack: SlackDouble;
  let program: Program;
  beforeAll(async () => {
    slack = await createSlackDouble(mode);
    program = await startProgram(slack, mode, { LIMIT_OVERALL: '100000' });
    await program.logged(/"ready: connected/);
    await slack.command('help');
  });
  afterAll(async () => {
    await program.stop();
    await slack.close();
  });

  test('all are acknowledged within three seconds, and answered in order for each person', async () => {
    const [mark, before, costs] = [slack.shown.length, await program.metrics(), countCosts(program.process.pid)];
    const began = performance.now();
    const delivered = await Promise.all(
      Array.from({ length: COMMANDS }, (_, at) =>
        slack.command(ASKED[Math.floor(at / PEOPLE)]?.[0] ?? '', { person: `U${at % PEOPLE}`, channel: `C${at % 7}` }),
      ),
    );
    // Those who were told to wait get their answers at the address that came with the command.
    const answers = (): Shown[] => slack.shown.slice(mark).filter(each => ['ack', 'response'].includes(each.way));
    for (let turn = 0; answers().length < COMMANDS && turn < 1000; turn += 1)
      await new Promise(resolve => setTimeout(resolve, 10));
    report(
      `${COMMANDS} commands at once over ${mode}, acknowledged`,
      delivered.map(each => each.milliseconds),
      costs,
    );
    report(
      `${COMMANDS} commands at once over ${mode}, answered`,
      answers().map(each => each.at - began),
    );
    const own = [before, await program.metrics()] as const;
    process.stdout.write(`within 250 ms of its own: ${Math.round(shareWithin(own, 'slack', 0.25) * 1000) / 10} %\n`);
    expect(delivered.filter(each => !each.acknowledged)).toEqual([]);
    expect(Math.max(...delivered.map(each => each.milliseconds))).toBeLessThan(LATEST);
    expect(shareWithin(own, 'slack', OWN)).toBeGreaterThan(0.99);
    for (let person = 0; person < PEOPLE; person += 1) {
      const texts = answers()
        .filter(each => each.person === `U${person}`)
        .sort((a, b) => a.at - b.at)
        .map(each => read(each));
      expect(texts).toHaveLength(ASKED.length);
      for (const [at, [, answer]] of ASKED.entries()) expect(texts[at]).toMatch(answer);
    }
    expect(slack.violations).toEqual([]);
  });

  test('at a steady pace the slowest hundredth is acknowledged within a quarter of a second', async () => {
    const times: number[] = [];
    for (let at = 0; at < COMMANDS; at += 1)
      times.push((await slack.command('how much does a junior earn?', { person: `U${at}` })).milliseconds);
    report(`${COMMANDS} commands one after the other over ${mode}`, times);
    expect(percentile(times, 0.99)).toBeLessThan(P99);
  });
});
