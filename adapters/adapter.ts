/** A door to the world. It carries messages and replies; it decides nothing. */
export interface Adapter {
  /** lower case, as in the log and the metrics */
  readonly name: string;
  /** Connects. Resolves when messages can arrive; rejects with a `StartError` when that can never work. */
  start(): Promise<void>;
  /** Stops taking messages, finishes those in hand, closes. Never throws. */
  stop(): Promise<void>;
  /** Whether the connection really stands, from the connection's own state. */
  ready(): Readiness;
}

export interface Readiness {
  readonly ready: boolean;
  /** one line for a person: "connected as Signpost to 3 servers" */
  readonly detail: string;
}

/** A start that cannot succeed whatever is tried, such as with a wrong token. The message says what to do. */
export class StartError extends Error {}
