import { Client, Events, GatewayIntentBits, MessageFlags, Partials } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDiscordDouble, type DiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import { BOT, GENERAL, TOKEN } from './double/world.ts';

const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const QUIET = { parse: [] };

/** The double itself, with a client that does just enough. */
describe('the double of Discord', () => {
  let discord: DiscordDouble;
  let client: Client;

  beforeEach(async () => {
    discord = await createDiscordDouble();
    client = new Client({
      intents: [Guilds, GuildMessages, DirectMessages],
      partials: [Partials.Channel],
      rest: { api: discord.apiUrl },
    });
    client.on('error', () => {});
  });
  afterEach(async () => {
    await client.destroy();
    await discord.close();
  });
  const login = async (): Promise<void> => {
    const ready = new Promise(resolve => client.once(Events.ClientReady, resolve));
    await client.login(TOKEN);
    await ready;
  };
  const register = (): Promise<unknown> =>
    client.application!.commands.set([
      {
        name: 'ask',
        description: 'Asks',
        contexts: [0, 1, 2],
        integrationTypes: [0, 1],
        options: [{ type: 3, name: 'question', description: 'What', required: true, autocomplete: true }],
      },
    ]);

  test('a client logs in, registers commands and answers one', async () => {
    client.on(Events.InteractionCreate, async interaction => {
      if (interaction.isAutocomplete()) await interaction.respond([{ name: 'One', value: 'one' }]);
      if (interaction.isChatInputCommand())
        await interaction.reply({
          content: `You said ${interaction.options.getString('question')}`,
          flags: MessageFlags.Ephemeral,
          allowedMentions: QUIET,
        });
    });
    await login();
    expect(client.user?.id).toBe(BOT);
    expect(client.guilds.cache.size).toBe(1);
    await register();
    const shown = await discord.answer(discord.command('ask', { question: 'hello' }));
    expect(shown).toMatchObject({ way: 'callback', hidden: true, body: { content: 'You said hello' } });
    const completed = await discord.answer(discord.complete('ask', 'question', 'o', { direct: true }));
    expect(completed.body['choices']).toEqual([{ name: 'One', value: 'one' }]);
    expect(discord.violations).toEqual([]);
  });

  test('what was missed is replayed after a drop, and the content of others is kept back', async () => {
    const read: string[] = [];
    client.on(Events.MessageCreate, message => void read.push(message.content));
    await login();
    discord.say('a', { direct: true });
    discord.say('nobody asked', {});
    discord.say('@me b', {});
    await discord.until(() => read.length === 3, 'three messages');
    discord.gateway.drop();
    discord.say('c', { direct: true });
    await discord.until(() => read.length === 4, 'the fourth');
    expect(read).toEqual(['a', '', `<@${BOT}> b`, 'c']);
    expect(discord.gateway.resumed).toHaveLength(1);
    expect(discord.violations).toEqual([]);
  });

  test('a line that is dead is noticed by the missing acknowledgement', async () => {
    discord.gateway.heartbeat = 200;
    await login();
    discord.gateway.zombie = true;
    await discord.until(() => discord.gateway.open() === 0, 'the client hung up');
    discord.gateway.zombie = false;
    await discord.until(() => discord.gateway.open() === 1, 'the client came back');
    expect(discord.violations).toEqual([]);
  });

  test.each([
    ['a wrong token', 4004],
    ['a forbidden intent', 4014],
  ])('%s closes the line with %i', async (_, code) => {
    discord.gateway.refuse = code;
    await expect(login()).rejects.toThrow();
  });

  test('what Discord would refuse is noted', async () => {
    await login();
    const channel = await client.channels.fetch(GENERAL);
    if (!channel?.isSendable()) throw new Error('no channel');
    const send = async (payload: object): Promise<string[]> => {
      discord.violations.length = 0;
      await channel.send(payload).catch(() => {});
      return [...discord.violations];
    };
    const button = (custom_id: string, label = 'Label') => ({ type: 2, style: 1, custom_id, label });
    const rows = (...components: object[]) => ({ components: [{ type: 1, components }] });
    expect(await send({ content: 'fine', allowedMentions: QUIET })).toEqual([]);
    expect(await send({ content: 'x' })).toEqual(['message.allowed_mentions: missing']);
    expect(await send({ content: 'hello @everyone <@123>', allowedMentions: QUIET })).toHaveLength(2);
    expect(await send({ content: '[a](https://example.com)', allowedMentions: QUIET })).toHaveLength(1);
    // Five in five seconds: the rest goes to another channel.
    const other = await client.channels.fetch(discord.world.channel('other').id);
    if (!other?.isSendable()) throw new Error('no channel');
    const sendThere = async (payload: object): Promise<string> => {
      discord.violations.length = 0;
      await other.send({ allowedMentions: QUIET, ...payload }).catch(() => {});
      return discord.violations.join('; ');
    };
    expect(await sendThere({ embeds: [{ title: 'x'.repeat(257), description: 'y'.repeat(4097) }] })).toMatch(
      /257.*4097/,
    );
    expect(await sendThere(rows(button('same'), button('same')))).toMatch(/not unique/);
    expect(await sendThere(rows(button('a', 'x'.repeat(81))))).toMatch(/81 characters/);
    expect(await sendThere({ flags: 1 << 15, components: [{ type: 10, content: 'x'.repeat(4001) }] })).toMatch(
      /4001 characters/,
    );
    expect(await sendThere({ content: 'both', flags: 1 << 15, components: [{ type: 10, content: 'x' }] })).toMatch(
      /beside components/,
    );
  });

  test('an interaction is answered once, and in time', async () => {
    const codes: unknown[] = [];
    client.on(Events.InteractionCreate, async interaction => {
      if (!interaction.isChatInputCommand()) return;
      const call = () =>
        client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          auth: false,
          body: { type: 4, data: { content: 'x', allowed_mentions: QUIET } },
        });
      await call().catch(error => codes.push(error.code));
      await call().catch(error => codes.push(error.code));
    });
    await login();
    await register();
    discord.command('ask', { question: 'once' });
    await discord.until(() => codes.length === 1, 'the second is refused');
    const late = discord.command('ask', { question: 'late' });
    late.started -= 3001;
    await discord.until(() => codes.length === 3, 'both are refused');
    expect(codes).toEqual([40060, 10062, 10062]);
    expect(discord.violations).toHaveLength(1);
    expect(discord.shown.filter(each => readableText(each.body) === 'x')).toHaveLength(1);
  });
});
