import { once } from 'node:events';
import { createServer } from 'node:http';
import { choiceProblems, commandProblems } from './command-rules.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway, PRIVILEGED } from './gateway.ts';
import { isObject, type Json, objects, text } from './json.ts';
import { messageProblems } from './message-rules.ts';
import { clickables, readable } from './reading.ts';
import { type Answer, type Bucket, type Call, createRest, error, type Route } from './rest.ts';
import * as world from './world.ts';

/** A message that the bot has sent, or put in the place of one. */
export interface Sent {
  readonly id: string;
  readonly channel: string;
  payload: Json;
  readonly private: boolean;
  /** the message that it replies to */
  readonly replyTo?: string;
  /** the interaction that it answers */
  readonly interaction?: string;
  /** milliseconds of the clock */
  readonly at: number;
}

interface Pending {
  readonly id: string;
  readonly token: string;
  readonly made: number;
  readonly channel: string;
  /** the message that was clicked on */
  readonly clicked?: Sent | undefined;
  /** type of the first answer */
  answered?: number;
  choices?: Json[];
  original?: Sent;
  /** the answer to the first answer was lost on its way */
  lost?: boolean;
}

export interface DoubleOptions {
  readonly token?: string;
  readonly shards?: number;
  /** milliseconds between heartbeats */
  readonly heartbeat?: number;
  /** the message content intent is switched on */
  readonly content?: boolean;
  /** rate limits; none by default */
  readonly buckets?: readonly Bucket[];
  /** session starts that are left */
  readonly starts?: number;
}

export interface Place {
  readonly channel?: string;
  readonly person?: string;
}

/** An answer to an interaction, as far as it has come. */
export interface Response {
  readonly id: string;
  readonly sent: Sent | undefined;
  readonly choices: readonly Json[];
  /** everything that can be read in it */
  readonly read: string;
}

/** A small, strict Discord: REST and gateway, with people. Everything that the real one would refuse stands in `violations`. */
export interface DiscordDouble {
  readonly apiUrl: string;
  readonly token: string;
  readonly violations: string[];
  readonly sent: Sent[];
  readonly threads: { readonly id: string; readonly parent: string; readonly name: string }[];
  commands: Json[];
  /** times that the list of commands was written */
  writes: number;
  readonly faults: Faults;
  readonly gateway: Gateway;
  /** Sends an event of somebody's message. @returns its id */
  post(content: string, place?: Place & { readonly replyTo?: Sent; readonly more?: Json }): string;
  /** Says something and waits for the reply. */
  say(
    content: string,
    place?: Place & { readonly replyTo?: Sent; readonly more?: Json },
    milliseconds?: number,
  ): Promise<Sent>;
  slash(name: string, options?: Json, place?: Place): Promise<Response>;
  menu(content: string, place?: Place): Promise<Response>;
  type(command: string, option: string, typed: string, place?: Place): Promise<Response>;
  /** Clicks a button or picks an entry of a menu by its label. */
  click(sent: Sent, label: string | RegExp, place?: Place): Promise<Response>;
  /** Clicks something with that custom id. */
  press(sent: Sent, customId: string, place?: Place): Promise<Response>;
  /** Sends an interaction without waiting. @returns its id */
  interact(data: Json, place?: Place): string;
  /** Waits for the answer to an interaction. */
  answered(id: string, milliseconds?: number): Promise<Response>;
  repliesTo(id: string): Sent[];
  close(): Promise<void>;
}

export const read = (sent: Sent): string => readable(sent.payload);

