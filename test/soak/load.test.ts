import { expect, test } from 'vitest';
import { discordLoad } from './discord-load.ts';
import { soak } from './run.ts';
import { slackLoad } from './slack-load.ts';

/** The short form of `npm run soak`, for every day; another `SEED` asks other things and has other things go wrong. */
const SEED = Number(process.env['SEED'] ?? 7);
/** A line that is lost takes up to half of those who talk with it, which is much of few. */
const SHORT = { atOnce: 20, faultEvery: 500, editEvery: 2500, mostExcused: 0.08, seed: SEED };

test('a thousand questions on all platforms at once, with reloads and faults', async () => {
  const { reloads } = await soak([await discordLoad(), await slackLoad('socket')], { ...SHORT, questions: 700 });
  expect(reloads).toBeGreaterThan(0);
  await soak([await slackLoad('http')], { ...SHORT, questions: 300, atOnce: 10, editEvery: 0 });
});
