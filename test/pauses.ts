/** Milliseconds in which calls may still arrive that were on their way when a platform asked for a pause. */
const ON_THEIR_WAY = 500;
/** Timers run by whole milliseconds. */
const EARLY = 20;

/** The pauses that a platform has asked for with `Retry-After`, by what they hold for. */
export interface Pauses {
  ask(key: string, seconds: number): void;
  /** Whether a call that arrives now should have waited. */
  broken(key: string): boolean;
}

export function createPauses(now: () => number = () => performance.now()): Pauses {
  const asked = new Map<string, { readonly from: number; readonly until: number }>();
  return {
    ask(key, seconds) {
      const before = asked.get(key);
      const until = now() + seconds * 1000;
      // A pause that has begun goes on: calls within it are as wrong as they were.
      if (before && before.until > now()) asked.set(key, { from: before.from, until: Math.max(until, before.until) });
      else asked.set(key, { from: now(), until });
    },
    broken(key) {
      const pause = asked.get(key);
      if (!pause) return false;
      if (now() > pause.until) asked.delete(key);
      return now() > pause.from + ON_THEIR_WAY && now() < pause.until - EARLY;
    },
  };
}
