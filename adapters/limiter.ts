import { LRUCache } from 'lru-cache';
import type { RateLimits } from './adapter.ts';

const MINUTE = 60_000;
/** People and channels that are watched at once; those that were quiet the longest are dropped first. */
const MOST_WATCHED = 20_000;

/** What a message runs into. */
export type Limit = 'person' | 'channel' | 'overall';

export interface Limiter {
  /**
   * Counts one question.
   * @param channel left out for private replies, which disturb nobody else
   * @returns the limit that is reached, or nothing where the question may be answered
   */
  take(person: string, channel?: string): Limit | undefined;
}

interface Bucket {
  left: number;
  /** milliseconds of the clock when it was last filled */
  filled: number;
}

/**
 * Token buckets: a minute's worth of questions at once, refilled evenly.
 * @param now milliseconds of a clock that only goes forward
 */
export function createLimiter(limits: RateLimits, now: () => number = () => performance.now()): Limiter {
  const buckets = new LRUCache<string, Bucket>({ max: MOST_WATCHED });
  const bucket = (key: string, most: number): Bucket => {
    const time = now();
    const found = buckets.get(key) ?? { left: most, filled: time };
    found.left = Math.min(most, found.left + ((time - found.filled) / MINUTE) * most);
    found.filled = time;
    buckets.set(key, found);
    return found;
  };
  return {
    take(person, channel) {
      const wanted: [Limit, Bucket][] = [
        ['person', bucket(`person ${person}`, limits.perPerson)],
        ...(channel === undefined
          ? []
          : [['channel', bucket(`channel ${channel}`, limits.perChannel)] satisfies [Limit, Bucket]]),
        ['overall', bucket('overall', limits.overall)],
      ];
      const reached = wanted.find(([, each]) => each.left < 1);
      if (reached) return reached[0];
      for (const [, each] of wanted) each.left -= 1;
      return undefined;
    },
  };
}
