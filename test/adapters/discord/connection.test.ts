import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { read, until } from './double/discord.ts';
import { GENERAL, HELP } from './double/world.ts';
import { connected, type Program, start } from './program.ts';

const DEGREE = 'Do I need a degree to work as a backend developer?';

/** Waits until /readyz says so. */
async function readiness(program: Program, wanted: boolean, milliseconds = 30_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while ((await program.ready()) !== wanted) {
    if (performance.now() > end)
      throw new Error(`not ${wanted ? 'ready' : 'unready'} in ${milliseconds} ms\n${program.log()}`);
    await pause(50);
  }
}

describe('the connection', () => {
  test('what was said while it was gone is answered after it has resumed, once', async () => {
    const { discord, program } = await connected();
    discord.gateway.drop();
    await until('the drop', () => discord.gateway.connected() === 0);
    const ids = [DEGREE, 'how do I learn sql?'].map(question => discord.post(question));
    await until('replies', () => ids.every(id => discord.repliesTo(id).length === 1));
    await readiness(program, true);
    await pause(200);
    expect(ids.map(id => discord.repliesTo(id).length)).toEqual([1, 1]);
    expect(discord.gateway.identifies.length).toBe(1);
    expect(discord.gateway.resumes).toBe(1);
  });

  test('it goes along when Discord asks for a new connection or a new session', async () => {
    const { discord } = await connected();
    discord.gateway.send(7, null);
    await until('a resume', () => discord.gateway.resumes === 1);
    discord.gateway.send(9, true);
    await until('another', () => discord.gateway.resumes === 2);
    discord.gateway.send(9, false);
    await until('a new session', () => discord.gateway.sessions.length === 2);
    expect(read(await discord.say(DEGREE))).toContain('degree');
    for (const code of [4000, 4009, 1001]) {
      discord.gateway.close(code);
      await until('the end', () => discord.gateway.connected() === 0);
      expect(read(await discord.say(DEGREE)), String(code)).toContain('degree');
    }
    discord.gateway.forgetful = true;
    discord.gateway.drop();
    await until('a third session', () => discord.gateway.sessions.length === 3);
    expect(read(await discord.say(DEGREE))).toContain('degree');
  });

  test('a connection that looks alive and is dead is noticed, shown, and replaced', { timeout: 90_000 }, async () => {
    const { discord, program } = await connected({ heartbeat: 1000 });
    await readiness(program, true);
    await pause(2500);
    discord.gateway.freeze();
    await readiness(program, false);
    await readiness(program, true, 45_000);
    expect(read(await discord.say(DEGREE))).toContain('degree');
  });

  test('readiness follows an outage both ways', { timeout: 90_000 }, async () => {
    const { discord, program } = await connected();
    await readiness(program, true);
    discord.gateway.refuse = 'reset';
    discord.gateway.drop();
    await readiness(program, false);
    await pause(3000);
    expect(await program.ready()).toBe(false);
    discord.gateway.refuse = undefined;
    await readiness(program, true);
    expect(read(await discord.say(DEGREE))).toContain('degree');
    discord.gateway.refuse = 503;
    discord.gateway.drop();
    await readiness(program, false);
    await pause(2000);
    discord.gateway.refuse = undefined;
    await readiness(program, true);
    expect(read(await discord.say(DEGREE))).toContain('degree');
    expect(discord.gateway.connected()).toBe(1);
  });

  test('a start in an outage goes on until Discord is back, and leaves one session', async () => {
    const { discord, program } = await start();
    discord.faults.add(/^GET \/gateway\/bot/, 503, 2);
    discord.gateway.refuse = 503;
    await program.logged(/trying again in 1 s/);
    await program.logged(/a fault in the connection/);
    discord.gateway.refuse = undefined;
    await program.logged(/"ready: connected/);
    await pause(1500);
    expect(discord.gateway.connected()).toBe(1);
    expect(discord.gateway.identifies.length).toBe(1);
  });

  test('every shard counts', async () => {
    const { discord, program } = await connected({ shards: 2 });
    await readiness(program, true);
    expect(program.log()).toMatch(/over 2 shards/);
    expect(discord.gateway.identifies.map(each => each['shard'])).toEqual(
      expect.arrayContaining([
        [0, 2],
        [1, 2],
      ]),
    );
    expect(read(await discord.say(`<@900000000000000001> ${DEGREE}`, { channel: HELP }))).toContain('degree');
    discord.gateway.refuse = 'reset';
    discord.gateway.sessions[1]?.socket?.terminate();
    await readiness(program, false);
    discord.gateway.refuse = undefined;
    await readiness(program, true);
  });

  test('shards can be shared between machines', async () => {
    const { discord } = await connected({ shards: 4 }, { DISCORD_SHARD_IDS: '1,3', DISCORD_SHARD_COUNT: '4' });
    expect(discord.gateway.identifies.map(each => each['shard'])).toEqual(
      expect.arrayContaining([
        [1, 4],
        [3, 4],
      ]),
    );
    expect(discord.gateway.identifies.length).toBe(2);
  });

  test.each([
    [
      'a token that Discord does not know',
      {},
      { DISCORD_TOKEN: 'OTAwMDAw.wrong.token' },
      undefined,
      /does not take the token[\s\S]*DISCORD_TOKEN/,
    ],
    ['a token that the gateway refuses', {}, {}, 4004, /does not take the token/],
    ['an intent that is not switched on', {}, { DISCORD_AUTO_CHANNELS: GENERAL }, undefined, /Message Content Intent/],
    ['an intent that is forbidden', {}, {}, 4014, /refuses an intent/],
    ['shards that do not fit', {}, {}, 4010, /DISCORD_SHARD_IDS/],
    ['too few shards', {}, {}, 4011, /DISCORD_SHARDS/],
  ])('%s ends the program at once, with what to do', async (_, options, env, closeWith, says) => {
    const { discord, program } = await start(options, env);
    discord.gateway.closeWith = closeWith;
    expect(await program.exited).toBe(2);
    expect(
      program
        .log()
        .split('\n')
        .filter(line => !line.startsWith('{'))
        .join('\n'),
    ).toMatch(says);
    expect(program.log()).not.toMatch(/\n\s+at |OTAwMDAw/);
    expect(discord.gateway.identifies.length).toBeLessThanOrEqual(1);
  });

  test.each(['gateway', 'call'])('a token that is withdrawn while it answers ends the program (%s)', async where => {
    const { discord, program } = await connected();
    if (where === 'gateway') discord.gateway.close(4004);
    else {
      discord.faults.add(/^POST \/channels/, { error: [401, 0, '401: Unauthorized'] });
      discord.post(DEGREE);
    }
    expect(await program.exited).toBe(2);
    expect(program.log()).toMatch(/does not take the token/);
  });
});
