import { describe, expect, test } from 'vitest';
import { createDiscordDouble } from './double/discord.ts';
import { MESSAGE_CONTENT } from './double/gateway.ts';
import { readableText } from './double/reading.ts';
import { GENERAL, TOKEN } from './double/world.ts';
import { startProgram } from './program.ts';
import { pause, ready } from './running.ts';

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

  test('too few shards', async () => {
    const discord = await createDiscordDouble({ shards: 4 });
    const program = await startProgram(discord, { DISCORD_SHARD_IDS: '0', DISCORD_SHARD_COUNT: '1' });
    expect(await program.exited).toBe(2);
    expect(program.log()).toMatch(/DISCORD_SHARD/);
    await discord.close();
  });
});

describe('where and how often it answers', () => {
  test('who asks too fast is told once, privately, and others are still answered', async () => {
    const { discord } = await ready({ LIMIT_PER_PERSON: '2' });
    const ask = async (person: string) =>
      discord.answer(discord.command('ask', { question: 'do I need a degree?' }, { person }));
    for (let turn = 0; turn < 2; turn += 1) await ask('ada');
    const notice = await ask('ada');
    expect(notice.hidden).toBe(true);
    expect(readableText(notice.body)).toContain('faster than I can answer');
    expect(readableText((await ask('grace')).body)).toContain('This week');
    const mark = discord.shown.length;
    for (let turn = 0; turn < 3; turn += 1) discord.say('@me do I need a degree?', { person: 'ada' });
    await pause(500);
    expect(discord.shown.slice(mark)).toEqual([]);
  });

  test('outside of its channels it says where it answers', async () => {
    const discord = await createDiscordDouble();
    const career = discord.world.channel('career').id;
    const lunch = discord.world.channel('lunch').id;
    const program = await startProgram(discord, { DISCORD_CHANNELS: career });
    await program.logged(/"ready: /);
    const asked = await discord.answer(discord.command('ask', { question: 'degree?' }, { channel: lunch }));
    expect(asked.hidden).toBe(true);
    expect(readableText(asked.body)).toContain(`<#${career}>`);
    discord.say('@me do I need a degree?', { channel: lunch });
    const question = discord.say('@me do I need a degree?', { channel: career });
    expect(readableText((await discord.next(each => each.replyTo === question.id)).body)).toContain('degree');
    expect(discord.shown.filter(each => each.channel === lunch && !each.hidden)).toEqual([]);
    const direct = discord.say('do I need a degree?', { direct: true });
    await discord.next(each => each.replyTo === direct.id);
    await program.stop();
    expect(discord.violations).toEqual([]);
    await discord.close();
  });

  test('in channels of its own it answers unasked what it is very sure of, and nothing else', async () => {
    const discord = await createDiscordDouble({ privileged: MESSAGE_CONTENT });
    const help = discord.world.channel('help').id;
    const program = await startProgram(discord, { DISCORD_AUTO_CHANNELS: help });
    await program.logged(/"ready: /);
    const said = [
      'I do not need a degree to work as a backend developer.',
      'how about lunch?',
      'asdf?',
      'thanks, that helped',
    ];
    for (const text of said) discord.say(text, { channel: help });
    discord.say('Do I need a degree to work as a backend developer?', { channel: GENERAL });
    const question = discord.say('Do I need a degree to work as a backend developer?', { channel: help });
    await discord.next(each => each.replyTo === question.id);
    await pause(500);
    expect(discord.shown).toHaveLength(1);
    await program.stop();
    expect(discord.violations).toEqual([]);
    await discord.close();
  });
});
