import type { Meter } from '../adapter.ts';

/** What an acknowledgement says that went out already: an answer in it comes too late and must take another way. */
export class AcknowledgedBefore extends Error {}

/**
 * Counts, for an acknowledgement about to be sent, the time since what it acknowledges arrived.
 * @param arrival milliseconds of `performance.now()`
 */
export function measured(
  meter: Pick<Meter, 'acknowledged'>,
  send: (answer?: unknown) => Promise<void>,
  arrival = performance.now(),
): (answer?: unknown) => Promise<void> {
  return answer => {
    const sent = send(answer);
    meter.acknowledged('slack', (performance.now() - arrival) / 1000);
    return sent;
  };
}

/**
 * An acknowledgement that goes out once. One that could not be sent may be tried again.
 * @returns rejects with `AcknowledgedBefore` for a second one that holds an answer; a second empty one does nothing
 */
export function onlyOnce(send: (answer?: unknown) => Promise<void>): (answer?: unknown) => Promise<void> {
  let sent: Promise<void> | undefined;
  return async answer => {
    const before = await sent?.then(
      () => true,
      () => false,
    );
    if (before && answer !== undefined) throw new AcknowledgedBefore();
    if (before) return;
    sent = send(answer);
    await sent;
  };
}

/** Who gave a command. What else comes is acknowledged without an answer, in whatever order. */
export function personIn(body: Readonly<Record<string, unknown>>): string {
  return String(body['user_id'] ?? body['trigger_id'] ?? body['event_id'] ?? '');
}
