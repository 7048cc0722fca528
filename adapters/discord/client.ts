import { Client, GatewayIntentBits, Options, Partials, type RateLimitData, type RESTOptions } from 'discord.js';
import type { Log, Meter } from '../adapter.ts';
import { described } from './faults.ts';
import type { DiscordOptions } from './options.ts';
import { createShards, type Shards } from './shards.ts';

/** Milliseconds after which a call counts as lost, and attempts after the first; by default a hung call fails after a minute. */
const LONGEST_CALL = 5000;
const RETRIES = 2;

/** Messages that are kept of a channel: the bot never looks back, but discord.js finds the author of an answered message there. */
const MOST_MESSAGES = 5;
/** Seconds that they are kept, and between two looks for older ones. */
const KEPT = { lifetime: 120, interval: 60 };
/** Milliseconds between two looks for channels and interactions that are not written to any more: an hour by default. */
const SWEPT = 60_000;

/** A client with its shards, as they really are. */
export interface Connection {
  readonly client: Client;
  shards(): ReturnType<Shards['count']>;
}

/** How Discord's REST API is called. */
export function restOptions({ apiUrl }: DiscordOptions): Partial<RESTOptions> {
  return { api: apiUrl.replace(/\/+$/, ''), timeout: LONGEST_CALL, retries: RETRIES, handlerSweepInterval: SWEPT };
}

/** What happens where Discord asks for a pause. */
export function onRateLimit(log: Log, meter: Meter): (limit: RateLimitData) => void {
  return ({ global, method, retryAfter }) => {
    meter.count('discord', 'discord_rate_limited');
    log.info({ platform: 'discord', global, method, milliseconds: retryAfter }, 'Discord asks for a pause');
  };
}

/** A client for one attempt to connect: discord.js cannot log in twice with the same one. */
export function createClient(options: DiscordOptions, log: Log, meter: Meter): Connection {
  let shards: Shards | undefined;
  const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;
  const client = new Client({
    // What somebody writes to the bot arrives without a privileged intent; what nobody addressed to it does not.
    intents: [Guilds, GuildMessages, DirectMessages, ...(options.autoChannels.length > 0 ? [MessageContent] : [])],
    // The first direct message of a person comes in a channel that is not known yet.
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    failIfNotExists: false,
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: MOST_MESSAGES,
      ReactionManager: 0,
      PresenceManager: 0,
      VoiceStateManager: 0,
      GuildEmojiManager: 0,
      GuildStickerManager: 0,
      GuildScheduledEventManager: 0,
      StageInstanceManager: 0,
      UserManager: { maxSize: 1000, keepOverLimit: user => user.id === user.client.user?.id },
      GuildMemberManager: { maxSize: 200, keepOverLimit: member => member.id === member.client.user?.id },
    }),
    sweepers: { ...Options.DefaultSweeperSettings, messages: KEPT },
    rest: restOptions(options),
    ws: {
      buildStrategy: manager => {
        shards = createShards(manager);
        return shards;
      },
    },
    ...(options.shards === 'auto'
      ? { shards: 'auto' as const }
      : { shards: [...options.shards.ids], shardCount: options.shards.count }),
  });
  // Everybody who ever wrote to the bot would stay in memory: their next message makes the channel known again.
  client.on('cacheSweep', () => {
    client.channels.cache.sweep(channel => channel.isDMBased() && channel.messages.cache.size === 0);
  });
  // Without a listener an error inside of discord.js would end the program.
  client.on('error', error => {
    meter.count('discord', 'client_error');
    log.error({ platform: 'discord', ...described(error) }, 'discord.js reports an error');
  });
  client.on('shardError', (error, shard) => {
    meter.count('discord', 'shard_error');
    log.debug({ platform: 'discord', shard, reason: error.message }, 'the connection to Discord has an error');
  });
  // During an outage discord.js tries twice a second: each attempt is counted, the first one is told.
  const lost = new Set<number>();
  client.on('shardReconnecting', shard => {
    meter.count('discord', 'reconnect');
    if (!lost.has(shard)) log.warn({ platform: 'discord', shard }, 'the connection to Discord is lost; reconnecting');
    lost.add(shard);
  });
  client.on('shardResume', (shard, replayed) => {
    meter.count('discord', 'resumed');
    lost.delete(shard);
    log.info({ platform: 'discord', shard, replayed }, 'the connection to Discord stands again');
  });
  client.on('shardReady', shard => {
    if (lost.delete(shard)) log.info({ platform: 'discord', shard }, 'the connection to Discord stands again, anew');
  });
  client.rest.on('rateLimited', onRateLimit(log, meter));
  return { client, shards: () => shards?.count() ?? { all: 0, ready: 0 } };
}
