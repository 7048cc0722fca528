import { expect, test } from 'vitest';
import { say, serving } from './run.ts';
import { slackLoad } from './slack-load.ts';

const RELOADS = Number(process.env['RELOADS'] ?? 50);
/** The promise: no answer waits longer while changed knowledge is taken over, in seconds. */
const LONGEST_PAUSE = 0.05;
/** Milliseconds between two looks. */
const LOOK = 100;

/** The longest pause of the event loop between two looks, in seconds: by its clock, and less what the machine had no time for the bot. */
interface Pause {
  readonly clock: number;
  readonly own: number;
}

test(`no answer waits longer than 50 ms while changed knowledge is taken over, ${RELOADS} times`, async () => {
  const { bot, knowledge, end } = await serving([await slackLoad('http')]);
  const look = async (): Promise<Pause> => {
    const queued = bot.queued();
    await wait(LOOK);
    // The gauge tells the longest since it was last read.
    const clock = await bot.metric('nodejs_eventloop_lag_max_seconds');
    return { clock, own: Math.max(0, clock - (bot.queued() - queued)) };
  };
  const quiet: Pause[] = [];
  const around: Pause[] = [];
  /** Looks for as long as something holds, and a little longer: old knowledge is collected behind it. */
  const watch = async (pauses: Pause[], holds: () => Promise<boolean>): Promise<void> => {
    const seen: Pause[] = [];
    for (let turn = 0; turn < 1200 && (await holds()); turn++) seen.push(await look());
    for (let turn = 0; turn < 10; turn++) seen.push(await look());
    pauses.push({
      clock: Math.max(...seen.map(each => each.clock)),
      own: Math.max(...seen.map(each => each.own)),
    });
  };
  for (let round = 0; round < RELOADS; round++) {
    await bot.metric('nodejs_eventloop_lag_max_seconds');
    await watch(quiet, async () => false);
    const before = await bot.readiness();
    knowledge.turn();
    await watch(around, async () => (await bot.readiness()) === before);
  }
  expect(await bot.metric('signpost_reloads_total', '{result="loaded"}')).toBe(RELOADS);
  for (const [name, pauses] of Object.entries({ 'in a quiet second': quiet, 'around each reload': around })) {
    say(`longest pause ${name}, by the clock:    ${percentiles(pauses.map(each => each.clock))}`);
    say(`longest pause ${name}, of computing:    ${percentiles(pauses.map(each => each.own))}`);
  }
  expect(Math.max(...around.map(each => each.own))).toBeLessThan(LONGEST_PAUSE);
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
