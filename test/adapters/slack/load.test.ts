import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { read } from './double/reading.ts';
import { createSlackDouble, type Mode, type SlackDouble } from './double/slack.ts';
import { type Program, startProgram } from './program.ts';

const COMMANDS = 300;
/** Slack's own limit, and what this app may take of it, in milliseconds. */
const LATEST = 3000;
const P99 = 250;

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

  test('all are acknowledged within three seconds, with their answers', async () => {
    const delivered = await Promise.all(
      Array.from({ length: COMMANDS }, (_, at) =>
        slack.command(`do I need a degree to get hired? ${at}`, { person: `U${at}`, channel: `C${at % 7}` }),
      ),
    );
    expect(delivered.filter(each => !each.acknowledged)).toEqual([]);
    for (const { body } of delivered) expect(read(body)).toContain('degree');
    expect(Math.max(...delivered.map(each => each.milliseconds))).toBeLessThan(LATEST);
    expect(slack.violations).toEqual([]);
  });

  test('at a steady pace the slowest hundredth is acknowledged within a quarter of a second', async () => {
    const times: number[] = [];
    for (let at = 0; at < COMMANDS; at += 1)
      times.push((await slack.command('how much does a junior earn?', { person: `U${at}` })).milliseconds);
    times.sort((a, b) => a - b);
    expect(times[Math.floor(times.length * 0.99)]).toBeLessThan(P99);
  });
});
