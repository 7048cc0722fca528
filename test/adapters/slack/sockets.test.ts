import { describe, expect, test } from 'vitest';
import { adapterFor, until } from './alone.ts';
import { read } from './double/reading.ts';
import { createSlackDouble } from './double/slack.ts';
import { pause, ready } from './running.ts';

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
    await pause(2500);
    slack.faults.outage = false;
    await program.logged(/the socket stands again/);
    expect(read((await slack.command('do I need a degree?')).body)).toContain('degree');
    expect(program.process.exitCode).toBeNull();
  });

  test('a token that is revoked meanwhile is named, and the program stays', async () => {
    const { slack, program } = await ready('socket');
    slack.faults.next('apps.connections.open', { type: 'error', error: 'token_revoked' });
    slack.sockets.cut();
    await program.logged(/SLACK_APP_TOKEN was refused by Slack \(token_revoked\)/);
    expect(program.process.exitCode).toBeNull();
  });

  test('a socket that closes before its greeting is opened again', async () => {
    const { slack, program } = await ready('socket');
    slack.sockets.rude = 2;
    slack.sockets.cut();
    await program.logged(/could not open a socket/);
    await program.logged(/the socket stands again/);
    expect((await slack.command('help')).acknowledged).toBe(true);
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

describe('an adapter by itself', () => {
  test('is ready when its socket is, and counts what happens to it', async () => {
    const slack = await createSlackDouble('socket');
    const { adapter, counted } = await adapterFor(slack);
    expect(adapter.ready().ready).toBe(false);
    await adapter.start();
    expect(adapter.ready()).toMatchObject({ ready: true });
    expect(adapter.ready().detail).toContain('Analytical Engines');
    slack.faults.outage = true;
    slack.sockets.cut();
    await until(() => !adapter.ready().ready);
    expect(adapter.ready().detail).toContain('reconnecting');
    slack.faults.outage = false;
    await until(() => adapter.ready().ready);
    expect(counted()).toContain('reconnect');
    await adapter.stop();
    expect(adapter.ready().ready).toBe(false);
    await slack.close();
    expect(slack.violations).toEqual([]);
  });

  test('notices by the silence that the other side is gone, and takes another socket', async () => {
    const slack = await createSlackDouble('socket');
    const { adapter } = await adapterFor(slack);
    await adapter.start();
    await pause(2500);
    slack.sockets.freeze();
    await until(() => slack.sockets.opened > 1, 20_000);
    await until(() => adapter.ready().ready);
    expect((await slack.command('help')).acknowledged).toBe(true);
    await adapter.stop();
    await slack.close();
  });
});
