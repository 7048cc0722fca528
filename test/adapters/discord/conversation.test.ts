import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { objects } from './double/json.ts';
import { readableText } from './double/reading.ts';
import { BOT, type Channel, FORUM, GENERAL, GUILD, PUBLIC_THREAD } from './double/world.ts';
import { type Program, startProgram } from './program.ts';
import { expectClean, pause } from './running.ts';

describe('people talk to the bot', () => {
  let discord: DiscordDouble;
  let program: Program;
  let count = 0;
  /** a place that no other test speaks in */
  const somewhere = (more: { type?: number; parent?: string } = {}): { channel: string; person: string } => {
    count += 1;
    const made: Channel = discord.world.channel(`room-${count}`, more);
    const event = made.type === PUBLIC_THREAD ? 'THREAD_CREATE' : 'CHANNEL_CREATE';
    discord.gateway.dispatch(event, () => discord.world.channelJson(made), made.guild);
    return { channel: made.id, person: `person-${count}` };
  };
  const silence = async (after: number): Promise<void> => {
    await pause(400);
    expect(discord.shown.slice(after).map(each => readableText(each.body))).toEqual([]);
  };
  beforeAll(async () => {
    discord = await createDiscordDouble();
    program = await startProgram(discord);
    await program.logged(/"ready: /);
  });
  afterAll(async () => {
    await program.stop();
    await discord.close();
  });
  afterEach(() => expectClean(discord, program));

  test('a mention is answered as a reply; a reply to the bot follows up', async () => {
    const here = somewhere();
    const question = discord.say('@me how much does a junior backend developer earn?', here);
    const first = await discord.next(each => each.channel === here.channel);
    expect(first).toMatchObject({ way: 'message', replyTo: question.id });
    expect(readableText(first.body)).toContain('junior');
    const mark = discord.shown.length;
    discord.say('and a senior?', { ...here, replyTo: first });
    expect(readableText((await discord.next(each => each.channel === here.channel, mark)).body)).toMatch(/senior/i);
  });

  test('the text of a reply without its mention never arrives, so it is left alone', async () => {
    const here = somewhere();
    discord.say('@me do I need a degree?', here);
    const first = await discord.next(each => each.channel === here.channel);
    const mark = discord.shown.length;
    discord.say('and a senior?', { ...here, replyTo: first, ping: false });
    await silence(mark);
  });

  test('in a thread and in a forum post, where it stands', async () => {
    for (const parent of [GENERAL, FORUM]) {
      const here = somewhere({ type: PUBLIC_THREAD, parent });
      discord.say('@me do I need a degree?', here);
      expect(readableText((await discord.next(each => each.channel === here.channel)).body)).toContain('degree');
    }
  });

  test('a thread that was never announced to the bot', async () => {
    const made = discord.world.channel('unknown thread', { type: PUBLIC_THREAD, parent: GENERAL });
    discord.say('@me do I need a degree?', { channel: made.id });
    expect(readableText((await discord.next(each => each.channel === made.id)).body)).toContain('degree');
  });

  test('an empty mention gets help', async () => {
    const here = somewhere();
    discord.say('  @me ', here);
    expect(readableText((await discord.next(each => each.channel === here.channel)).body)).toContain('How to ask');
  });

  test('a direct message, the very first one too', async () => {
    const person = 'newcomer';
    discord.say('a < b && do I need a degree?', { person, direct: true });
    const { id } = discord.world.direct(discord.world.person(person));
    expect(readableText((await discord.next(each => each.channel === id)).body)).toContain('degree');
  });

  test('what one person said is nothing to another, nor to another channel', async () => {
    const here = somewhere();
    const there = somewhere();
    const ask = async (text: string, place: { channel: string; person: string }): Promise<string> => {
      const message = discord.say(text, place);
      return readableText((await discord.next(each => each.replyTo === message.id)).body);
    };
    await ask('@me how much does a junior backend developer earn?', here);
    const following = await ask('@me and for seniors?', here);
    const fresh = await ask('@me and for seniors?', { ...here, person: 'stranger' });
    const elsewhere = await ask('@me and for seniors?', { ...there, person: here.person });
    expect(following).not.toBe(fresh);
    expect(elsewhere).toBe(fresh);
  });

  test('bots, webhooks, edits, its own messages and talk among others get no answer', async () => {
    const here = somewhere();
    const mark = discord.shown.length;
    discord.say('@me do I need a degree?', { ...here, by: 'bot', person: 'robot' });
    discord.say('@me do I need a degree?', { ...here, by: 'webhook', person: 'hook' });
    discord.say('@me do I need a degree?', { ...here, person: 'bot' });
    discord.say('do I need a degree?', here);
    discord.say('<@123456789012345678> do I need a degree?', here);
    discord.say('do I need a degree?', { direct: true, by: 'bot', person: 'robot' });
    const message = discord.say('hello', here);
    discord.edit(message, '@me do I need a degree?');
    await silence(mark);
  });

  test('what is delivered twice is answered once', async () => {
    const here = somewhere();
    const message = discord.say('@me do I need a degree?', here);
    await discord.next(each => each.channel === here.channel);
    // discord.js itself knows the last few of a channel.
    for (let other = 0; other < 8; other += 1) discord.say('and so on', here);
    const calls = discord.calls.length;
    const mark = discord.shown.length;
    const again = {
      ...discord.world.messageJson(message),
      channel_type: 0,
      guild_id: discord.world.channels.get(here.channel)?.guild,
    };
    discord.gateway.dispatch('MESSAGE_CREATE', () => again, discord.world.channels.get(here.channel)?.guild);
    await silence(mark);
    expect(discord.calls.slice(calls)).toEqual([]);
  });

  test('a question that is deleted meanwhile is answered all the same, and nothing fails', async () => {
    const here = somewhere();
    discord.faults.next('message', { type: 'status', status: 500 }, 1);
    const message = discord.say('@me do I need a degree?', here);
    discord.remove(message);
    expect((await discord.next(each => each.channel === here.channel)).replyTo).toBe('');
  });

  test('without the permission to write there, the answer comes privately', async () => {
    const here = somewhere();
    discord.world.channels.get(here.channel)?.denied.add('SendMessages');
    discord.say('@me do I need a degree?', here);
    const { id } = discord.world.direct(discord.world.person(here.person));
    const shown = await discord.next(each => each.channel === id);
    expect(readableText(shown.body)).toContain(`<#${here.channel}>`);
    expect(readableText(shown.body)).toContain('degree');
  });

  test.each(['EmbedLinks', 'ReadMessageHistory'] as const)('without %s it still answers', async permission => {
    const here = somewhere();
    const channel = discord.world.channels.get(here.channel)!;
    channel.denied.add(permission);
    discord.gateway.dispatch('CHANNEL_UPDATE', () => discord.world.channelJson(channel), channel.guild);
    discord.say('@me do I need a degree?', here);
    const direct = discord.world.direct(discord.world.person(here.person)).id;
    const shown = await discord.next(each => each.channel === here.channel || each.channel === direct);
    expect(readableText(shown.body)).toContain('degree');
  });

  test('where its permissions are not known it tries', async () => {
    const here = somewhere();
    const [everybody] = objects(discord.world.guildJson()['roles']);
    discord.gateway.dispatch('GUILD_ROLE_DELETE', () => ({ guild_id: GUILD, role_id: GUILD }), GUILD);
    discord.say('@me do I need a degree?', here);
    const shown = await discord.next(each => each.channel === here.channel);
    discord.gateway.dispatch('GUILD_ROLE_CREATE', () => ({ guild_id: GUILD, role: everybody }), GUILD);
    expect(readableText(shown.body)).toContain('degree');
  });

  test('closed direct messages, a channel that is gone, one that cannot be seen: it stays quiet and lives on', async () => {
    const closed = discord.world.direct(discord.world.person('shy'));
    closed.closed = true;
    discord.say('do I need a degree?', { person: 'shy', direct: true });
    const here = somewhere();
    discord.world.channels.get(here.channel)?.denied.add('ViewChannel');
    discord.world.direct(discord.world.person(here.person)).closed = true;
    discord.say('@me do I need a degree?', here);
    await discord.until(() => discord.refusals.some(each => each.code === 50007), 'it was refused');
    discord.say('do I need a degree?', { person: 'open', direct: true });
    const { id } = discord.world.direct(discord.world.person('open'));
    await discord.next(each => each.channel === id);
    expect(program.log()).not.toMatch(/"level":"error"/);
    for (const event of ['direct_messages_closed', 'missing_access'])
      expect(await program.metrics()).toMatch(new RegExp(`signpost_platform_events_total{[^}]*event="${event}"`));
  });

  test('what people write is echoed without a ping', async () => {
    const here = somewhere();
    discord.say(`@me @everyone @here <@&${BOT}> **look** [this](https://example.com) \`docker\``, here);
    expect(readableText((await discord.next(each => each.channel === here.channel)).body)).not.toMatch(/@everyone/);
  });
});
