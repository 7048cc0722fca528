import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  Options,
  RESTEvents,
} from 'discord.js';
import { type Log, type Meter, type Readiness, StartError } from '../adapter.ts';
import { REST_OPTIONS } from './calls.ts';
import { faultOf } from './faults.ts';
import { isFinal, remedy, WRONG_TOKEN } from './final.ts';
import type { DiscordOptions } from './options.ts';
import { createShards, type Shards } from './shards.ts';

/** Servers that do not report are waited for so long, in milliseconds; people are answered before that. */
const WAIT_FOR_SERVERS = 3000;
/** `destroy()` can hang while a connection is being made. */
const LONGEST_CLOSE = 1500;

export interface Connection {
  readonly client: Client;
  /** Connects. @throws StartError where no attempt can ever succeed */
  open(): Promise<void>;
  /** What can never be mended, when it happens after the start. */
  readonly lost: Promise<StartError>;
  lose(reason: string): void;
  ready(): Readiness;
  close(): Promise<void>;
}

/** One attempt to connect: a client that has failed is of no use any more. */
export function createConnection(options: DiscordOptions, log: Log, meter: Meter): Connection {
  let shards: Shards | undefined;
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      // Questions that nobody addressed to the bot arrive without their text otherwise; it is the one privileged intent.
      ...(options.autoChannels.length > 0 ? [GatewayIntentBits.MessageContent] : []),
    ],
    ...(options.shards === 'auto'
      ? { shards: 'auto' }
      : { shards: [...options.shards.ids], shardCount: options.shards.count }),
    waitGuildTimeout: WAIT_FOR_SERVERS,
    // Only servers and channels are ever looked up.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: { maxSize: 0, keepOverLimit: member => member.id === member.client.user.id },
      PresenceManager: 0,
      ReactionManager: 0,
      ThreadMemberManager: 0,
    }),
    allowedMentions: { parse: [] },
    rest: { ...REST_OPTIONS, api: options.apiUrl.replace(/\/+$/, '') },
    ws: {
      buildStrategy: manager => {
        shards = createShards(manager);
        return shards;
      },
    },
  });
  let lose: (error: StartError) => void = () => {};
  const lost = new Promise<StartError>(resolve => {
    lose = resolve;
  });
  client.on(Events.Error, error =>
    log.warn({ platform: 'discord', fault: faultOf(error).detail }, 'a fault in the client'),
  );
  client.on(Events.Warn, warning => log.debug({ platform: 'discord', warning }, 'a warning of the client'));
  client.on(Events.ShardError, (error, shard) => {
    log.warn({ platform: 'discord', shard, fault: error.message.slice(0, 120) }, 'a fault in the connection');
  });
  client.on(Events.ShardReconnecting, shard => {
    meter.count('discord', 'reconnect');
    log.info({ platform: 'discord', shard }, 'the connection is gone; connecting again');
  });
  client.on(Events.ShardResume, (shard, replayed) => {
    meter.count('discord', 'resumed');
    log.info({ platform: 'discord', shard, replayed }, 'the connection stands again');
  });
  client.on(Events.ShardDisconnect, ({ code }, shard) => {
    if (!isFinal(code)) return;
    log.error({ platform: 'discord', shard, code }, 'Discord has closed the connection for good');
    lose(new StartError(remedy(code)));
  });
  client.rest.on(RESTEvents.RateLimited, limit => {
    meter.count('discord', limit.global ? 'rest_limit_global' : 'rest_limit');
    log.debug({ platform: 'discord', route: limit.route, milliseconds: limit.timeToReset }, 'waiting for a rate limit');
  });

  return {
    client,
    lost,
    lose: reason => lose(new StartError(reason)),
    async open() {
      const ready = once(client, Events.ClientReady);
      ready.catch(() => {});
      const failed = lost.then(error => {
        throw error;
      });
      failed.catch(() => {});
      try {
        await Promise.race([client.login(options.token), failed]);
        await Promise.race([ready, failed]);
      } catch (error) {
        throw startFault(error);
      }
    },
    ready() {
      const states = shards?.states() ?? [];
      const down = states.filter(state => !state.ready);
      const name = client.user?.username;
      if (states.length === 0 || name === undefined) return { ready: false, detail: 'not connected to Discord' };
      const all = states.length === 1 ? 'the connection' : `${down.length} of ${states.length} shards`;
      if (down.length > 0)
        return { ready: false, detail: `${all} to Discord ${down.length > 1 ? 'are' : 'is'} lost; connecting again` };
      const servers = client.guilds.cache.size;
      const of = states.length === 1 ? '' : ` over ${states.length} shards`;
      return { ready: true, detail: `connected as ${name} to ${servers} ${servers === 1 ? 'server' : 'servers'}${of}` };
    },
    async close() {
      client.removeAllListeners();
      client.on(Events.Error, () => {});
      await Promise.race([client.destroy().catch(() => {}), pause(LONGEST_CLOSE)]);
    },
  };
}

/** An error in plain words, without anything in it that must not be logged; a `StartError` where another attempt is of no use. */
function startFault(error: unknown): Error {
  if (error instanceof StartError) return error;
  if (error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid)
    return new StartError(WRONG_TOKEN);
  const fault = faultOf(error);
  if (fault.kind === 'unauthorised') return new StartError(WRONG_TOKEN);
  if (error instanceof DiscordAPIError) return new Error(`Discord answers ${fault.detail}`);
  if (error instanceof Error && /sessions remaining|disallowed|intents|sharding/i.test(error.message))
    return new Error(error.message);
  return new Error(`Discord cannot be reached (${fault.detail})`);
}
