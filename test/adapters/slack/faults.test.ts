import { afterEach, describe, expect, test } from 'vitest';
import { signed } from './double/deliveries.ts';
import { createSlackDouble, type Mode, read, SIGNING_SECRET, type SlackDouble } from './double/slack.ts';
import { type Program, startProgram } from './program.ts';

const started: { slack: SlackDouble; program: Program }[] = [];

async function start(
  mode: Mode,
  env: Readonly<Record<string, string>> = {},
  options: { readonly scopes?: readonly string[] } = {},
): Promise<{ slack: SlackDouble; program: Program }> {
  const slack = await createSlackDouble(mode, options);
  const program = await startProgram(slack, mode, env);
  started.push({ slack, program });
  return { slack, program };
}

async function ready(mode: Mode, env: Readonly<Record<string, string>> = {}): ReturnType<typeof start> {
  const made = await start(mode, env);
  await made.program.logged(/"ready: connected/);
  return made;
}

const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

afterEach(async () => {
  for (const { slack, program } of started.splice(0)) {
    await program.stop();
    await slack.close();
    expect(slack.violations).toEqual([]);
    expect(program.log()).not.toMatch(/Internal error|xoxb-|xapp-|secret-of/);
  }
});

describe('tokens', () => {
  test.each<[string, Mode, string, string]>([
    ['a wrong bot token', 'socket', 'auth.test', 'invalid_auth'],
    ['a revoked bot token', 'http', 'auth.test', 'token_revoked'],
    ['a wrong app token', 'socket', 'apps.connections.open', 'invalid_auth'],
    ['an app token without its scope', 'socket', 'apps.connections.open', 'missing_scope'],
  ])('%s ends the program with exit code 2 and says which', async (_, mode, method, error) => {
    const slack = await createSlackDouble(mode);
    slack.faults.next(method, { type: 'error', error }, 10);
    const program = await startProgram(slack, mode);
    expect(await program.exited).toBe(2);
    expect(program.log()).toContain(error);
    expect(program.log()).toContain(method === 'auth.test' ? 'SLACK_BOT_TOKEN' : 'SLACK_APP_TOKEN');
    expect(program.log()).not.toMatch(/ready:|xoxb-of|xapp-of/);
    await slack.close();
  });

  test('a missing scope is named with what to do', async () => {
    const { slack, program } = await start('socket', {}, { scopes: ['commands', 'chat:write', 'app_mentions:read'] });
    await program.logged(/"ready: connected/);
    expect(program.log()).toMatch(/the scope im:history is missing.*install the app again/);
    slack.faults.next('chat.postMessage', { type: 'error', error: 'missing_scope', needed: 'chat:write' });
    await slack.mention('<@UBOT> do I need a degree?');
    await program.logged(/the scope chat:write is missing/);
  });

  test('Slack cannot be reached at the start: it is tried again', async () => {
    const slack = await createSlackDouble('socket');
    slack.faults.outage = true;
    const program = await startProgram(slack, 'socket');
    started.push({ slack, program });
    await program.logged(/trying again in/);
    slack.faults.outage = false;
    await program.logged(/"ready: connected/);
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
  });
});

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
      expect(program.log()).toContain(`"reason":"${reason}"`);
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

describe('sockets that come and go', () => {
  test('a refresh opens the next socket at once, and no command is lost meanwhile', async () => {
    const { slack } = await ready('socket');
    slack.sockets.refresh();
    const from = performance.now();
    while (slack.sockets.open === 0 && performance.now() - from < 5000) await pause(5);
    expect(performance.now() - from).toBeLessThan(2000);
    expect(slack.sockets.opened).toBe(2);
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
  });

  test('a lost socket is opened again', async () => {
    const { slack, program } = await ready('socket');
    slack.sockets.cut();
    await program.logged(/the socket stands again/);
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
  });

  test('an outage is lived through, refused calls and all', async () => {
    const { slack, program } = await ready('socket');
    slack.faults.outage = true;
    slack.sockets.cut();
    await program.logged(/could not open a socket/);
    await pause(4000);
    slack.faults.outage = false;
    await program.logged(/the socket stands again/);
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
    expect(program.process.exitCode).toBeNull();
  });

  test('an event that was not acknowledged comes again and is answered', async () => {
    const { slack, program } = await ready('socket');
    slack.sockets.cut();
    const delivered = slack.mention('<@UBOT> do I need a degree?');
    await program.logged(/the socket stands again/);
    expect((await delivered).acknowledged).toBe(true);
    expect(read(await slack.next(each => each.way === 'message'))).toContain('degree');
  });
});

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
    expect(program.log()).toContain('invite it there');
  });
});

describe('limits', () => {
  test('who asks too fast is told once, and others are still answered', async () => {
    const { slack } = await ready('http', { LIMIT_PER_PERSON: '2' });
    for (let at = 0; at < 2; at += 1) await slack.command('do I need a degree?');
    expect(read((await slack.command('do I need a degree?')).body)).toContain('faster than I can answer');
    expect(read((await slack.command('do I need a degree?', { person: 'UOTHER' })).body)).toContain('This week');
    await slack.direct('do I need a degree?');
    await slack.direct('do I need a degree?');
    await pause(300);
    expect(slack.shown.filter(each => each.way === 'message')).toEqual([]);
  });

  test('outside of its channels it says where it answers', async () => {
    const { slack } = await ready('socket', { SLACK_CHANNELS: 'CCAREER' });
    expect(read((await slack.command('do I need a degree?', { channel: 'CLUNCH' })).body)).toContain('<#CCAREER>');
    await slack.mention('<@UBOT> do I need a degree?', { channel: 'CLUNCH' });
    expect(await slack.next(each => each.channel === 'CLUNCH' && each.way === 'ephemeral')).toMatchObject({
      person: 'UADA',
    });
    expect(read((await slack.command('do I need a degree?', { channel: 'CCAREER' })).body)).toContain('This week');
    await slack.direct('do I need a degree?');
    await slack.next(each => each.channel === 'DUADA');
  });
});

describe('the end', () => {
  test.each<Mode>(['socket', 'http'])('SIGTERM over %s lets the work in hand finish', async mode => {
    const { slack, program } = await ready(mode);
    slack.faults.next('chat.postMessage', { type: 'status', status: 429, retryAfter: 1 });
    await slack.mention('<@UBOT> do I need a degree?');
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    expect(slack.shown.map(read).join('')).toContain('degree');
  });

  test('SIGTERM ends a call that hangs within five seconds', async () => {
    const { slack, program } = await ready('socket');
    slack.faults.next('chat.postMessage', { type: 'hang' }, 10);
    await slack.mention('<@UBOT> do I need a degree?');
    expect(await program.stop()).toBeLessThan(5500);
    expect(await program.exited).toBe(0);
  });

  test('SIGTERM while Slack cannot be reached', async () => {
    const slack = await createSlackDouble('socket');
    slack.faults.outage = true;
    const program = await startProgram(slack, 'socket');
    started.push({ slack, program });
    await program.logged(/trying again in/);
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
  });
});
