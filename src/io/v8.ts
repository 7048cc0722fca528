import { setFlagsFromString } from 'node:v8';

// These are flags because V8 has no other way to say so while it runs. They were looked up in Node 20, 22, 24 and 26
// (`node --v8-options`); one that a later V8 does not know is told on standard error, and does nothing.

/** Percent by which the heap may grow before the rubbish in it is collected. */
const GROWTH = 60;

/**
 * Keeps the heap near what is in use. On a machine with much memory V8 lets it grow fourfold before it collects, and gives little of it
 * back: after 100,000 questions the bot held 900 MB with 150 in use. With the flag the most that a soak of 40,000 questions
 * held fell from 578 to 367 MB; it collects more often for that. The limits of the heap themselves are read at the start of the process alone.
 */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
}

/** When V8 compiles a function, by the flags that say so: while warming up, and as V8 has it by itself. */
interface Compiling {
  readonly eager: readonly string[];
  readonly usual: readonly string[];
}

/** By the bytes of code that ran: V8 11, which is Node 20's. */
const BY_BYTES: Compiling = { eager: ['--interrupt-budget=20000'], usual: ['--interrupt-budget=67584'] };
/** By the calls of the function: later ones. */
const BY_CALLS: Compiling = {
  eager: ['--invocation-count-for-maglev=100', '--invocation-count-for-turbofan=600'],
  usual: ['--invocation-count-for-maglev=400', '--invocation-count-for-turbofan=3000'],
};

/** @param version of V8, as `process.versions.v8` */
export function compiling(version: string): Compiling {
  return Number.parseInt(version, 10) < 12 ? BY_BYTES : BY_CALLS;
}

/** Does work whose code is worth compiling at once: the slowest hundredth of the messages after it takes a third less time. */
export function compiledEagerly<T>(work: () => T): T {
  const { eager, usual } = compiling(process.versions.v8);
  eager.forEach(setFlagsFromString);
  try {
    return work();
  } finally {
    usual.forEach(setFlagsFromString);
  }
}
