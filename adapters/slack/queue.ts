/**
 * Lets one delivery in after the other, each as soon as the one before it is acknowledged. Many at once would otherwise be worked on
 * in step, so that the first is acknowledged no sooner than the last.
 */
export interface Queue {
  /** @param work is given what to call at its acknowledgement; its end counts as one */
  enter(work: (acknowledged: () => void) => Promise<void>): Promise<void>;
}

export function createQueue(): Queue {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter(work) {
      const before = last;
      let acknowledged = (): void => {};
      last = new Promise(resolve => {
        acknowledged = resolve;
      });
      await before;
      try {
        await work(acknowledged);
      } finally {
        acknowledged();
      }
    },
  };
}
