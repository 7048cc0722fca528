import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { createRedactor } from './redact.ts';

export type { Logger };

/** Where lines of the log go; whole lines, each with its line end. */
export interface LogTarget {
  write(line: string): void;
}

/**
 * The log: JSON lines on standard error, because standard output belongs to answers.
 * @param secrets values that never stand in it, wherever they come from
 */
export function createLog(
  level: LogLevel,
  secrets: readonly string[] = [],
  target: LogTarget = destination({ dest: 2, sync: true }),
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
