import { describe, expect, test } from 'vitest';
import { createPace } from '../../../adapters/slack/pace.ts';

/** A clock that only moves when somebody sleeps. */
function setting(): { now: () => number; sleep: (milliseconds: number) => Promise<void> } {
  let time = 0;
  return {
    now: () => time,
    sleep: async milliseconds => {
      time += milliseconds;
    },
  };
}

describe('one message a second and channel', () => {
  test('they go in order, a second apart; another channel does not wait', async () => {
    const { now, sleep } = setting();
    const pace = createPace(1000, now, sleep);
    const sent: [string, number][] = [];
    const send = (name: string) => async () => {
      sent.push([name, now()]);
    };
    await Promise.all([
      pace.take('C1', send('first')),
      pace.take('C1', send('second')),
      pace.take('C2', send('other')),
    ]);
    expect(sent.map(([name]) => name)).toEqual(['first', 'other', 'second']);
    const at = new Map(sent);
    expect((at.get('second') ?? 0) - (at.get('first') ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('timers that go off early do not bring them nearer', async () => {
    let time = 0;
    const pace = createPace(
      1000,
      () => time,
      async milliseconds => {
        time += Math.ceil(milliseconds / 2);
      },
    );
    const sent: number[] = [];
    for (let turn = 0; turn < 4; turn++) {
      await pace.take('C1', async () => void sent.push(time));
      // The lane is forgotten meanwhile, where that is right.
      for (let tick = 0; tick < turn * 3; tick++) await Promise.resolve();
    }
    for (const [at, each] of sent.slice(1).entries()) expect(each - (sent[at] ?? 0)).toBeGreaterThanOrEqual(1000);
  });

  test('a failure holds nobody up', async () => {
    const { now, sleep } = setting();
    const pace = createPace(1000, now, sleep);
    const broken = pace.take('C1', () => Promise.reject(new Error('no')));
    const next = pace.take('C1', async () => 'done');
    await expect(broken).rejects.toThrow('no');
    expect(await next).toBe('done');
  });

  test('what waits is bounded', async () => {
    const { now, sleep } = setting();
    const pace = createPace(1000, now, sleep);
    const turns = Array.from({ length: 40 }, (_, at) => pace.take('C1', async () => at));
    expect(turns.filter(turn => turn === undefined)).toHaveLength(10);
    await Promise.all(turns);
    expect(await pace.take('C1', async () => 'again')).toBe('again');
  });
});
