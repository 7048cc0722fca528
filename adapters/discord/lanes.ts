import { setTimeout as pause } from 'node:timers/promises';

/** One person's answers wait for each other this long, in milliseconds: a call that hangs must not hold up what was asked behind it. */
const PATIENCE = 1000;

/** Does the work of every person in the order in which it came, and that of all people side by side. */
export interface Lanes {
  /** @param work must not throw */
  enter(person: string, work: () => Promise<void>): void;
  /** Resolves when no work is in hand. */
  idle(): Promise<void>;
}

export function createLanes(patience: number = PATIENCE): Lanes {
  const last = new Map<string, Promise<void>>();
  const inHand = new Set<Promise<void>>();
  return {
    enter(person, work) {
      const before = last.get(person);
      const mine = before ? Promise.race([before, pause(patience, undefined, { ref: false })]).then(work) : work();
      last.set(person, mine);
      inHand.add(mine);
      void mine.finally(() => {
        inHand.delete(mine);
        if (last.get(person) === mine) last.delete(person);
      });
    },
    async idle() {
      while (inHand.size > 0) await Promise.allSettled([...inHand]);
    },
  };
}
