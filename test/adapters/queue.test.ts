import { describe, expect, test } from 'vitest';
import { createQueue } from '../../adapters/queue.ts';

/** A queue with a clock of its own, and what happened in it. */
function stage() {
  let time = 0;
  const story: string[] = [];
  const queue = createQueue(() => time);
  return {
    story,
    queue,
    /** @param milliseconds that the work takes of the clock, before it first waits for something */
    enter(name: string, milliseconds: number, person?: string): Promise<void> {
      const work = async (): Promise<void> => {
        time += milliseconds;
        story.push(name);
      };
      return person === undefined
        ? queue.enter(work)
        : queue.enter(work, { person, late: () => void story.push(`${name} is late`) });
    },
  };
}

describe('the queue', () => {
  test('lets work begin in the order in which it came, without waiting for its end', async () => {
    const queue = createQueue();
    const story: string[] = [];
    let finish = (): void => {};
    const slow = queue.enter(async () => {
      story.push('first begins');
      await new Promise<void>(resolve => {
        finish = resolve;
      });
      story.push('first ends');
    });
    await queue.enter(async () => void story.push('second'));
    finish();
    await slow;
    expect(story).toEqual(['first begins', 'second', 'first ends']);
  });

  test('is not held up by work that fails', async () => {
    const queue = createQueue();
    const broken = queue.enter(() => Promise.reject(new Error('no')));
    const next = queue.enter(async () => 'done');
    await expect(broken).rejects.toThrow('no');
    expect(await next).toBe('done');
    await queue.idle();
  });

  test('looks after what arrives between two pieces of work', async () => {
    const { story, enter, queue } = stage();
    void enter('first', 1);
    void enter('second', 1);
    setImmediate(() => story.push('something arrives'));
    await queue.idle();
    expect(story).toEqual(['first', 'something arrives', 'second']);
  });

  test('tells nobody who is soon answered that they are late', async () => {
    const { story, enter, queue } = stage();
    for (let at = 0; at < 20; at += 1) void enter(`${at}`, 1, `person ${at}`);
    await queue.idle();
    expect(story).toEqual(Array.from({ length: 20 }, (_, at) => `${at}`));
  });

  test('tells those who have waited for long, once and in order, before anybody else is answered', async () => {
    const { story, enter, queue } = stage();
    void enter('slow', 150, 'ada');
    void enter('second', 1, 'grace');
    void enter('third', 1, 'edsger');
    await queue.idle();
    expect(story).toEqual(['slow', 'second is late', 'third is late', 'second', 'third']);
  });

  test('tells those who will have to wait for long as soon as that is clear', async () => {
    const { story, enter, queue } = stage();
    for (let at = 0; at < 300; at += 1) void enter(`${at}`, 1, `person ${at}`);
    await queue.idle();
    expect(story[0]).toMatch(/ is late$/);
    expect(story.filter(each => each.endsWith(' is late')).length).toBeGreaterThan(150);
    expect(story.filter(each => !each.endsWith(' is late'))).toEqual(Array.from({ length: 300 }, (_, at) => `${at}`));
  });

  test('tells nobody of their second question before their first one is answered or told of', async () => {
    const { story, enter, queue } = stage();
    for (let at = 0; at < 300; at += 1) void enter(`${at}`, 1, `person ${at % 60}`);
    await queue.idle();
    const heard = (at: number): number =>
      Math.min(...[`${at} is late`, `${at}`].map(each => story.indexOf(each)).filter(place => place >= 0));
    for (let at = 60; at < 300; at += 1) expect(heard(at)).toBeGreaterThan(heard(at - 60));
  });

  test('is idle when the last piece of work has ended', async () => {
    const queue = createQueue();
    let ended = false;
    void queue.enter(async () => {
      await new Promise(resolve => setTimeout(resolve, 20));
      ended = true;
    });
    await queue.idle();
    expect(ended).toBe(true);
  });
});
