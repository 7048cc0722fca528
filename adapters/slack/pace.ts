/** Lets one piece of work through per channel and second, in order. */
export interface Pace {
  /**
   * Runs the work when it is its channel's turn.
   * @returns nothing where too much is waiting for that channel already
   */
  take<T>(channel: string, work: () => Promise<T>): Promise<T> | undefined;
}

/** Milliseconds between two messages to one channel (docs.slack.dev/apis/web-api/rate-limits: "one per second per channel"). */
const BETWEEN = 1000;
/** Messages that may wait for one channel: half a minute's worth. What is older nobody waits for any more. */
const MOST_WAITING = 30;

interface Lane {
  waiting: number;
  /** when the next may go, by the clock */
  free: number;
  last: Promise<unknown>;
}

/** @param now milliseconds of a clock that only goes forward */
export function createPace(
  between = BETWEEN,
  now: () => number = () => performance.now(),
  sleep: (milliseconds: number) => Promise<void> = milliseconds =>
    new Promise(resolve => setTimeout(resolve, milliseconds)),
): Pace {
  const lanes = new Map<string, Lane>();
  const turn = async <T>(lane: Lane, channel: string, before: Promise<unknown>, work: () => Promise<T>): Promise<T> => {
    try {
      await before.catch(() => {});
      await past(lane);
      return await work();
    } finally {
      lane.free = now() + between;
      lane.waiting -= 1;
      if (lane.waiting === 0) forget(channel, lane);
    }
  };
  /** A timer of a busy process may go off early by as long as what it did before: then the rest is waited for. */
  const past = async (lane: Lane): Promise<void> => {
    while (lane.free > now()) await sleep(lane.free - now());
  };
  const forget = (channel: string, lane: Lane): void => {
    void past(lane).then(() => {
      if (lane.waiting === 0 && lanes.get(channel) === lane) lanes.delete(channel);
    });
  };
  return {
    take(channel, work) {
      const lane = lanes.get(channel) ?? { waiting: 0, free: 0, last: Promise.resolve() };
      if (lane.waiting >= MOST_WAITING) return undefined;
      lanes.set(channel, lane);
      lane.waiting += 1;
      const mine = turn(lane, channel, lane.last, work);
      lane.last = mine;
      mine.catch(() => {});
      return mine;
    },
  };
}
