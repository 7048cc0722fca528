import { setTimeout as pause } from 'node:timers/promises';
import type { AdvisorEvent } from '../../advisor.ts';
import type { Miss, TextKept } from '../../curation/miss.ts';
import type { Stored, Usage } from '../../curation/usage.ts';
import { type Database, DatabaseFault, type Query } from './database.ts';
import { createClerk, type Entry } from './entries.ts';
import { createIdentity, type Identity } from './identity.ts';
import { migrate } from './migrations.ts';
import { countWordless, deleteBefore, deletePerson, markDone, readMisses, readStored, readUsage } from './read.ts';
import { writeEntries } from './write.ts';

/** What was asked and what became of it. */
export interface Journal {
  /** Opens the database now. @throws DatabaseFault only where trying again cannot help; a database that is away for a while is waited for */
  open(): Promise<void>;
  /** Takes note of something; returns at once and never throws. What is noted is written within a second. */
  record(event: AdvisorEvent): void;
  /** Questions that were asked in vain and are not done, most frequent and newest first. */
  misses(): Promise<readonly Miss[]>;
  /** How many questions were asked in vain whose words are not kept. */
  wordless(): Promise<number>;
  usage(): Promise<Usage>;
  stored(who: Who): Promise<Stored>;
  /** Deletes everything about somebody: in the database, in what waits, and in memory. */
  forget(who: Who): Promise<void>;
  /** Marks questions as done until they are asked again. */
  done(keys: readonly string[]): Promise<void>;
  /** Writes what waits. @returns false where that was not possible; it is tried again later */
  flush(): Promise<boolean>;
  health(): JournalHealth;
  /** Writes what waits, as far as that is possible within the given time, and closes the database. */
  close(milliseconds?: number): Promise<void>;
}

export interface Who {
  readonly platform: string;
  readonly person: string;
}

export interface JournalHealth {
  readonly ready: boolean;
  /** one line for a person */
  readonly detail: string;
  readonly waiting: number;
  /** since the start */
  readonly written: number;
  readonly dropped: number;
}

export interface JournalLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface JournalParts {
  /** Opens the database; called again after every trouble. */
  open(): Promise<Database>;
  /** The key of the hashes. */
  key(): Promise<string>;
  readonly kept: TextKept;
  readonly retentionDays: number;
  readonly log: JournalLog;
  /** milliseconds since 1970 */
  readonly now?: () => number;
  readonly times?: Partial<JournalTimes>;
}

/** Milliseconds. */
export interface JournalTimes {
  /** from a note to the write; what a sudden end can lose */
  readonly write: number;
  /** longest pause between two attempts while the database is away */
  readonly retry: number;
  /** between two looks for what has become too old */
  readonly sweep: number;
}

const TIMES: JournalTimes = { write: 300, retry: 10_000, sweep: 3_600_000 };
const DAY = 24 * 3_600_000;
/** Entries that wait while the database is away, about 1 kB each; later ones are dropped and counted. */
export const MOST_WAITING = 10_000;
/** Entries in one transaction. */
const BATCH = 500;
const LONGEST_CLOSE = 2000;

