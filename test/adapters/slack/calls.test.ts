import { describe, expect, test } from 'vitest';
import { until } from './alone.ts';
import { read } from './double/reading.ts';
import { pause, ready } from './running.ts';

describe('calls that fail', () => {
  test('429 is waited for, 5xx and hanging calls are tried again, and the answer comes once', async () => {
    const { slack } = await ready('http');
    slack.faults.next('chat.postMessage', { type: 'status', status: 429, retryAfter: 2 });
    await slack.mention('<@UBOT> do I need a degree?', { channel: 'CONE' });
    expect(read(await slack.next(each => each.channel === 'CONE'))).toContain('degree');
    slack.faults.next('chat.postMessage', { type: 'status', status: 503 }, 2);
    await slack.mention('<@UBOT> do I need a degree?', { channel: 'CTWO' });
    expect(read(await slack.next(each => each.channel === 'CTWO'))).toContain('degree');
    slack.faults.next('chat.postMessage', { type: 'hang' });
    await slack.mention('<@UBOT> do I need a degree?', { channel: 'CTHREE' });
    expect(read(await slack.next(each => each.channel === 'CTHREE', 0, 15_000))).toContain('degree');
    expect(slack.shown.filter(each => each.way === 'message')).toHaveLength(3);
  });

  test('pauses that overlap are all kept', async () => {
    const { slack } = await ready('socket');
    slack.faults.next('chat.postMessage', { type: 'status', status: 429, retryAfter: 1 });
    slack.faults.next('chat.postMessage', { type: 'status', status: 429, retryAfter: 3 });
    const channels = ['CONE', 'CTWO', 'CTHREE'];
    for (const channel of channels) await slack.mention('<@UBOT> do I need a degree?', { channel });
    for (const channel of channels) await slack.next(each => each.channel === channel);
    expect(slack.shown.filter(each => each.way === 'message')).toHaveLength(3);
  });

  test('many mentions in one channel are answered one a second', async () => {
    const { slack } = await ready('socket');
    await Promise.all(['UA', 'UB', 'UC', 'UD'].map(person => slack.mention('<@UBOT> do I need a degree?', { person })));
    const until = performance.now() + 8000;
    while (slack.shown.length < 4 && performance.now() < until) await pause(50);
    expect(slack.shown).toHaveLength(4);
  });

  test('a response_url that fails once is used again; one that is used up gives way to an ephemeral, then a direct message', async () => {
    const { slack } = await ready('socket');
    slack.faults.next('response_url', { type: 'status', status: 500 });
    await slack.shortcut('do I need a degree?', { channel: 'CONE' });
    expect(await slack.next(each => each.channel === 'CONE')).toMatchObject({ way: 'response' });
    slack.faults.next('response_url', { type: 'status', status: 404 });
    await slack.shortcut('do I need a degree?', { channel: 'CTWO' });
    expect(await slack.next(each => each.channel === 'CTWO')).toMatchObject({ way: 'ephemeral', person: 'UADA' });
    slack.workspace.closed.add('CTHREE');
    slack.faults.next('response_url', { type: 'status', status: 404 });
    await slack.shortcut('do I need a degree?', { channel: 'CTHREE' });
    expect(await slack.next(each => each.channel === 'UADA')).toMatchObject({ way: 'message' });
  });

  test('a channel that the app may not write into gets no answer, the person does', async () => {
    const { slack, program } = await ready('socket');
    slack.workspace.closed.add('CCLOSED');
    await slack.mention('<@UBOT> do I need a degree?', { channel: 'CCLOSED' });
    expect(await slack.next(each => each.channel === 'UADA')).toMatchObject({ way: 'message' });
    await until(() => program.log().includes('invite it there'));
    expect(program.log()).toContain('invite it there');
  });
});
