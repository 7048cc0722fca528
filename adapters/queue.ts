/** What came waits here for its turn, first come, first served. */
export interface Queue {
  /**
   * @param work begins when its turn comes
   * @param late is called once, where the work has not begun after a tenth of a second: time to say that it was heard
   * @returns what the work comes to
   */
  enter<T>(work: () => Promise<T>, late?: () => void): Promise<T>;
  /** Resolves when nothing waits and all work that began has ended. */
  idle(): Promise<void>;
}

/** Milliseconds after which somebody who waits is told so. Most bursts are over by then, and a notice costs time that the answers need. */
const PATIENCE = 100;

interface Waiting {
  readonly begin: () => void;
  readonly since: number;
  late: (() => void) | undefined;
}

/**
 * One piece of work begins in each round of the event loop, so that in a burst nobody's answer waits until all questions are thought
 * about, and those that are late can be told while the others are at work.
 * @param now milliseconds of a clock that only goes forward
 */
export function createQueue(now: () => number = () => performance.now()): Queue {
  let waiting: Waiting[] = [];
  const inHand = new Set<Promise<unknown>>();
  let running = false;

  const tellLate = (): boolean => {
    const since = now() - PATIENCE;
    const late = waiting.filter(each => each.late && each.since <= since);
    for (const each of late) {
      each.late?.();
      each.late = undefined;
    }
    return late.length > 0;
  };
  const round = (): void => {
    // Telling many that they are late is a round of its own.
    if (!tellLate()) waiting.shift()?.begin();
    running = waiting.length > 0;
    if (running) setImmediate(round);
  };
  return {
    enter(work, late) {
      const mine = new Promise<void>(begin => {
        waiting.push({ begin, since: now(), late });
      }).then(work);
      inHand.add(mine);
      const ended = (): void => void inHand.delete(mine);
      mine.then(ended, ended);
      if (!running) setImmediate(round);
      running = true;
      return mine;
    },
    async idle() {
      while (inHand.size > 0) await Promise.allSettled([...inHand]);
    },
  };
}
