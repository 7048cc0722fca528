import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Advisor } from '../src/advisor.ts';
import type { Reply } from '../src/reply.ts';

/** A door to the world. It carries messages and replies; it decides nothing. */
export interface Adapter {
  /** lower case, as in the log and the metrics */
  readonly name: string;
  /** Makes messages of replies that nobody gets, so that the first people do not wait while code is compiled. */
  rehearse?(replies: readonly Reply[]): void;
  /** Connects. Resolves when messages can arrive; rejects with a `StartError` when that can never work. */
  start(): Promise<void>;
  /** Resolves when a connection that stood is refused for good, as when its token was withdrawn. Without it that is never noticed. */
  refused?(): Promise<StartError>;
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

/** What an adapter is given: everything it may know of the rest of the program. */
export interface Surroundings {
  readonly advisor: Advisor;
  readonly log: Log;
  readonly meter: Meter;
  readonly limits: RateLimits;
  /** what is stored about people and what was asked in vain; left out where no journal is kept */
  readonly records?: Records;
  /** the program's own HTTP server; left out where nothing needs it */
  readonly http?: HttpSide;
}

/** The HTTP server that health, metrics and platforms share. */
export interface HttpSide {
  /** Answers everything that arrives at a path, whatever the method. */
  mount(path: string, handler: (request: IncomingMessage, response: ServerResponse) => void): void;
}

/** The part of pino that adapters use: details first, then one plain sentence. What people write goes to `debug` only. */
export interface Log {
  debug(details: object, message: string): void;
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Counts what happens, for the metrics. */
export interface Meter {
  /** @param event in snake case, from a small fixed set per platform: "reconnect", "rate_limited", "missing_permission" */
  count(platform: string, event: string): void;
  /**
   * Seconds from the arrival of a command, a click or an event in this program to its acknowledgement, or to the answer that is one, as it
   * is handed to the network: the bot's own time, whatever the platform takes for its part.
   */
  acknowledged(platform: string, seconds: number): void;
  /** Seconds from the arrival of a message to its reply, taken by the platform. */
  replied(platform: string, seconds: number): void;
}

/** Questions a minute that are answered before people are asked to wait. */
export interface RateLimits {
  readonly perPerson: number;
  readonly perChannel: number;
  readonly overall: number;
}

/** Who is meant where records are concerned; ids as the platform gives them. */
export interface Person {
  readonly platform: string;
  readonly person: string;
}

export interface Records {
  /** What is stored about somebody, as a reply for that person alone. */
  stored(who: Person): Promise<Reply>;
  /** Deletes what is stored about somebody and says so. Rejects where that is not possible just now: then nobody may be told that it was. */
  forget(who: Person): Promise<Reply>;
  /** For moderators: what people asked and did not get, most frequent first. */
  inbox(): Promise<Reply>;
}
