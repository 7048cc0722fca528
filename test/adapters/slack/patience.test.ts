import { describe, expect, test } from 'vitest';
import { createPatience } from '../../../adapters/slack/patience.ts';

const POST = 'https://slack.com/api/chat.postMessage';
const VIEW = 'https://slack.com/api/views.publish';

/** A Slack that answers as it was told, and a clock that moves when everybody sleeps. */
function setting(answers: readonly (number | 'fails' | 'limited')[]) {
  let time = 0;
  const sleeping: { readonly until: number; readonly wake: () => void }[] = [];
  const called: [method: string, time: number][] = [];
  const limits: number[] = [];
  const left = [...answers];
  const fetch = createPatience(
    1000,
    seconds => void limits.push(seconds),
    async input => {
      called.push([String(input).replace(/.*[/]/, ''), time]);
      await Promise.resolve();
      const answer = left.shift() ?? 0;
      if (answer === 'fails') throw new TypeError('fetch failed');
      if (answer === 'limited') return new Response('', { status: 429 });
      return answer > 0
        ? new Response('', { status: 429, headers: { 'retry-after': String(answer) } })
        : new Response('{"ok":true}');
    },
    () => time,
    milliseconds => new Promise(wake => void sleeping.push({ until: time + milliseconds, wake })),
  );
  /** Lets time pass until nobody sleeps any more. */
  const pass = async (): Promise<void> => {
    for (;;) {
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      await new Promise(resolve => setTimeout(resolve, 1));
      sleeping.sort((a, b) => a.until - b.until);
      const next = sleeping.shift();
      if (!next) return;
      time = Math.max(time, next.until);
      next.wake();
    }
  };
  return { fetch, called, limits, pass };
}

describe('calls for which Slack wants a pause', () => {
  test('wait for it and are done then; other methods are not held up', async () => {
    const { fetch, called, limits, pass } = setting([3]);
    const first = fetch(POST);
    const other = new Promise(resolve => setTimeout(resolve, 2)).then(() => fetch(VIEW));
    await pass();
    expect([(await first).status, (await other).status]).toEqual([200, 200]);
    expect(limits).toEqual([3]);
    expect(called.map(([method]) => method)).toEqual(['chat.postMessage', 'views.publish', 'chat.postMessage']);
    expect(called[1]?.[1]).toBe(0);
    expect(called[2]?.[1]).toBeGreaterThanOrEqual(3000);
  });

  test('wait for a moment where it does not say for how long', async () => {
    const { fetch, called, limits, pass } = setting(['limited']);
    const given = fetch(POST);
    await pass();
    expect((await given).status).toBe(200);
    expect(limits).toEqual([1]);
    expect(called[1]?.[1]).toBeGreaterThanOrEqual(1000);
  });

  test('wait for the longest of several pauses that overlap', async () => {
    const { fetch, called, pass } = setting([1, 4]);
    const both = [fetch(POST), fetch(POST)];
    await pass();
    for (const each of both) expect((await each).status).toBe(200);
    expect(called.slice(2).map(([, time]) => time >= 4000)).toEqual([true, true]);
  });

  test('send one ahead, and go on when it was taken', async () => {
    const { fetch, called, pass } = setting([1, 1, 1, 2]);
    const all = [fetch(POST), fetch(POST), fetch(POST)];
    await pass();
    for (const each of all) expect((await each).status).toBe(200);
    const later = called.slice(3).map(([, time]) => Math.floor(time / 1000));
    expect(later).toEqual([1, 3, 3, 3]);
  });

  test('are given up where the limit does not end, or is longer than anybody waits', async () => {
    const endless = setting([1, 1, 1, 1, 1, 1]);
    const given = endless.fetch(POST);
    await endless.pass();
    expect((await given).status).toBe(429);
    expect(endless.called).toHaveLength(5);
    const long = setting([600]);
    expect((await long.fetch(POST)).status).toBe(429);
  });

  test('one that fails holds nobody up', async () => {
    const { fetch, pass } = setting([1, 1, 'fails']);
    const both = Promise.allSettled([fetch(POST), fetch(POST)]);
    await pass();
    expect((await both).map(each => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});