/** A journal that opens its database at the first write or question, and again after every trouble. */
export function createJournal(parts: JournalParts): Journal {
  const { log, kept, retentionDays } = parts;
  const now = parts.now ?? Date.now;
  const times = { ...TIMES, ...parts.times };
  const clerk = createClerk(kept, now);
  const waiting: Entry[] = [];
  let opened: { database: Database; identity: Identity } | undefined;
  let trouble: DatabaseFault | undefined;
  let written = 0;
  let dropped = 0;
  let swept = Number.NEGATIVE_INFINITY;
  let wait = times.write;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const connect = async (): Promise<{ database: Database; identity: Identity }> => {
    if (opened) return opened;
    const identity = createIdentity(await parts.key());
    const database = await parts.open();
    try {
      await migrate(database);
      await noteKey(database, identity, now(), log);
    } catch (error) {
      await database.close().catch(() => {});
      throw error;
    }
    opened = { database, identity };
    return opened;
  };
  const well = (): void => {
    if (trouble) log.info({ waiting: waiting.length, dropped }, 'the journal is written again');
    trouble = undefined;
    wait = times.write;
  };
  /** Says so once, and starts with a fresh connection the next time. */
  const ill = async (error: unknown): Promise<DatabaseFault> => {
    const fault = error instanceof DatabaseFault ? error : new DatabaseFault('passing', 'it cannot be used', error);
    if (trouble?.message !== fault.message)
      log.warn(
        { err: fault.cause ?? fault, waiting: waiting.length },
        `the journal cannot be written: ${fault.message}`,
      );
    trouble = fault;
    const { database } = opened ?? {};
    opened = undefined;
    await database?.close().catch(() => {});
    return fault;
  };
  const attempt = async <T>(work: (database: Database, identity: Identity) => Promise<T>): Promise<T> => {
    try {
      const { database, identity } = await connect();
      const result = await work(database, identity);
      well();
      return result;
    } catch (error) {
      throw await ill(error);
    }
  };
  const writeWaiting = (): Promise<void> =>
    attempt(async (database, identity) => {
      while (waiting.length > 0) {
        const batch = waiting.slice(0, BATCH);
        const refused = await writeBatch(database, batch, identity, kept);
        waiting.splice(0, batch.length);
        written += batch.length - refused;
        dropped += refused;
      }
      if (now() - swept < times.sweep) return;
      await database.change(query => deleteBefore(query, now() - retentionDays * DAY));
      swept = now();
    });
  const flush = (): Promise<boolean> =>
    inTurn(async () => {
      try {
        await writeWaiting();
        return true;
      } catch {
        return false;
      }
    });
  const plan = (): void => {
    if (timer || closed) return;
    timer = setTimeout(async () => {
      if (!(await flush())) wait = Math.min(times.retry, wait * 2);
      timer = undefined;
      if (waiting.length > 0 || trouble) plan();
    }, wait).unref();
  };
  /** Looks for what has become too old when nobody asks anything. */
  const sweeper = setInterval(() => void flush(), times.sweep).unref();
  const ask = <T>(work: (query: Query, identity: Identity) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await writeWaiting();
      return attempt((database, identity) => work(database.read, identity));
    });
  const alter = (work: (query: Query, identity: Identity) => Promise<void>): Promise<void> =>
    inTurn(async () => {
      await writeWaiting();
      await attempt((database, identity) => database.change(query => work(query, identity)));
    });

  return {
    async open() {
      if ((await flush()) || trouble?.gravity !== 'final') plan();
      else throw trouble;
    },
    record(event) {
      if (waiting.length >= MOST_WAITING) dropped += 1;
      else waiting.push(clerk.entryOf(event));
      plan();
    },
    misses: () => ask(readMisses),
    wordless: () => ask(countWordless),
    usage: () => ask(readUsage),
    stored: ({ platform, person }) =>
      ask((query, identity) => readStored(query, identity.of(platform, 'person', person))),
    forget({ platform, person }) {
      clerk.forget(platform, person);
      return inTurn(async () => {
        const others = waiting.filter(({ origin }) => origin.platform !== platform || origin.person !== person);
        waiting.splice(0, waiting.length, ...others);
      }).then(() => alter((query, identity) => deletePerson(query, identity.of(platform, 'person', person))));
    },
    done: keys => alter(query => markDone(query, keys, now())),
    flush,
    health: () => ({
      ready: trouble === undefined,
      detail: describe(trouble, written, waiting.length, dropped),
      waiting: waiting.length,
      written,
      dropped,
    }),
    async close(milliseconds = LONGEST_CLOSE) {
      closed = true;
      clearTimeout(timer);
      clearInterval(sweeper);
      await Promise.race([
        flush().then(() => inTurn(async () => opened?.database.close())),
        pause(milliseconds, undefined, { ref: false }),
      ]).catch(() => {});
      if (waiting.length > 0) log.warn({ lost: waiting.length }, 'the journal ended before everything was written');
    },
  };
}

/** Writes a batch; where the database refuses what is in it, each entry by itself. @returns how many were refused */
async function writeBatch(
  database: Database,
  batch: readonly Entry[],
  identity: Identity,
  kept: TextKept,
): Promise<number> {
  const write = (entries: readonly Entry[]) => database.change(query => writeEntries(query, entries, identity, kept));
  const isRefused = (error: unknown): boolean => error instanceof DatabaseFault && error.gravity === 'data';
  try {
    await write(batch);
    return 0;
  } catch (error) {
    if (!isRefused(error)) throw error;
  }
  let refused = 0;
  for (const entry of batch) {
    await write([entry]).catch(error => {
      if (!isRefused(error)) throw error;
      refused += 1;
    });
  }
  return refused;
}

/** Two keys in one journal mean that people are not found again: said once a start. */
async function noteKey(database: Database, { fingerprint }: Identity, at: number, log: JournalLog): Promise<void> {
  const owners = await database.read('SELECT fingerprint FROM journal_owner');
  if (owners.some(row => row['fingerprint'] === fingerprint)) {
    if (owners.length === 1) return;
  } else
    await database.change(query =>
      query('INSERT INTO journal_owner (fingerprint, at) VALUES (?, ?) ON CONFLICT (fingerprint) DO NOTHING', [
        fingerprint,
        at,
      ]),
    );
  if (owners.length > 0)
    log.warn(
      {},
      'the journal was written with more than one key: what people stored under another key is not found by /privacy. Give all replicas the same JOURNAL_KEY',
    );
}

function describe(trouble: DatabaseFault | undefined, written: number, waiting: number, dropped: number): string {
  const lost = dropped > 0 ? `, ${dropped} lost` : '';
  if (!trouble) return `journal written: ${written} entries, ${waiting} waiting${lost}`;
  return `journal not written, ${waiting} entries waiting${lost}: ${trouble.message}`;
}
