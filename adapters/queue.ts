/** What came waits here for its turn, first come, first served. */
export interface Queue {
  /**
   * @param work begins when its turn comes
   * @returns what the work comes to
   */
  enter<T>(work: () => Promise<T>, waiting?: Waiter): Promise<T>;
  /** Resolves when nothing waits and all work that began has ended. */
  idle(): Promise<void>;
}

/** Somebody who waits. */
export interface Waiter {
  /** who it is: nobody is told of their second question before their first one is answered or told of as well */
  readonly person: string;
  /** Called once where the work has to wait for long: time to say that it was heard. */
  late(): void;
}

/** Milliseconds that somebody may have to wait without a word. To say one costs time that the answers need, and most bursts are over by then. */
const PATIENCE = 100;
/** People who are told in one round: the lines that were opened for the first of them serve the others too. */
const AT_ONCE = 16;
/** Milliseconds from one turn to the next, until that is measured, and how much each turn counts in the measure. */
const USUAL_PACE = 1;
const NEWEST = 0.03;

interface Place {
  readonly begin: () => void;
  readonly since: number;
  waiter: Waiter | undefined;
}

/**
 * One piece of work begins in each round of the event loop, so that in a burst nobody's answer waits until all questions are thought
 * about, and whoever has too many before them can be told while the others are answered.
 * @param now milliseconds of a clock that only goes forward
 */
export function createQueue(now: () => number = () => performance.now()): Queue {
  const places: Place[] = [];
  const inHand = new Set<Promise<unknown>>();
  let running = false;
  let pace = USUAL_PACE;
  /** when the turn before this one began; nothing where it was not followed at once */
  let before: number | undefined;

  /** Those who are to be told now, in the order in which they came. */
  const late = (time: number): Place[] => {
    const people = new Set<string>();
    for (const [at, { waiter, since }] of places.entries())
      if (waiter && time - since + at * pace > PATIENCE) people.add(waiter.person);
    return people.size === 0
      ? []
      : places.filter(({ waiter }) => waiter && people.has(waiter.person)).slice(0, AT_ONCE);
  };
  const round = (): void => {
    const time = now();
    const told = late(time);
    for (const place of told) {
      place.waiter?.late();
      place.waiter = undefined;
    }
    // Whoever is late is told before anybody is answered: that is soon done.
    if (told.length > 0) before = undefined;
    else {
      if (before !== undefined) pace += NEWEST * (time - before - pace);
      before = time;
      places.shift()?.begin();
    }
    running = places.length > 0;
    if (running) setImmediate(round);
    else before = undefined;
  };
  return {
    enter(work, waiter) {
      const mine = new Promise<void>(begin => {
        places.push({ begin, since: now(), waiter });
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
