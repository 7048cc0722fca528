import { setImmediate as otherWork } from 'node:timers/promises';
import type { Steps } from '../engine/steps.ts';

/** Milliseconds at a stretch; one step may overrun it by its own length. */
const STRETCH = 5;

/** Does work in steps and lets messages in between. A stretch is short beside the 50 ms for which an answer may wait. */
export async function inSlices<T>(steps: Steps<T>): Promise<T> {
  for (;;) {
    const started = performance.now();
    do {
      const step = steps.next();
      if (step.done) return step.value;
    } while (performance.now() - started < STRETCH);
    await otherWork();
  }
}
