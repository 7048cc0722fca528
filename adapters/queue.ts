/** What came waits here for its turn, first come, first served. */
export interface Queue {
  /**
   * @param work begins when its turn comes
   * @param late is called once, where the work has to wait for long: time to say that it was heard
   * @returns what the work comes to
   */
  enter<T>(work: () => Promise<T>, late?: () => void): Promise<T>;
  /** Resolves when nothing waits and all work that began has ended. */
  idle(): Promise<void>;
}

/** Milliseconds that somebody may have to wait without a word. To say one costs time that the answers need, and most bursts are over by then. */
const PATIENCE = 100;
/** People who are told in one round: the lines that were opened for the first of them serve the others too. */
const AT_ONCE = 16;
/** Milliseconds from one turn to the next, until that is measured, and how much each turn counts in the measure. */
const USUAL_PACE = 1;
const NEWEST = 0.03;

interface Waiting {
  readonly begin: () => void;
  readonly since: number;
  late: (() => void) | undefined;
}

/**
 * One piece of work begins in each round of the event loop, so that in a burst nobody's answer waits until all questions are thought
 * about, and whoever has too many before them can be told while the others are answered.
 * @param now milliseconds of a clock that only goes forward
 */
export function createQueue(now: () => number = () => performance.now()): Queue {
  const waiting: Waiting[] = [];
  const inHand = new Set<Promise<unknown>>();
  let running = false;
  let pace = USUAL_PACE;
  /** when the turn before this one began; nothing where it was not followed at once */
  let before: number | undefined;

  const tellLate = (time: number): boolean => {
    const late = waiting.filter((each, at) => each.late && time - each.since + at * pace > PATIENCE).slice(0, AT_ONCE);
    for (const each of late) {
      each.late?.();
      each.late = undefined;
    }
    return late.length > 0;
  };
  const round = (): void => {
    const time = now();
    // Whoever is late is told before anybody is answered: that is soon done.
    if (tellLate(time)) before = undefined;
    else {
      if (before !== undefined) pace += NEWEST * (time - before - pace);
      before = time;
      waiting.shift()?.begin();
    }
    running = waiting.length > 0;
    if (running) setImmediate(round);
    else before = undefined;
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
