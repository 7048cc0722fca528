import { describe, expect, test } from 'vitest';
import { read } from './double/reading.ts';
import { createSlackDouble, type Mode } from './double/slack.ts';
import { startProgram } from './program.ts';
import { pause, ready, start, started } from './running.ts';

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
