import { setTimeout as pause } from 'node:timers/promises';
import {
  type IShardingStrategy,
  managerToFetchingStrategyOptions,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from '@discordjs/ws';
import { GatewayCloseCodes } from 'discord.js';

/** Close codes after which no attempt helps (topics/opcodes-and-status-codes, "Gateway Close Event Codes"). */
const FINAL: ReadonlySet<number> = new Set([
  GatewayCloseCodes.AuthenticationFailed,
  GatewayCloseCodes.InvalidShard,
  GatewayCloseCodes.ShardingRequired,
  GatewayCloseCodes.InvalidAPIVersion,
  GatewayCloseCodes.InvalidIntents,
  GatewayCloseCodes.DisallowedIntents,
]);

/** A heartbeat is answered within this time, or the connection is taken for dead; in milliseconds. */
const ANSWER = 10_000;
/** The library waits half a second before it connects again; a shard that it is about to connect cannot be closed sooner. */
const BEFORE_RECONNECTING = 600;

/** The shards of this process, and what is really known of each. */
export interface Shards extends IShardingStrategy {
  /** How many there are, and on how many of them events can arrive now. */
  count(): { readonly all: number; readonly ready: number };
}

interface Watched {
  readonly shard: WebSocketShard;
  /** milliseconds of the clock at the last answered heartbeat of this connection, and between the last two */
  beat?: number;
  interval?: number;
}

/**
 * Keeps the shards of one client. The library's own strategy gives up at the first line that is refused with an HTTP status and forgets
 * its shards, which go on trying: each attempt to start in an outage would leave a second bot behind. This one lets them try, and closes
 * every one of them for good. It also knows a dead line while the library waits half a minute for its goodbye.
 * @param now milliseconds of a clock that only goes forward
 */
export function createShards(manager: WebSocketManager, now: () => number = () => performance.now()): Shards {
  const watched = new Map<number, Watched>();
  let closed = false;

  const watch = (shard: WebSocketShard): Watched => {
    const state: Watched = { shard };
    shard.on(WebSocketShardEvents.Hello, () => {
      delete state.beat;
      delete state.interval;
    });
    shard.on(WebSocketShardEvents.HeartbeatComplete, () => {
      if (state.beat !== undefined) state.interval = now() - state.beat;
      state.beat = now();
    });
    return state;
  };
  const isReady = ({ shard, beat, interval }: Watched): boolean => {
    const overdue = beat !== undefined && interval !== undefined && now() - beat > interval + ANSWER;
    return shard.status === WebSocketShardStatus.Ready && !overdue;
  };

  return {
    async spawn(ids) {
      const options = await managerToFetchingStrategyOptions(manager);
      for (const id of ids) {
        const shard = new WebSocketShard(new SimpleContextFetchingStrategy(manager, options), id);
        for (const event of Object.values(WebSocketShardEvents))
          shard.on(event, (payload: object = {}) => manager.emit(event, { ...payload, shardId: id } as never));
        watched.set(id, watch(shard));
      }
    },
    async connect() {
      await Promise.all([...watched.values()].map(({ shard }) => connectWhatever(shard, () => closed)));
    },
    async destroy(options) {
      closed = watched.size > 0;
      const ended = (): Promise<void>[] => [...watched.values()].map(({ shard }) => shard.destroy({ ...options }));
      await Promise.all(ended());
      if (!closed) return;
      await pause(BEFORE_RECONNECTING);
      await Promise.all(ended());
    },
    async send(id, payload) {
      await watched.get(id)?.shard.send(payload);
    },
    async fetchStatus() {
      // The interface wants a collection of a class that only the library can make.
      const statuses = await new SimpleShardingStrategy(manager).fetchStatus();
      for (const [id, { shard }] of watched) statuses.set(id, shard.status);
      return statuses;
    },
    count: () => ({ all: watched.size, ready: [...watched.values()].filter(isReady).length }),
  };
}

/** Resolves when the shard has connected, however often it has to try. @throws what can never succeed */
async function connectWhatever(shard: WebSocketShard, closed: () => boolean): Promise<void> {
  let code = 0;
  const note = (event: { code: number }): void => {
    code = event.code;
  };
  shard.on(WebSocketShardEvents.Closed, note);
  try {
    await shard.connect();
  } catch (error) {
    if (FINAL.has(code)) throw error;
    while (!closed() && shard.status !== WebSocketShardStatus.Ready) {
      if (FINAL.has(code)) throw error;
      await pause(50);
    }
  } finally {
    shard.off(WebSocketShardEvents.Closed, note);
  }
}
