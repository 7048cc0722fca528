/** What an acknowledgement says that went out already: an answer in it comes too late and must take another way. */
export class AcknowledgedBefore extends Error {}

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
