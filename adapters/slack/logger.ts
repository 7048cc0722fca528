import { type Logger, LogLevel } from '@slack/bolt';
import type { Log } from '../adapter.ts';

/**
 * Bolt's log in ours. Its debug lines are left out: they hold whole payloads, with what people wrote and one-time addresses.
 * What it calls info is chatter of the library; errors become details, which pino would drop behind the text.
 */
export function createLogger(log: Log): Logger {
  const details = (parts: readonly unknown[]): object => {
    const error = parts.find(part => part instanceof Error);
    return { platform: 'slack', ...(error instanceof Error ? { err: error.message } : {}) };
  };
  const text = (parts: readonly unknown[]): string =>
    parts.map(part => (part instanceof Error ? part.message : String(part))).join(' ');
  return {
    debug: () => {},
    info: (...parts: unknown[]) => log.debug(details(parts), text(parts)),
    warn: (...parts: unknown[]) => log.warn(details(parts), text(parts)),
    error: (...parts: unknown[]) => log.error(details(parts), text(parts)),
    setLevel: () => {},
    getLevel: () => LogLevel.INFO,
    setName: () => {},
  };
}
