import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Adapter, type Log, type Readiness, StartError } from './adapter.ts';
import { startAll } from './supervise.ts';

/** What stands beside the platforms while they answer: health, metrics, the watch over the knowledge, the journal. */
export interface Operating {
  readonly log: Log;
  /** Has the state of each connection shown. */
  show(parts: readonly { readonly name: string; state(): Readiness }[]): void;
  /** @returns what is wrong with its settings, or nothing */
  start(): Promise<string | undefined>;
  /** Says that the bot is about to stop. */
  retire(): void;
  /** Never throws. */
  stop(): Promise<void>;
}

/** Milliseconds for the questions in hand when the program is told to stop; the promise is five seconds in all. */
const LONGEST_STOP = 4500;

/**
 * Answers on every platform until the signal comes. Questions in hand are finished, then everything is closed.
 * @throws StartError, after everything is closed, when a platform or a setting can never work
 */
export async function serveAll(
  adapters: readonly Adapter[],
  operating: Operating,
  signal: AbortSignal,
  longestStop = LONGEST_STOP,
): Promise<void> {
  const { log } = operating;
  operating.show(adapters.map(adapter => ({ name: adapter.name, state: () => adapter.ready() })));
  const stopped = signal.aborted ? Promise.resolve() : once(signal, 'abort');
  try {
    const fault = await operating.start();
    if (fault !== undefined) throw new StartError(fault);
    const refused = adapters.flatMap(adapter => adapter.refused?.() ?? []);
    const started = startAll(adapters, log, signal).then<unknown>(() => stopped);
    const end = await Promise.race([started, stopped, ...refused]);
    if (end instanceof StartError) throw end;
    log.info({}, 'stopping');
  } finally {
    operating.retire();
    const closed = Promise.all(adapters.map(adapter => adapter.stop())).then(() => operating.stop());
    await Promise.race([closed, pause(longestStop)]);
  }
  log.info({}, 'stopped');
}
