import { expect, test } from 'vitest';
import { say, serving } from './run.ts';
import { slackLoad } from './slack-load.ts';

const RELOADS = 50;
/** The promise: no answer waits longer while changed knowledge is taken over, in seconds. */
const LONGEST_PAUSE = 0.05;

test(`no answer waits longer than 50 ms while changed knowledge is taken over, ${RELOADS} times`, async () => {
  const { bot, knowledge, end } = await serving([await slackLoad('http')]);
  /** Seconds: the longest pause of the event loop since the last look, by its clock, less what the machine let the bot wait. */
  const longest = async (queued: number): Promise<number> =>
    Math.max(0, (await bot.metric('nodejs_eventloop_lag_max_seconds')) - (bot.queued() - queued));
  const quiet: number[] = [];
  const pauses: number[] = [];
  for (let round = 0; round < RELOADS; round++) {
    await bot.metric('nodejs_eventloop_lag_max_seconds');
    let queued = bot.queued();
    await wait(1000);
    quiet.push(await longest(queued));
    queued = bot.queued();
    const before = await bot.readiness();
    knowledge.turn();
    // Readiness tells when the knowledge was read; asking for the metrics would start the measuring anew.
    for (let look = 0; (await bot.readiness()) === before && look < 1200; look++) await wait(50);
    // Old knowledge is collected behind it.
    await wait(500);
    pauses.push(await longest(queued));
  }
  expect(await bot.metric('signpost_reloads_total', '{result="loaded"}')).toBe(RELOADS);
  say(`longest pause in a quiet second:  ${percentiles(quiet)}`);
  say(`longest pause around each reload: ${percentiles(pauses)}`);
  expect(Math.max(...pauses)).toBeLessThan(LONGEST_PAUSE);
  await end();
});

function percentiles(seconds: readonly number[]): string {
  const sorted = [...seconds].sort((a, b) => a - b);
  const at = (part: number): string =>
    ((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0) * 1000).toFixed(1);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}

function wait(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}
