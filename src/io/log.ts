import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { createRedactor } from './redact.ts';

export type { Logger };

/** Where lines of the log go; whole lines, each with its line end. */
export interface LogTarget {
  write(line: string): void;
}

/** Characters of lines that are written together, and milliseconds after which fewer are: what a program that is killed can lose. */
const TOGETHER = 4096;
const LONGEST_WAIT = 20;

let shared: LogTarget | undefined;

/**
 * Standard error, written to a few lines at a time: one by one they are a tenth of the work in a burst of questions. Never more than a few
 * thousand characters wait, and they are written when the program ends, in whichever way it does so by itself.
 */
function standardError(): LogTarget {
  if (shared) return shared;
  const lines = destination({ dest: 2, sync: true, minLength: TOGETHER });
  let planned = false;
  const write = (): void => {
    planned = false;
    lines.flush();
  };
  process.on('exit', () => lines.flushSync());
  shared = {
    write(line) {
      lines.write(line);
      if (!planned) setTimeout(write, LONGEST_WAIT).unref();
      planned = true;
    },
  };
  return shared;
}

/**
 * The log: JSON lines on standard error, because standard output belongs to answers.
 * @param secrets values that never stand in it, wherever they come from
 */
export function createLog(
  level: LogLevel,
  secrets: readonly string[] = [],
  target: LogTarget = standardError(),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
      hooks: { streamWrite: createRedactor(secrets) },
    },
    target,
  );
}
