import { expect, test } from 'vitest';
import { createQueue } from '../../../adapters/slack/queue.ts';

test('the next is let in when the one before is acknowledged, not when all of its work is done', async () => {
  const queue = createQueue();
  const order: string[] = [];
  let finish = (): void => {};
  const slow = queue.enter(async acknowledged => {
    order.push('first starts');
    acknowledged();
    await new Promise<void>(resolve => {
      finish = resolve;
    });
    order.push('first ends');
  });
  await queue.enter(async () => {
    order.push('second');
  });
  finish();
  await slow;
  expect(order).toEqual(['first starts', 'second', 'first ends']);
});

test('one that fails without an acknowledgement holds nobody up', async () => {
  const queue = createQueue();
  const broken = queue.enter(() => Promise.reject(new Error('no')));
  await expect(broken).rejects.toThrow('no');
  let done = false;
  await queue.enter(async () => {
    done = true;
  });
  expect(done).toBe(true);
});
