import { expect, test } from 'vitest';
import { AcknowledgedBefore, onlyOnce } from '../../../adapters/slack/acknowledgement.ts';

test('an acknowledgement goes out once; an answer that comes too late is told so', async () => {
  const sent: unknown[] = [];
  const ack = onlyOnce(async answer => void sent.push(answer));
  await ack();
  await ack();
  await expect(ack({ text: 'too late' })).rejects.toThrow(AcknowledgedBefore);
  expect(sent).toEqual([undefined]);
});

test('one that could not be sent is tried again, with the answer', async () => {
  const sent: unknown[] = [];
  let broken = true;
  const ack = onlyOnce(async answer => {
    if (broken) throw new Error('the socket is gone');
    sent.push(answer);
  });
  await expect(ack()).rejects.toThrow('the socket is gone');
  broken = false;
  await ack({ text: 'here' });
  expect(sent).toEqual([{ text: 'here' }]);
});
