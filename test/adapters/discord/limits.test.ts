import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Alone, adapterFor } from './alone.ts';
import { createDiscordDouble, type DiscordDouble, type DiscordOptions } from './double/discord.ts';
import { MESSAGE_CONTENT } from './double/gateway.ts';
import { readableText } from './double/reading.ts';
import type { Shown } from './double/scene.ts';
import { GENERAL } from './double/world.ts';
import { pause } from './running.ts';

describe('where and how often it answers', () => {
  let discord: DiscordDouble;
  let alone: Alone | undefined;
  const open = async (options: DiscordOptions = {}): Promise<void> => {
    await discord?.close();
    discord = await createDiscordDouble(options);
  };
  const start = async (options: Parameters<typeof adapterFor>[1]): Promise<void> => {
    alone = await adapterFor(discord, options);
    await alone.adapter.start();
  };
  beforeEach(() => open());
  afterEach(async () => {
    await alone?.adapter.stop();
    await discord.close();
    expect(discord.violations).toEqual([]);
  });

  test('who asks too fast is told once, privately, and others are still answered', async () => {
    await start({ perPerson: 2 });
    const ask = (person: string): Promise<Shown> =>
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
    const career = discord.world.channel('career').id;
    const lunch = discord.world.channel('lunch').id;
    await start({ channels: [career] });
    const asked = await discord.answer(discord.command('ask', { question: 'degree?' }, { channel: lunch }));
    expect(asked.hidden).toBe(true);
    expect(readableText(asked.body)).toContain(`<#${career}>`);
    discord.say('@me do I need a degree?', { channel: lunch });
    const question = discord.say('@me do I need a degree?', { channel: career });
    expect(readableText((await discord.next(each => each.replyTo === question.id)).body)).toContain('degree');
    expect(discord.shown.filter(each => each.channel === lunch && !each.hidden)).toEqual([]);
    const direct = discord.say('do I need a degree?', { direct: true });
    await discord.next(each => each.replyTo === direct.id);
  });

  test('in channels of its own it answers unasked what it is very sure of, and nothing else', async () => {
    await open({ privileged: MESSAGE_CONTENT });
    const help = discord.world.channel('help').id;
    await start({ autoChannels: [help] });
    for (const text of [
      'I do not need a degree to work as a backend developer.',
      'how about lunch?',
      'asdf?',
      'thanks, that helped',
    ])
      discord.say(text, { channel: help });
    discord.say('Do I need a degree to work as a backend developer?', { channel: GENERAL });
    const question = discord.say('Do I need a degree to work as a backend developer?', { channel: help });
    await discord.next(each => each.replyTo === question.id);
    await pause(500);
    expect(discord.shown).toHaveLength(1);
  });
});
