import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { read, until } from './double/discord.ts';
import type { Kind } from './double/faults.ts';
import { GENERAL, HELP, HELPERS } from './double/world.ts';
import { connected, shared } from './program.ts';

const DEGREE = 'Do I need a degree to work as a backend developer?';
const MESSAGE = /^POST \/channels\/\d+\/messages$/;
const CALLBACK = /\/callback$/;

describe('calls that go wrong', () => {
  const bot = shared({}, { DISCORD_PERSON_CHANNEL: HELPERS });

  test.each<[string, Kind, number]>([
    ['answers with 503', 503, 3],
    ['breaks the connection', 'reset', 2],
    ['answers, but the answer is lost', 'lost', 3],
    ['does not answer', 'hang', 1],
    ['is slow', { slow: 1500 }, 1],
    ['is limited for this route', { limit: 1, global: false }, 1],
    ['is limited altogether', { limit: 1, global: true }, 1],
  ])('a message is sent once when Discord %s', { timeout: 40_000 }, async (_, kind, times) => {
    const { discord } = bot;
    discord.faults.add(MESSAGE, kind, times);
    const id = discord.post(DEGREE);
    await until('a reply', () => discord.repliesTo(id)[0], 30_000);
    await pause(300);
    expect(discord.repliesTo(id).length).toBe(1);
    discord.faults.clear();
  });

  test.each<[string, Kind, number]>([
    ['answers with 503', 503, 3],
    ['breaks the connection', 'reset', 2],
    ['answers, but the answer is lost', 'lost', 1],
    ['does not answer', 'hang', 1],
    ['is slow', { slow: 1500 }, 1],
    ['is limited for this route', { limit: 1, global: false }, 1],
  ])('a command is answered in time when Discord %s', async (_, kind, times) => {
    const { discord } = bot;
    discord.faults.add(CALLBACK, kind, times);
    expect((await discord.slash('ask', { question: DEGREE })).read).toContain('degree');
    await pause(100);
    discord.faults.clear();
  });

  test('a thread is opened once when its answer is lost', async () => {
    const { discord } = bot;
    const { sent } = await discord.slash('ask', { question: DEGREE });
    const { sent: question } = await discord.click(sent!, 'Ask a person');
    discord.faults.add(/\/threads$/, 'lost', 2);
    discord.faults.add(/^PATCH/, 503, 2);
    await discord.click(question!, 'Yes, ask them');
    await until('the link', () => /stands in <#/.test(read(question!)));
    expect(discord.threads.length).toBe(1);
    expect(discord.sent.filter(each => each.channel === HELPERS).length).toBe(1);
    discord.faults.clear();
  });

  test('an interaction that is over is let go', async () => {
    const { discord, program } = bot;
    discord.faults.add(CALLBACK, { error: [404, 10062, 'Unknown interaction'] });
    discord.interact({ type: 2, data: { id: '1', name: 'help', type: 1 } }, { channel: GENERAL });
    await program.logged(/possible: late/);
    expect((await discord.slash('help')).read).toContain('How to ask');
  });

  test('an answer that hangs does not hold up what was asked behind it', async () => {
    const { discord } = bot;
    discord.faults.add(MESSAGE, 'hang', 2);
    const first = discord.post(DEGREE, { channel: GENERAL, more: { mentions: [{ id: '900000000000000001' }] } });
    expect((await discord.slash('help', {}, { channel: HELP })).read).toContain('How to ask');
    await until('the first', () => discord.repliesTo(first)[0], 30_000);
    discord.faults.clear();
  });

  test('commands are registered as soon as Discord lets it', async () => {
    const { discord, program } = await connected();
    expect(discord.writes).toBe(1);
    discord.faults.add(/^GET \/applications/, 503, 2);
    const { startProgram } = await import('./program.ts');
    await program.stop();
    const second = await startProgram(discord);
    await second.logged(/commands could not be registered; trying again in 5 s/);
    expect((await discord.slash('help')).read).toContain('How to ask');
    await second.logged(/commands left as they were/);
    await second.stop();
  });

  test('nothing that people write, and no token, stands in the log', () => {
    expect(bot.program.log()).not.toMatch(/to work as a backend|token-of|OTAwMDAw/);
  });
});
