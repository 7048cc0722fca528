import type { Client } from 'discord.js';
import { LRUCache } from 'lru-cache';
import type { Surroundings } from '../adapter.ts';
import type { Limit } from '../limiter.ts';
import type { Calls } from './calls.ts';
import type { Desk } from './desk.ts';
import type { Lanes } from './lanes.ts';
import type { DiscordOptions } from './options.ts';

/** What every handler of events works with. */
export interface Bot {
  readonly options: DiscordOptions;
  readonly surroundings: Surroundings;
  readonly client: Client;
  readonly calls: Calls;
  readonly desk: Desk;
  readonly lanes: Lanes;
  readonly commands: readonly string[];
  readonly once: Once;
  /** people who were told lately that they ask too fast */
  readonly told: Once;
  readonly places: Places;
}

/** Things that must happen once only, remembered for a while. */
export interface Once {
  /** @returns whether this is the first time */
  first(what: string): boolean;
  /** Lets it happen again. */
  again(what: string): void;
}

const MOST_REMEMBERED = 20_000;
const REMEMBERED = 15 * 60 * 1000;

export function createOnce(milliseconds: number = REMEMBERED): Once {
  const known = new LRUCache<string, true>({ max: MOST_REMEMBERED, ttl: milliseconds });
  return {
    first(what) {
      if (known.has(what)) return false;
      known.set(what, true);
      return true;
    },
    again: what => void known.delete(what),
  };
}

/** Where the bot speaks. */
export interface Places {
  /** Whether it may answer openly there: everywhere, or in the listed channels and the threads in them. */
  serves(channel: string): Promise<boolean>;
  /** Whether it answers there without being asked. */
  listensIn(channel: string): Promise<boolean>;
}

export function createPlaces(options: DiscordOptions, client: Client): Places {
  const listed = async (channel: string, list: readonly string[]): Promise<boolean> => {
    if (list.length === 0) return false;
    if (list.includes(channel)) return true;
    const place = client.channels.cache.get(channel) ?? (await client.channels.fetch(channel).catch(() => null));
    return place?.isThread() === true && place.parentId !== null && list.includes(place.parentId);
  };
  return {
    serves: async channel => options.channels.length === 0 || (await listed(channel, options.channels)),
    listensIn: channel => listed(channel, options.autoChannels),
  };
}

/** What somebody is told who asks too fast. */
export function waitText(limit: Limit): string {
  if (limit === 'person') return 'That was a lot of questions at once. Please wait half a minute, then ask again.';
  if (limit === 'channel')
    return 'This channel has asked me a lot just now. Please wait half a minute, or use `/ask`, which answers you alone.';
  return 'Many people are asking me just now. Please try again in half a minute.';
}
