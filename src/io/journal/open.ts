import type { JournalConfig } from './config.ts';
import type { JournalLog } from './connection.ts';
import type { Database } from './database.ts';
import { keyIn } from './identity.ts';
import { createJournal, type Journal } from './journal.ts';

/** The database that the settings name; its driver is loaded now and not before. */
export async function openDatabase({ database }: JournalConfig): Promise<Database> {
  return database.kind === 'sqlite'
    ? (await import('./sqlite.ts')).openSqlite(database.path)
    : (await import('./postgres.ts')).openPostgres(database.url);
}

/** The journal that the settings ask for. It opens its database by itself; `open` says whether that can work at all. */
export function journalFor(config: JournalConfig, log: JournalLog, now?: () => number): Journal {
  return createJournal({
    open: () => openDatabase(config),
    key: async () => config.key ?? (await keyIn(config.keyFolder)),
    kept: config.text,
    retentionDays: config.retentionDays,
    log,
    ...(now ? { now } : {}),
  });
}
