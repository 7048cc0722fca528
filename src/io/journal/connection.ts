import { type Database, DatabaseFault } from './database.ts';
import { createIdentity, type Identity } from './identity.ts';
import { migrate } from './migrations.ts';

export interface JournalLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface ConnectionParts {
  /** Opens the database; called again after every trouble. */
  open(): Promise<Database>;
  /** The key of the hashes. */
  key(): Promise<string>;
  readonly log: JournalLog;
  /** milliseconds since 1970 */
  now(): number;
}

/** A database that is opened when it is first needed, and anew after every trouble. */
export interface Connection {
  /** Works with the database, brought up to date. @throws DatabaseFault */
  use<T>(work: (database: Database, identity: Identity) => Promise<T>): Promise<T>;
  /** what went wrong the last time; nothing while all is well */
  trouble(): DatabaseFault | undefined;
  close(): Promise<void>;
}

export function createConnection({ open, key, log, now }: ConnectionParts): Connection {
  let opened: { database: Database; identity: Identity } | undefined;
  let trouble: DatabaseFault | undefined;
  const connect = async (): Promise<{ database: Database; identity: Identity }> => {
    const identity = createIdentity(await key());
    const database = await open();
    try {
      await migrate(database);
      await noteKey(database, identity, now(), log);
    } catch (error) {
      await database.close().catch(() => {});
      throw error;
    }
    return { database, identity };
  };
  const close = async (): Promise<void> => {
    const { database } = opened ?? {};
    opened = undefined;
    await database?.close().catch(() => {});
  };
  return {
    async use(work) {
      try {
        opened ??= await connect();
        const result = await work(opened.database, opened.identity);
        if (trouble) log.info({}, 'the journal is written again');
        trouble = undefined;
        return result;
      } catch (error) {
        const fault = error instanceof DatabaseFault ? error : new DatabaseFault('passing', 'it cannot be used', error);
        // Said once, not at every attempt.
        if (trouble?.message !== fault.message)
          log.warn({ err: fault.cause ?? fault }, `the journal cannot be written: ${fault.message}`);
        trouble = fault;
        await close();
        throw fault;
      }
    },
    trouble: () => trouble,
    close,
  };
}

/** Two keys in one journal mean that people are not found again: said once a start. */
async function noteKey(database: Database, { fingerprint }: Identity, at: number, log: JournalLog): Promise<void> {
  const owners = await database.read('SELECT fingerprint FROM journal_owner');
  const others = owners.filter(row => row['fingerprint'] !== fingerprint);
  if (others.length === owners.length)
    await database.change(query =>
      query('INSERT INTO journal_owner (fingerprint, at) VALUES (?, ?) ON CONFLICT (fingerprint) DO NOTHING', [
        fingerprint,
        at,
      ]),
    );
  if (others.length > 0)
    log.warn(
      {},
      'the journal was written with more than one key: /privacy does not find what was stored under another one. Give all replicas the same JOURNAL_KEY',
    );
}
