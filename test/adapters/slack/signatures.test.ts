import { describe, expect, test } from 'vitest';
import { signed } from './double/deliveries.ts';
import { read } from './double/reading.ts';
import { SIGNING_SECRET } from './double/slack.ts';
import { pause, ready } from './running.ts';

describe('requests that are not from Slack', () => {
  test('forged, stale, replayed and unsigned ones are refused and counted; odd bodies break nothing', async () => {
    const { slack, program } = await ready('http');
    const send = async (body: string, headers: Record<string, string>, method = 'POST'): Promise<number> => {
      const init = method === 'POST' ? { method, headers, body } : { method, headers };
      return (await fetch(slack.eventsUrl, init)).status;
    };
    const json = { 'content-type': 'application/json' };
    const form = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' };
    const command = new URLSearchParams({
      command: '/career',
      text: 'help',
      user_id: 'U1',
      channel_id: 'C1',
      team_id: 'T1',
    }).toString();
    const secret = SIGNING_SECRET;
    const now = Math.floor(Date.now() / 1000);
    expect(await send(command, { ...form, ...signed(command, { secret: 'another' }) })).toBe(401);
    expect(await send(command, { ...form, ...signed(command, { secret, stamp: now - 400 }) })).toBe(401);
    expect(await send(command, { ...form, ...signed(command, { secret, stamp: now + 400 }) })).toBe(401);
    expect(await send(command, form)).toBe(401);
    const good = signed(command, { secret });
    expect(await send(command, { ...form, ...good })).toBe(200);
    expect(await send(command, { ...form, ...good })).toBe(401);
    expect(await send(`${command}&x=1`, { ...form, ...good })).toBe(401);
    for (const body of ['', 'null', '[]', '"text"', 'not json', '{"type":', '12'])
      expect(await send(body, { ...json, ...signed(body, { secret, stamp: now - 1 }) }), body).toBe(400);
    for (const body of [
      '{}',
      '{"type":"event_callback"}',
      '{"type":"event_callback","event":null}',
      '{"type":"block_actions"}',
    ])
      expect(await send(body, { ...json, ...signed(body, { secret, stamp: now - 2 }) }), body).toBe(400);
    const payload = new URLSearchParams({ payload: '{broken' }).toString();
    expect(await send(payload, { ...form, ...signed(payload, { secret }) })).toBe(400);
    const large = 'x'.repeat(1_200_000);
    expect(await send(large, { ...json, ...signed(large, { secret }) }).catch(() => 413)).toBe(413);
    expect(await send('', {}, 'GET')).toBe(405);
    expect(await send('ssl_check=1&token=x', form)).toBe(200);
    for (const reason of ['forged', 'stale', 'replayed', 'not_signed'])
      await program.logged(new RegExp(`"reason":"${reason}"`));
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
  });

  test('an event that Slack repeats word for word is acknowledged and answered once', async () => {
    const { slack } = await ready('http');
    const body = JSON.stringify({
      type: 'event_callback',
      team_id: 'T1',
      event_id: 'Ev-same',
      event: { type: 'app_mention', user: 'UADA', text: '<@UBOT> help', ts: slack.nextTs(), channel: 'CGENERAL' },
    });
    const headers = { 'content-type': 'application/json', ...signed(body, { secret: SIGNING_SECRET }) };
    expect((await fetch(slack.eventsUrl, { method: 'POST', headers, body })).status).toBe(200);
    const again = { ...headers, 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' };
    expect((await fetch(slack.eventsUrl, { method: 'POST', headers: again, body })).status).toBe(200);
    await slack.next(each => each.way === 'message');
    await pause(1300);
    expect(slack.shown.filter(each => each.way === 'message')).toHaveLength(1);
  });
});
