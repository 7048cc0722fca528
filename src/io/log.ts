import { destination, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger };

/** The log: JSON lines on standard error, because standard output belongs to answers. */
export function createLog(level: LogLevel): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: label => ({ level: label }) },
    },
    destination({ dest: 2, sync: true }),
  );
}
