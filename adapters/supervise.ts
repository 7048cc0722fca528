import { setTimeout as pause } from 'node:timers/promises';
import { type Adapter, type Log, StartError } from './adapter.ts';

/** Milliseconds between attempts to start a platform: doubled every time, from the first to the last. */
export interface Pauses {
  readonly first: number;
  readonly last: number;
}

const PAUSES: Pauses = { first: 1000, last: 60_000 };

/**
 * Starts adapters side by side. One that cannot be reached is tried again with growing pauses, while the others answer.
 * @returns when all of them have started, or the signal came
 * @throws StartError as soon as one of them can never start
 */
export async function startAll(
  adapters: readonly Adapter[],
  log: Log,
  signal: AbortSignal,
  pauses: Pauses = PAUSES,
): Promise<void> {
  await Promise.all(adapters.map(adapter => keepStarting(adapter, log, signal, pauses)));
}

async function keepStarting(adapter: Adapter, log: Log, signal: AbortSignal, pauses: Pauses): Promise<void> {
  for (let wait = pauses.first; !signal.aborted; wait = Math.min(wait * 2, pauses.last)) {
    try {
      await adapter.start();
      if (!signal.aborted) log.info({ platform: adapter.name }, `ready: ${adapter.ready().detail}`);
      return;
    } catch (error) {
      if (error instanceof StartError || signal.aborted) throw error;
      const seconds = Math.round(wait / 1000);
      log.warn({ platform: adapter.name, err: error }, `could not connect; trying again in ${seconds} s`);
      await pause(wait, undefined, { signal }).catch(() => {});
    }
  }
}
