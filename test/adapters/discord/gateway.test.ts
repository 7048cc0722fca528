import { describe, expect, test } from 'vitest';
import type { DiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import { GENERAL } from './double/world.ts';
import type { Program } from './program.ts';
import { pause, ready, start } from './running.ts';

/** Readiness follows the connection's real state within this time, in milliseconds. */
const LATEST = 30_000;

async function answersTo(discord: DiscordDouble, person: string, text = 'do I need a degree?'): Promise<string> {
  const message = discord.say(text, { person, direct: true });
  return readableText((await discord.next(each => each.replyTo === message.id, 0, 20_000)).body);
}

/** Everything that was asked is answered, and once only. */
function expectOnce(discord: DiscordDouble, questions: readonly { readonly id: string }[]): void {
  for (const { id } of questions) expect(discord.shown.filter(each => each.replyTo === id)).toHaveLength(1);
}

async function comesBack(discord: DiscordDouble, program: Program): Promise<void> {
  await discord.until(() => discord.gateway.open() === 1, 'it came back', LATEST);
  await program.becomes(true, LATEST);
  expect(await answersTo(discord, 'afterwards')).toContain('degree');
}

describe('the connection to Discord', () => {
  test('a broken line is resumed: what was asked meanwhile is answered, once', async () => {
    const { discord, program } = await ready();
    expect(await answersTo(discord, 'before')).toContain('degree');
    const questions = [];
    for (let turn = 0; turn < 3; turn += 1) {
      discord.gateway.drop();
      questions.push(discord.say('do I need a degree?', { person: `drop-${turn}`, direct: true }));
      questions.push(discord.say('@me do I need a degree?', { person: `drop-${turn}`, channel: GENERAL }));
      await discord.until(() => discord.gateway.open() === 1, 'it came back');
    }
    for (const { id } of questions) await discord.next(each => each.replyTo === id);
    expectOnce(discord, questions);
    expect(discord.gateway.resumed.length).toBeGreaterThan(0);
    expect(discord.gateway.identified).toHaveLength(1);
    await comesBack(discord, program);
  });

  test('op 7: it reconnects and resumes', async () => {
    const { discord, program } = await ready();
    discord.gateway.reconnect();
    const question = discord.say('do I need a degree?', { person: 'meanwhile', direct: true });
    await discord.next(each => each.replyTo === question.id);
    await discord.until(() => discord.gateway.resumed.length === 1, 'it resumed');
    expectOnce(discord, [question]);
    await comesBack(discord, program);
  });

  test.each([true, false])('op 9 with %s: it resumes, or begins anew', async resumable => {
    const { discord, program } = await ready();
    discord.gateway.invalidate(resumable);
    await discord.until(
      () => (resumable ? discord.gateway.resumed.length === 1 : discord.gateway.identified.length === 2),
      'it connected again',
      LATEST,
    );
    await comesBack(discord, program);
  });

  test('a line that looks alive and is dead is noticed, and readiness follows', async () => {
    const { discord, program } = await start();
    discord.gateway.heartbeat = 500;
    await program.logged(/"ready: /);
    expect(await program.ready()).toBe(true);
    discord.gateway.zombie = true;
    const question = discord.say('do I need a degree?', { person: 'unheard', direct: true });
    await program.becomes(false, LATEST);
    discord.gateway.zombie = false;
    await discord.next(each => each.replyTo === question.id, 0, LATEST);
    expectOnce(discord, [question]);
    await comesBack(discord, program);
  });

  test('an outage: it says that it is not ready, comes back by itself, and does not storm', async () => {
    const { discord, program } = await ready();
    expect(await program.ready()).toBe(true);
    await discord.goDown();
    await program.becomes(false, LATEST);
    await pause(8000);
    expect(program.process.exitCode).toBeNull();
    await discord.comeBack();
    await discord.until(() => discord.gateway.open() === 1, 'it came back', LATEST);
    await comesBack(discord, program);
    expect(discord.gateway.identified.length).toBeLessThanOrEqual(3);
  });

  test('Discord cannot be reached at the start: it is tried again', async () => {
    const { createDiscordDouble } = await import('./double/discord.ts');
    const { startProgram } = await import('./program.ts');
    const { started } = await import('./running.ts');
    const discord = await createDiscordDouble();
    await discord.goDown();
    const program = await startProgram(discord);
    started.push({ discord, program });
    await program.logged(/trying again in/);
    expect(await program.ready()).toBe(false);
    await discord.comeBack();
    await comesBack(discord, program);
  });

  test('two shards in one program: both must stand', async () => {
    const { discord, program } = await ready({}, { shards: 2 });
    expect(discord.gateway.open()).toBe(2);
    expect(new Set(discord.gateway.identified.map(each => String(each['shard'])))).toEqual(new Set(['0,2', '1,2']));
    expect(await program.ready()).toBe(true);
  });

  test('one shard of several machines', async () => {
    const { discord } = await ready({ DISCORD_SHARD_IDS: '1', DISCORD_SHARD_COUNT: '2' }, { shards: 2 });
    expect(discord.gateway.identified.map(each => each['shard'])).toEqual([[1, 2]]);
  });
});
