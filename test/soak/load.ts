import type { Random } from './random.ts';

/** A question and what became of it. */
export interface Asked {
  /** "command", "mention", "button", … */
  readonly kind: string;
  /** why the platform's own rules made a reply impossible; left out where it came */
  readonly excuse?: string;
  /** the person is done here: something may still be shown to them */
  readonly last?: boolean;
}

/** Somebody who asks one thing after the other. Rejects when a reply that had to come is lost. */
export type Visitor = (question: string, random: Random) => Promise<Asked>;

/** A platform's double with the people who use it. */
export interface Load {
  readonly name: string;
  /** settings with which the bot finds the double; `at` is the address of the bot's HTTP side */
  env(at: string): Readonly<Record<string, string>>;
  /** Somebody whom the bot has not met before. */
  visitor(number: number): Visitor;
  /** Makes something go wrong, as platforms do. @returns what */
  disturb(random: Random): string;
  /** What the bot did that the platform forbids. */
  violations(): readonly string[];
  /** what was shown although nobody waited for it (any more) */
  unasked(): number;
  close(): Promise<void>;
}

/** Milliseconds for a reply that may have to wait its turn, and for faults on its way. */
export const LATEST = 60_000;
/** Channels in which people talk; each takes one message a second. */
export const CHANNELS = 200;

/** Things that are asked by a command instead of a question. */
export const COMMANDS: readonly (readonly [name: string, input: Readonly<Record<string, string>>])[] = [
  ['skill', { name: 'docker' }],
  ['skill', { name: 'sql' }],
  ['path', { goal: 'kubernetes', known: 'python' }],
  ['pay', { level: 'junior' }],
  ['pay', { level: 'senior', stack: 'java' }],
  ['topics', {}],
  ['help', {}],
];

/** How a reply is lost: everything needed to look into it. */
export class Lost extends Error {
  constructor(load: string, kind: string, details: object) {
    super(`${load}: no reply to a ${kind}: ${JSON.stringify(details)}`);
  }
}
