import { describe, expect, test } from 'vitest';
import { read } from './double/reading.ts';
import { ready } from './running.ts';

describe('an answer to a direct message, which Slack does not hand over again', () => {
  test('outlasts all attempts of one call', async () => {
    const { slack, program } = await ready('http');
    slack.faults.next('chat.postMessage', { type: 'status', status: 503 }, 4);
    expect(await slack.direct('do I need a degree?')).toMatchObject({ acknowledged: true });
    expect(read(await slack.next(each => each.channel === 'DUADA', 0, 30_000))).toContain('degree');
    expect(program.log()).toContain('post failed: trying again');
    expect(slack.workspace.calls.map(each => each.answer).slice(-5)).toEqual(['503', '503', '503', '503', 'ok']);
  });

  test('is tried again over what Slack says of itself, and not over what it says of the message', async () => {
    const { slack, program } = await ready('socket');
    slack.faults.next('chat.postMessage', { type: 'error', error: 'internal_error' });
    await slack.direct('do I need a degree?');
    expect(read(await slack.next(each => each.channel === 'DUADA'))).toContain('degree');
    slack.faults.next('chat.postMessage', { type: 'error', error: 'restricted_action' });
    await slack.direct('do I need a degree?', { person: 'UBOB' });
    await program.logged(/restricted_action/);
    expect(program.log().match(/post failed: trying again/g)).toHaveLength(1);
  });
});
