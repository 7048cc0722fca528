import { LRUCache } from 'lru-cache';
import type { Context, Turn } from '../src/reply.ts';

/** A conversation is forgotten after a quarter of an hour of silence. */
const SILENCE = 15 * 60 * 1000;
/** Turns that are kept of one conversation, and conversations that are kept at all: about 20 MB when full. */
const MOST_TURNS = 8;
const MOST_CONVERSATIONS = 10_000;

/** The last turns of every conversation, in memory only. */
export interface Conversations {
  /** What was said before. @param key who, and where: nothing crosses people or channels */
  context(key: string): Context;
  remember(key: string, turn: Turn): void;
  /** Whether something was said there lately. */
  has(key: string): boolean;
  forget(key: string): void;
}

/** @param now milliseconds of a clock that only goes forward */
export function createConversations(now: () => number = () => performance.now()): Conversations {
  const kept = new LRUCache<string, readonly Turn[]>({
    max: MOST_CONVERSATIONS,
    ttl: SILENCE,
    ttlResolution: 0,
    perf: { now },
  });
  return {
    context: key => ({ turns: kept.get(key) ?? [] }),
    remember(key, turn) {
      kept.set(key, [...(kept.get(key) ?? []), turn].slice(-MOST_TURNS));
    },
    has: key => kept.has(key),
    forget(key) {
      kept.delete(key);
    },
  };
}
