import { describe, expect, test } from 'vitest';
import { createDiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import { startProgram } from './program.ts';
import { pause, ready, started } from './running.ts';

const LATEST = 5000;

describe('the end', () => {
  test('SIGTERM lets the work in hand finish', async () => {
    const { discord, program } = await ready();
    discord.faults.next('message', { type: 'status', status: 429, retryAfter: 1 });
    const question = discord.say('do I need a degree?', { direct: true });
    await discord.until(() => discord.calls.includes('POST message'), 'it is answering');
    expect(await program.stop()).toBeLessThan(LATEST);
    expect(await program.exited).toBe(0);
    expect(readableText(discord.shown.find(each => each.replyTo === question.id)?.body ?? {})).toContain('degree');
  });

  test('SIGTERM ends calls that hang', async () => {
    const { discord, program } = await ready();
    discord.faults.next('*', { type: 'hang' }, 1000);
    discord.say('do I need a degree?', { direct: true });
    discord.command('ask', { question: 'do I need a degree?' });
    await discord.until(() => discord.calls.includes('POST message'), 'it is answering');
    expect(await program.stop()).toBeLessThan(LATEST);
    expect(await program.exited).toBe(0);
  });

  test('SIGTERM while Discord is gone', async () => {
    const { discord, program } = await ready();
    await discord.goDown();
    await program.becomes(false);
    expect(await program.stop()).toBeLessThan(LATEST);
    expect(await program.exited).toBe(0);
  });

  test.each(['nobody listens', 'the gateway is silent', 'the REST API hangs'])(
    'SIGTERM while it connects for the first time: %s',
    async how => {
      const discord = await createDiscordDouble();
      if (how === 'nobody listens') await discord.goDown();
      if (how === 'the gateway is silent') discord.gateway.zombie = true;
      if (how === 'the REST API hangs') discord.faults.next('*', { type: 'hang' }, 1000);
      const program = await startProgram(discord);
      started.push({ discord, program });
      if (how === 'nobody listens') await program.logged(/trying again in/);
      else await discord.until(() => discord.calls.length > 0, 'it is connecting', 20_000);
      await pause(500);
      expect(await program.stop()).toBeLessThan(LATEST);
      expect(await program.exited).toBe(0);
    },
  );
});