/** Waits until something is so. */
export async function until<T>(what: string, look: () => T | undefined | false, milliseconds = 10_000): Promise<T> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > end) throw new Error(`waited in vain for ${what}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

const PLAIN_MESSAGE = {
  tts: false,
  mention_everyone: false,
  mention_roles: [],
  attachments: [],
  embeds: [],
  pinned: false,
  edited_timestamp: null,
  components: [],
};

export async function createDiscordDouble(options: DoubleOptions = {}): Promise<DiscordDouble> {
  const token = options.token ?? world.TOKEN;
  const violations: string[] = [];
  const faults = createFaults();
  const channels = new Map(world.firstChannels().map(channel => [channel.id, channel]));
  const messages = new Map<string, Json>();
  const nonces = new Map<string, Sent>();
  const pending = new Map<string, Pending>();
  const sent: Sent[] = [];
  const threads: DiscordDouble['threads'] = [];

  const authorised = (call: Call): boolean => call.token === `Bot ${token}`;
  const guarded =
    (answer: Route[2]): Route[2] =>
    (call, ids) =>
      authorised(call) ? answer(call, ids) : error(401, 0, '401: Unauthorized');
  const refusal = (problems: readonly string[]): Answer => {
    violations.push(...problems);
    return error(400, 50035, 'Invalid Form Body');
  };
  const keep = (message: Omit<Sent, 'at'>): Sent => {
    const kept = { ...message, at: performance.now() };
    sent.push(kept);
    messages.set(kept.id, messageJson(kept));
    return kept;
  };
  const messageJson = (message: Sent): Json => ({
    ...PLAIN_MESSAGE,
    ...message.payload,
    id: message.id,
    channel_id: message.channel,
    author: world.userJson(world.BOT, 'Signpost'),
    content: text(message.payload['content']),
    timestamp: new Date().toISOString(),
    mentions: [],
    type: 0,
  });

  const createMessage = (call: Call, [channel = '']: readonly string[]): Answer => {
    if (!channels.has(channel)) return error(404, 10003, 'Unknown Channel');
    const problems = messageProblems(call.body, { ephemeral: false });
    const nonce = text(call.body['nonce']);
    if (nonce === '' || nonce.length > 25 || call.body['enforce_nonce'] !== true)
      problems.push('a message without an enforced nonce');
    const reference = call.body['message_reference'];
    if (isObject(reference)) {
      if (reference['fail_if_not_exists'] !== false) problems.push('a reply that fails when the message is gone');
      if (!messages.has(text(reference['message_id'])) && reference['fail_if_not_exists'] !== false)
        return error(400, 50035, 'Unknown message');
    }
    if (problems.length > 0) return refusal(problems);
    const known = nonces.get(`${channel} ${nonce}`);
    if (known) return { status: 200, body: messageJson(known) };
    const made = keep({
      id: world.snowflake(),
      channel,
      payload: call.body,
      private: channels.get(channel)?.type === world.DM,
      ...(isObject(reference) ? { replyTo: text(reference['message_id']) } : {}),
    });
    nonces.set(`${channel} ${nonce}`, made);
    return { status: 200, body: messageJson(made) };
  };

  const callback = (call: Call, [id = '', given = '']: readonly string[]): Answer => {
    const interaction = pending.get(id);
    if (!interaction || interaction.token !== given) return error(404, 10062, 'Unknown interaction');
    if (interaction.answered !== undefined) {
      if (!interaction.lost) violations.push('an interaction was answered twice');
      return error(400, 40060, 'Interaction has already been acknowledged.');
    }
    if (performance.now() - interaction.made > 3000) {
      violations.push('an interaction was answered after three seconds');
      return error(404, 10062, 'Unknown interaction');
    }
    const type = Number(call.body['type']);
    const data = isObject(call.body['data']) ? call.body['data'] : {};
    const problems =
      type === 4
        ? messageProblems(data, { ephemeral: true })
        : type === 7
          ? messageProblems(data, { ephemeral: false })
          : type === 8
            ? choiceProblems(objects(data['choices']))
            : [];
    if (![4, 5, 6, 7, 8].includes(type)) problems.push(`an answer of type ${type}`);
    if ((type === 6 || type === 7) && !interaction.clicked) problems.push('an update without a message');
    if (problems.length > 0) return refusal(problems);
    interaction.answered = type;
    interaction.choices = objects(data['choices']);
    if (type === 4 || type === 5)
      interaction.original = keep({
        id: world.snowflake(),
        channel: interaction.channel,
        payload: data,
        private: (Number(data['flags'] ?? 0) & 64) !== 0,
        interaction: id,
      });
    if (type === 6 && interaction.clicked) interaction.original = interaction.clicked;
    if (type === 7 && interaction.clicked) {
      interaction.clicked.payload = data;
      interaction.original = interaction.clicked;
    }
    return { status: 204 };
  };

  const editOriginal = (call: Call, [given = '']: readonly string[]): Answer => {
    const interaction = [...pending.values()].find(each => each.token === given);
    if (!interaction) return error(401, 50027, 'Invalid Webhook Token');
    if (!interaction.original) return error(404, 10008, 'Unknown Message');
    const problems = messageProblems(call.body, { ephemeral: false });
    if (problems.length > 0) return refusal(problems);
    interaction.original.payload = call.body;
    return { status: 200, body: messageJson(interaction.original) };
  };

  const listCommands = (call: Call, guild: boolean): Answer => {
    if (call.method === 'GET') return { status: 200, body: double.commands };
    const problems = commandProblems(call.list, guild);
    if (problems.length > 0) return refusal(problems);
    double.writes += 1;
    double.commands = call.list.map(command => ({
      id: world.snowflake(),
      application_id: world.APPLICATION,
      version: world.snowflake(),
      default_member_permissions: null,
      type: 1,
      name_localizations: null,
      description_localizations: null,
      description: '',
      nsfw: false,
      ...(guild ? { guild_id: world.GUILD } : { dm_permission: true, contexts: null, integration_types: [0] }),
      ...command,
      ...(command['options'] === undefined
        ? {}
        : {
            options: objects(command['options']).map(({ required, ...rest }) =>
              required === true ? { required, ...rest } : rest,
            ),
          }),
    }));
    return { status: 200, body: double.commands };
  };

  const routes: Route[] = [
    [
      'GET',
      /^\/gateway\/bot$/,
      guarded(() => ({
        status: 200,
        body: {
          url: gatewayUrl(),
          shards: options.shards ?? 1,
          session_start_limit: {
            total: 1000,
            remaining: options.starts ?? 1000,
            reset_after: 60_000,
            max_concurrency: 16,
          },
        },
      })),
    ],
    ['GET', /^\/applications\/\d+\/commands$/, guarded(call => listCommands(call, false))],
    ['PUT', /^\/applications\/\d+\/commands$/, guarded(call => listCommands(call, false))],
    ['GET', /^\/applications\/\d+\/guilds\/\d+\/commands$/, guarded(call => listCommands(call, true))],
    ['PUT', /^\/applications\/\d+\/guilds\/\d+\/commands$/, guarded(call => listCommands(call, true))],
    ['POST', /^\/interactions\/(\d+)\/([\w-]+)\/callback$/, callback],
    ['PATCH', /^\/webhooks\/\d+\/([\w-]+)\/messages\/(?:@|%40)original$/, editOriginal],
    ['POST', /^\/channels\/(\d+)\/messages$/, guarded(createMessage)],
    [
      'GET',
      /^\/channels\/(\d+)$/,
      guarded((_, [id = '']) => {
        const channel = channels.get(id);
        return channel ? { status: 200, body: world.channelJson(channel) } : error(404, 10003, 'Unknown Channel');
      }),
    ],
    [
      'POST',
      /^\/users\/@me\/channels$/,
      guarded(call => {
        const channel = directChannel(text(call.body['recipient_id']));
        return { status: 200, body: world.channelJson(channel) };
      }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/messages\/(\d+)\/threads$/,
      guarded((call, [parent = '', id = '']) => {
        if (threads.some(thread => thread.id === id))
          return error(400, 160004, 'A thread has already been created for this message');
        return openThread(text(call.body['name']), parent, id);
      }),
    ],
    [
      'POST',
      /^\/channels\/(\d+)\/threads$/,
      guarded((call, [parent = '']) => {
        const message = call.body['message'];
        if (channels.get(parent)?.type !== world.GUILD_FORUM || !isObject(message))
          return refusal(['a post outside of a forum']);
        const problems = messageProblems(message, { ephemeral: false });
        if (problems.length > 0) return refusal(problems);
        const id = world.snowflake();
        keep({ id, channel: id, payload: message, private: false });
        return openThread(text(call.body['name']), parent, id);
      }),
    ],
  ];

  const openThread = (name: string, parent: string, id: string): Answer => {
    if (name.length < 1 || name.length > 100) return refusal([`a thread name of ${name.length} characters`]);
    const thread = { id, type: world.PUBLIC_THREAD, guild: world.GUILD, parent };
    channels.set(id, thread);
    threads.push({ id, parent, name });
    return { status: 201, body: world.channelJson(thread) };
  };

  const directChannel = (person: string): world.Channel => {
    const id = String(BigInt(person) + 100_000_000_000_000_000n);
    const channel = channels.get(id) ?? { id, type: world.DM, person };
    channels.set(id, channel);
    return channel;
  };

  const serve = createRest(routes, faults, violations, options.buckets ?? []);
  const server = createServer((request, response) => {
    const id = /\/interactions\/(\d+)\//.exec(request.url ?? '')?.[1] ?? '';
    response.once('close', () => {
      const interaction = pending.get(id);
      if (interaction && !response.writableFinished) interaction.lost = true;
    });
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const gatewayUrl = (): string => `ws://127.0.0.1:${port}/gateway`;
  const shardOf = (channel: world.Channel | undefined): number =>
    channel?.guild === undefined ? 0 : Number((BigInt(channel.guild) >> 22n) % BigInt(options.shards ?? 1));

  const gateway = createGateway({
    server,
    token,
    heartbeat: options.heartbeat ?? 10_000,
    granted: options.content ? PRIVILEGED.content : 0,
    url: gatewayUrl,
    violations,
    greeting: ([id]) => {
      const here = shardOf(channels.get(world.GENERAL)) === id;
      return {
        ready: {
          v: 10,
          user: world.userJson(world.BOT, 'Signpost'),
          guilds: here ? [{ id: world.GUILD, unavailable: true }] : [],
          application: { id: world.APPLICATION, flags: 0 },
        },
        events: here ? [['GUILD_CREATE', world.guildJson([...channels.values()], 10)]] : [],
      };
    },
  });

  const placeOf = ({ channel, person = 'ada' }: Place): { channel: world.Channel; person: string } => {
    const id = world.personId(person);
    return { person: id, channel: (channel === undefined ? undefined : channels.get(channel)) ?? directChannel(id) };
  };

  const double: DiscordDouble = {
    apiUrl: `http://127.0.0.1:${port}/api`,
    token,
    violations,
    sent,
    threads,
    commands: [],
    writes: 0,
    faults,
    gateway,
    post(content, { replyTo, more = {}, ...place } = {}) {
      const { channel, person } = placeOf(place);
      const id = world.snowflake();
      const named = content.includes(`<@${world.BOT}>`);
      const toBot = replyTo !== undefined && messages.has(replyTo.id);
      const message: Json = {
        ...PLAIN_MESSAGE,
        id,
        channel_id: channel.id,
        author: world.userJson(person, place.person ?? 'ada'),
        content,
        timestamp: new Date().toISOString(),
        mentions: named || toBot ? [world.userJson(world.BOT, 'Signpost')] : [],
        type: toBot ? 19 : 0,
        ...(toBot
          ? {
              message_reference: { message_id: replyTo.id, channel_id: channel.id },
              referenced_message: messages.get(replyTo.id),
            }
          : {}),
        ...(channel.guild === undefined
          ? { channel_type: world.DM }
          : {
              guild_id: channel.guild,
              channel_type: channel.type,
              member: { roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 },
            }),
        ...more,
      };
      messages.set(id, message);
      const session = gateway.sessions.findLast(each => each.shard === shardOf(channel));
      const readable =
        channel.guild === undefined ||
        objects(message['mentions']).some(user => user['id'] === world.BOT) ||
        ((session?.intents ?? 0) & PRIVILEGED.content) !== 0;
      gateway.dispatch(
        'MESSAGE_CREATE',
        readable ? message : { ...message, content: '', embeds: [], attachments: [], components: [] },
        shardOf(channel),
      );
      return id;
    },
    async say(content, place, milliseconds) {
      const id = double.post(content, place);
      return until(`a reply to "${content.slice(0, 60)}"`, () => double.repliesTo(id)[0], milliseconds);
    },
    interact(data, place = {}) {
      const { clicked, ...rest } = data;
      const { channel, person } = placeOf(place);
      const id = world.snowflake();
      const interaction = {
        id,
        token: `token-of-${id}`,
        made: performance.now(),
        channel: channel.id,
        clicked: sent.find(each => each.id === clicked),
      };
      pending.set(id, interaction);
      const user = world.userJson(person, place.person ?? 'ada');
      gateway.dispatch(
        'INTERACTION_CREATE',
        {
          id,
          application_id: world.APPLICATION,
          token: interaction.token,
          version: 1,
          channel_id: channel.id,
          channel: world.channelJson(channel),
          locale: 'en-GB',
          entitlements: [],
          authorizing_integration_owners: {},
          app_permissions: '0',
          attachment_size_limit: 1024,
          ...(channel.guild === undefined
            ? { user, context: 1 }
            : {
                guild_id: channel.guild,
                guild: { id: channel.guild, locale: 'en-GB', features: [] },
                guild_locale: 'en-GB',
                context: 0,
                member: {
                  user,
                  roles: [],
                  permissions: '0',
                  joined_at: new Date(0).toISOString(),
                  deaf: false,
                  mute: false,
                  flags: 0,
                },
              }),
          ...(interaction.clicked ? { message: messages.get(interaction.clicked.id) } : {}),
          ...rest,
        },
        shardOf(channel),
      );
      return id;
    },
    async answered(id, milliseconds) {
      const interaction = pending.get(id)!;
      await until(`the answer to interaction ${id}`, () => interaction.answered !== undefined, milliseconds);
      const { original, choices = [] } = interaction;
      return { id, sent: original, choices, read: original ? read(original) : '' };
    },
    slash(name, given = {}, place = { channel: world.GENERAL }) {
      const command = double.commands.find(each => each['name'] === name && (each['type'] ?? 1) === 1);
      if (!command) violations.push(`/${name} is not registered`);
      const known = objects(command?.['options']);
      const list = Object.entries(given).map(([key, value]) => ({
        name: key,
        value,
        type: known.find(each => each['name'] === key)?.['type'] ?? 3,
      }));
      return double.answered(
        double.interact({ type: 2, data: { id: text(command?.['id']), name, type: 1, options: list } }, place),
      );
    },
    menu(content, place = { channel: world.GENERAL }) {
      const target = world.snowflake();
      const command = double.commands.find(each => each['type'] === 3);
      const message = {
        ...PLAIN_MESSAGE,
        id: target,
        channel_id: place.channel ?? '',
        content,
        author: world.userJson(world.personId('somebody')),
        timestamp: new Date().toISOString(),
        mentions: [],
        type: 0,
      };
      return double.answered(
        double.interact(
          {
            type: 2,
            data: {
              id: text(command?.['id']),
              name: text(command?.['name']),
              type: 3,
              target_id: target,
              resolved: { messages: { [target]: message } },
            },
          },
          place,
        ),
      );
    },
    type(command, option, typed, place = { channel: world.GENERAL }) {
      const list = [{ name: option, value: typed, type: 3, focused: true }];
      return double.answered(
        double.interact({ type: 4, data: { id: '1', name: command, type: 1, options: list } }, place),
      );
    },
    click(message, label, place = {}) {
      const fits = (given: string): boolean => (typeof label === 'string' ? given === label : label.test(given));
      const found = clickables(message.payload).find(each => fits(each.label));
      if (!found) throw new Error(`there is no "${String(label)}" in\n${read(message)}`);
      const data =
        found.value === undefined
          ? { component_type: 2, custom_id: found.customId }
          : { component_type: 3, custom_id: found.customId, values: [found.value] };
      return double.answered(
        double.interact({ type: 3, data, clicked: message.id }, { channel: message.channel, ...place }),
      );
    },
    press(message, customId, place = {}) {
      const data = { component_type: 2, custom_id: customId };
      return double.answered(
        double.interact({ type: 3, data, clicked: message.id }, { channel: message.channel, ...place }),
      );
    },
    repliesTo: id => sent.filter(each => each.replyTo === id),
    async close() {
      gateway.drop();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}
