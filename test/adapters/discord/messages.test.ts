import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type DiscordDouble, read, until } from './double/discord.ts';
import { BOT, FORUM, GENERAL, HELP, personId, THREAD, UNSEEN_THREAD, userJson } from './double/world.ts';
import { connected, shared } from './program.ts';

const ME = `<@${BOT}>`;
const DEGREE = 'Do I need a degree to work as a backend developer?';

/** Asks something that is surely answered, so that everything before it has been dealt with. */
async function settled(discord: DiscordDouble): Promise<void> {
  await discord.say('hello', { person: 'settler' });
  await pause(50);
}

describe('messages', () => {
  const bot = shared();

  test('a mention is answered as a reply, in channels, threads and forum posts', async () => {
    const { discord } = bot;
    for (const channel of [GENERAL, THREAD, UNSEEN_THREAD]) {
      const sent = await discord.say(`${ME} ${DEGREE}`, { channel });
      expect(sent.channel).toBe(channel);
      expect(read(sent)).toContain('degree');
      expect(read(sent)).not.toContain('(Share)');
    }
  });

  test('an empty mention gets help; as a reply to somebody it answers that message', async () => {
    const { discord } = bot;
    expect(read(await discord.say(ME, { channel: GENERAL }))).toContain('How to ask');
    const earlier = {
      id: '123456789012345678',
      content: DEGREE,
      author: userJson(personId('grace')),
      mentions: [],
      type: 0,
    };
    const about = await discord.say(ME, { channel: GENERAL, more: { type: 19, referenced_message: earlier } });
    expect(read(about)).toContain('degree');
  });

  test('a reply to the bot follows up', async () => {
    const { discord } = bot;
    const first = await discord.say(`${ME} how much does a junior backend developer earn?`, { channel: GENERAL });
    const then = await discord.say('and a senior?', { channel: GENERAL, replyTo: first });
    expect(read(then)).toMatch(/senior/i);
  });

  test('the first direct message is answered', async () => {
    const { discord } = bot;
    expect(read(await discord.say(DEGREE, { person: 'newcomer' }))).toContain('degree');
  });

  test('bots, webhooks, notices, other conversations and what it said itself are left alone', async () => {
    const { discord } = bot;
    const ids = [
      discord.post(`${ME} ${DEGREE}`, {
        channel: GENERAL,
        more: { author: { ...userJson(personId('bot')), bot: true } },
      }),
      discord.post(`${ME} ${DEGREE}`, { channel: GENERAL, more: { webhook_id: '123456789012345678' } }),
      discord.post(`${ME} pinned`, { channel: GENERAL, more: { type: 6 } }),
      discord.post('does anybody here know docker?', { channel: GENERAL }),
      discord.post('', { channel: GENERAL, replyTo: await discord.say(ME, { channel: GENERAL }) }),
    ];
    discord.gateway.dispatch('MESSAGE_UPDATE', { id: ids[3], channel_id: GENERAL, content: `${ME} edited` });
    await settled(discord);
    expect(ids.flatMap(id => discord.repliesTo(id))).toEqual([]);
  });

  test('other people in a mention are not called, and not taken for words', async () => {
    const { discord } = bot;
    const said = read(
      await discord.say(`${ME} <@123456789012345678> @everyone <#700000000000000001> do i need a degree`, {
        channel: GENERAL,
      }),
    );
    expect(said).toContain('degree');
    expect(said).not.toMatch(/@everyone|<@123/);
  });

  test('only the listed channels and their threads are answered in, and direct messages', async () => {
    const { discord } = await connected({}, { DISCORD_CHANNELS: `${HELP},${FORUM}` });
    const outside = discord.post(`${ME} ${DEGREE}`, { channel: GENERAL });
    await discord.say(`${ME} ${DEGREE}`, { channel: HELP });
    await discord.say(`${ME} ${DEGREE}`, { channel: THREAD });
    await discord.say(`${ME} ${DEGREE}`, { channel: UNSEEN_THREAD });
    await discord.say(DEGREE);
    expect(discord.repliesTo(outside)).toEqual([]);
  });

  test('without permission the answer comes in private; without that either nothing happens', async () => {
    const { discord, program } = bot;
    discord.faults.add(
      /^POST \/channels\/700000000000000001\/messages/,
      { error: [403, 50013, 'Missing Permissions'] },
      9,
    );
    const id = discord.post(`${ME} ${DEGREE}`, { channel: GENERAL });
    const sent = await until('a whisper', () =>
      discord.sent.find(each => each.private && /may not write/.test(read(each))),
    );
    expect(read(sent)).toMatch(/may not write in <#700000000000000001>[\s\S]*degree/);
    discord.faults.add(/^POST \/users/, { error: [403, 50007, 'Cannot send messages to this user'] }, 9);
    discord.post(`${ME} ${DEGREE}`, { channel: GENERAL });
    await program.logged(/closed/);
    discord.faults.clear();
    discord.faults.add(/^POST \/channels\/700000000000000001\/messages/, {
      error: [400, 160002, 'Cannot reply without permission to read message history'],
    });
    discord.post(`${ME} ${DEGREE}`, { channel: GENERAL, person: 'grace' });
    await until('a message that is no reply', () =>
      discord.sent.find(each => each.channel === GENERAL && each.replyTo === undefined),
    );
    discord.faults.add(/^POST \/channels\/700000000000000001\/messages/, { error: [404, 10003, 'Unknown Channel'] });
    discord.post(`${ME} ${DEGREE}`, { channel: GENERAL });
    await program.logged(/possible: gone/);
    expect(discord.repliesTo(id)).toEqual([]);
  });

  test('an event that comes twice is answered once', async () => {
    const { discord } = bot;
    const id = '1300000000000000001';
    for (let at = 0; at < 2; at += 1) discord.post(`${ME} ${DEGREE}`, { channel: GENERAL, more: { id } });
    await settled(discord);
    expect(discord.repliesTo(id).length).toBe(1);
  });

  test('in named channels it answers unasked: questions only, and only when it is very sure', async () => {
    const { discord, program } = await connected(
      { content: true },
      { DISCORD_AUTO_CHANNELS: HELP, LOG_LEVEL: 'debug' },
    );
    const sent = await discord.say(DEGREE, { channel: HELP });
    expect(read(sent)).toMatch(/Nobody asked me[\s\S]*degree/);
    await discord.say(DEGREE, { channel: THREAD });
    const ids = [
      discord.post(DEGREE, { channel: GENERAL }),
      discord.post('I have a degree and work as a backend developer.', { channel: HELP }),
      discord.post('docker?? job', { channel: HELP }),
      discord.post('what will the weather be in Oslo tomorrow?', { channel: HELP }),
      discord.post('should I kill myself?', { channel: HELP }),
      discord.post(`<@${personId('grace')}> ${DEGREE}`, {
        channel: HELP,
        more: { mentions: [userJson(personId('grace'))] },
      }),
    ];
    await settled(discord);
    expect(ids.flatMap(id => discord.repliesTo(id))).toEqual([]);
    expect(program.log()).not.toContain('Oslo');
  });
});
