import { describe, expect, test } from 'vitest';
import { createDiscordDouble } from './double/discord.ts';
import { GENERAL, TOKEN } from './double/world.ts';
import { startProgram } from './program.ts';

describe('what can never work', () => {
  test('a wrong token ends the program with 2, after one attempt, and says which', async () => {
    const discord = await createDiscordDouble();
    const program = await startProgram(discord, { DISCORD_TOKEN: 'another-token-than-that' });
    expect(await program.exited).toBe(2);
    expect(program.log()).toContain('DISCORD_TOKEN');
    expect(program.log()).not.toMatch(/another-token-than-that|"ready: | {4}at /);
    expect(discord.calls.length).toBeLessThan(4);
    await discord.close();
  });

  test('a token that the gateway refuses', async () => {
    const discord = await createDiscordDouble();
    discord.gateway.refuse = 4004;
    const program = await startProgram(discord);
    expect(await program.exited).toBe(2);
    expect(program.log()).toContain('DISCORD_TOKEN');
    expect(program.log()).not.toContain(TOKEN);
    expect(discord.gateway.identified).toHaveLength(1);
    await discord.close();
  });

  test('an intent that the application was not given', async () => {
    const discord = await createDiscordDouble();
    const program = await startProgram(discord, { DISCORD_AUTO_CHANNELS: GENERAL });
    expect(await program.exited).toBe(2);
    expect(program.log()).toMatch(/Message Content Intent/);
    expect(program.log()).toContain('DISCORD_AUTO_CHANNELS');
    expect(discord.gateway.identified).toHaveLength(1);
    await discord.close();
  });

  test('a token that is taken back meanwhile', async () => {
    const discord = await createDiscordDouble();
    const program = await startProgram(discord);
    await program.logged(/"ready: /);
    discord.revoke();
    discord.say('do I need a degree?', { direct: true });
    expect(await program.exited).toBe(2);
    expect(program.log()).toContain('DISCORD_TOKEN');
    expect(program.log()).not.toContain(TOKEN);
    await discord.close();
  });

  test('too few shards', async () => {
    const discord = await createDiscordDouble({ shards: 4 });
    const program = await startProgram(discord, { DISCORD_SHARD_IDS: '0', DISCORD_SHARD_COUNT: '1' });
    expect(await program.exited).toBe(2);
    expect(program.log()).toMatch(/DISCORD_SHARD/);
    await discord.close();
  });
});
