import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { adapterFor } from './alone.ts';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import { GENERAL, type Message } from './double/world.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean, pause, start, started } from './running.ts';

/** Readiness follows the connection's real state within this time, in milliseconds. */
const LATEST = 30_000;
/** An outage that several attempts to reconnect fall into. */
const OUTAGE = 6000;

/** Everything that was asked is answered, and once only. */
async function expectOnce(discord: DiscordDouble, questions: readonly Message[]): Promise<void> {
  for (const { id } of questions) await discord.next(each => each.replyTo === id, 0, LATEST);
  for (const { id } of questions) expect(discord.shown.filter(each => each.replyTo === id)).toHaveLength(1);
}

async function comesBack(discord: DiscordDouble, program: Program): Promise<void> {
  await discord.until(() => discord.gateway.open() === 1, 'it came back', LATEST);
  await program.becomes(true, LATEST);
  const message = discord.say('do I need a degree?', { person: 'afterwards', direct: true });
  const shown = await discord.next(each => each.replyTo === message.id, 0, LATEST);
  expect(readableText(shown.body)).toContain('degree');
}

describe('one program lives through', () => {
  let discord: DiscordDouble;
  let program: Program;
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord);
    await program.logged(/"ready: /);
  });
  afterAll(async () => {
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    await discord.close();
  });
  afterEach(() => expectClean(discord, program));

  test('broken lines: what was asked meanwhile is answered, once', async () => {
    const questions: Message[] = [];
    for (let turn = 0; turn < 3; turn += 1) {
      questions.push(discord.say('do I need a degree?', { person: `before-${turn}`, direct: true }));
      discord.gateway.drop();
      questions.push(discord.say('do I need a degree?', { person: `drop-${turn}`, direct: true }));
      questions.push(discord.say('@me do I need a degree?', { person: `drop-${turn}`, channel: GENERAL }));
      await discord.until(() => discord.gateway.open() === 1, 'it came back');
    }
    await expectOnce(discord, questions);
    expect(discord.gateway.resumed.length).toBeGreaterThan(0);
    expect(discord.gateway.identified).toHaveLength(1);
    await comesBack(discord, program);
  });

  test('commands of the time without a line are answered, or given up quietly where they come too late', async () => {
    discord.gateway.drop();
    const soon = discord.command('ask', { question: 'do I need a degree?' }, { person: 'soon' });
    const late = discord.command('ask', { question: 'do I need a degree?' }, { person: 'late' });
    late.started -= 3000;
    expect(readableText((await discord.answer(soon)).body)).toContain('degree');
    await discord.until(() => discord.refusals.some(each => each.code === 10062), 'the late one is refused');
    expect(late.responded).toBeUndefined();
    expect(program.log()).not.toMatch(/"level":"error"/);
    await comesBack(discord, program);
  });

  test('op 7: it reconnects and resumes', async () => {
    const resumed = discord.gateway.resumed.length;
    discord.gateway.reconnect();
    const question = discord.say('do I need a degree?', { person: 'meanwhile', direct: true });
    await discord.until(() => discord.gateway.resumed.length > resumed, 'it resumed');
    await expectOnce(discord, [question]);
    await comesBack(discord, program);
  });

  test('op 9 for a session that can be resumed', async () => {
    const resumed = discord.gateway.resumed.length;
    discord.gateway.invalidate(true);
    await discord.until(() => discord.gateway.resumed.length > resumed, 'it resumed', LATEST);
    await comesBack(discord, program);
  });

  test('op 9 for a session that is over: it begins anew, once', async () => {
    const before = discord.gateway.identified.length;
    discord.gateway.invalidate(false);
    await discord.until(() => discord.gateway.identified.length > before, 'it identified', LATEST);
    await comesBack(discord, program);
    expect(discord.gateway.identified).toHaveLength(before + 1);
  });

  test('an outage: it says that it is not ready, comes back by itself, and does not storm', async () => {
    const before = discord.gateway.identified.length;
    expect(await program.ready()).toBe(true);
    await discord.goDown();
    await program.becomes(false, LATEST);
    await pause(OUTAGE);
    expect(program.process.exitCode).toBeNull();
    await discord.comeBack();
    await comesBack(discord, program);
    expect(discord.gateway.identified.length).toBeLessThanOrEqual(before + 2);
  });
});

describe('the connection to Discord', () => {
  test('a line that looks alive and is dead is noticed, and readiness follows', async () => {
    const { discord, program } = await start();
    discord.gateway.heartbeat = 500;
    await program.logged(/"ready: /);
    expect(await program.ready()).toBe(true);
    discord.gateway.zombie = true;
    const question = discord.say('do I need a degree?', { person: 'unheard', direct: true });
    await program.becomes(false, LATEST);
    discord.gateway.zombie = false;
    await expectOnce(discord, [question]);
    await comesBack(discord, program);
  });

  test('Discord cannot be reached at the start: it is tried again', async () => {
    const discord = await createDiscordDouble();
    await discord.goDown();
    const program = await startProgram(discord);
    started.push({ discord, program });
    await program.logged(/trying again in/);
    expect(await program.ready()).toBe(false);
    await discord.comeBack();
    await comesBack(discord, program);
  });

  test('a line that is dead to the goodbye as well is shown to be dead', async () => {
    const { discord, program } = await start();
    discord.gateway.heartbeat = 500;
    await program.logged(/"ready: /);
    await discord.until(() => discord.gateway.open() === 1, 'it is connected');
    await pause(1500);
    discord.gateway.freeze();
    // discord.js waits half a minute for the goodbye, and calls the line ready until then.
    await program.becomes(false, 20_000);
  });

  test('a gateway that turns everybody away at the start: one bot comes of it, however often it tried', async () => {
    const discord = await createDiscordDouble();
    discord.gateway.turnAway = 503;
    const program = await startProgram(discord);
    started.push({ discord, program });
    await program.logged(/health and metrics/);
    await pause(OUTAGE);
    expect(await program.ready()).toBe(false);
    discord.gateway.turnAway = undefined;
    await comesBack(discord, program);
    await pause(2000);
    expect(discord.gateway.open()).toBe(1);
    expect(discord.gateway.identified).toHaveLength(1);
  });

  test.each([
    ['all that Discord recommends', 'auto', ['0,2', '1,2']],
    ['one of several machines', { ids: [1], count: 2 }, ['1,2']],
  ] as const)('shards: %s', async (_, shards, expected) => {
    const discord = await createDiscordDouble({ shards: 2 });
    const { adapter } = await adapterFor(discord, { shards });
    await adapter.start();
    expect(discord.gateway.identified.map(each => String(each['shard'])).sort()).toEqual(expected);
    expect(adapter.ready().ready).toBe(true);
    await discord.goDown();
    await discord.until(() => !adapter.ready().ready, 'it is not ready any more');
    await adapter.stop();
    await discord.close();
    expect(discord.violations).toEqual([]);
  });
});
