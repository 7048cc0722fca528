import { expect, test } from 'vitest';
import { discordLoad } from './discord-load.ts';
import { soak } from './run.ts';
import { slackLoad } from './slack-load.ts';

/** The short form of `npm run soak`, for every day. */
const SHORT = { atOnce: 32, faultEvery: 500, editEvery: 2500, mostExcused: 0.05, seed: 7 };

test('two thousand questions over all platforms at once, with reloads and faults', async () => {
  const { reloads } = await soak([await discordLoad(), await slackLoad('socket')], { ...SHORT, questions: 1500 });
  expect(reloads).toBeGreaterThan(0);
  await soak([await slackLoad('http')], { ...SHORT, questions: 500, atOnce: 16 });
});
