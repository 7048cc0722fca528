import { setTimeout as pause } from 'node:timers/promises';
import type { AdvisorEvent } from '../../advisor.ts';
import type { Miss, TextKept } from '../../curation/miss.ts';
import type { Stored, Usage } from '../../curation/usage.ts';
import { type ConnectionParts, createConnection } from './connection.ts';
import type { Query } from './database.ts';
import { createClerk, type Entry } from './entries.ts';
import type { Identity } from './identity.ts';
import { countWordless, deleteBefore, deletePerson, markDone, readMisses, readStored, readUsage } from './read.ts';
import { writeBatch } from './write.ts';

/** What was asked and what became of it. */
export interface Journal {
  /** Opens the database now. @throws DatabaseFault only where trying again cannot help; a database that is away for a while is waited for */
  open(): Promise<void>;
  /** Takes note of something; returns at once and never throws. What is noted is written within a second. */
  record(event: AdvisorEvent): void;
  /** Questions that were asked in vain and are not done, most frequent and newest first. @param most different ones */
  misses(most?: number): Promise<readonly Miss[]>;
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

export interface JournalParts extends Omit<ConnectionParts, 'now'> {
  readonly kept: TextKept;
  readonly retentionDays: number;
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
  /** between two looks whether the database is still there when nobody asks anything */
  readonly look: number;
  /** between two looks for what has become too old */
  readonly sweep: number;
}

const TIMES: JournalTimes = { write: 300, retry: 10_000, look: 15_000, sweep: 3_600_000 };
const DAY = 24 * 3_600_000;
/** Entries that wait while the database is away, about 1 kB each; later ones are dropped and counted. */
export const MOST_WAITING = 10_000;
/** Entries in one transaction. */
const BATCH = 500;
const LONGEST_CLOSE = 2000;

/** A journal that opens its database at the first write or question, and again after every trouble. */
export function createJournal(parts: JournalParts): Journal {
  const { log, kept, retentionDays, now = Date.now } = parts;
  const times = { ...TIMES, ...parts.times };
  const clerk = createClerk(kept, now);
  const connection = createConnection({ ...parts, now });
  const waiting: Entry[] = [];
  let written = 0;
  let dropped = 0;
  let swept = Number.NEGATIVE_INFINITY;
  let wait = times.write;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** One thing after the other: what is asked of the journal sees what was noted before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {});
    return mine;
  };
  const writeWaiting = (): Promise<void> =>
    connection.use(async (database, identity) => {
      if (waiting.length === 0) await database.read('SELECT 1');
      while (waiting.length > 0) {
        const batch = waiting.slice(0, BATCH);
        const refused = await writeBatch(database, batch, identity, kept);
        waiting.splice(0, batch.length);
        written += batch.length - refused;
        dropped += refused;
      }
      wait = times.write;
      if (now() - swept < times.sweep) return;
      await database.change(query => deleteBefore(query, now() - retentionDays * DAY));
      swept = now();
    });
  const flush = (): Promise<boolean> =>
    inTurn(() =>
      writeWaiting().then(
        () => true,
        () => false,
      ),
    );
  const plan = (): void => {
    if (timer || closed) return;
    timer = setTimeout(async () => {
      if (!(await flush())) wait = Math.min(times.retry, wait * 2);
      timer = undefined;
      if (waiting.length > 0 || connection.trouble()) plan();
    }, wait).unref();
  };
  const looking = setInterval(plan, times.look).unref();
  const ask = <T>(work: (query: Query, identity: Identity) => Promise<T>): Promise<T> =>
    inTurn(async () => {
      await writeWaiting();
      return connection.use((database, identity) => work(database.read, identity));
    });
  const alter = (work: (query: Query, identity: Identity) => Promise<void>): Promise<void> =>
    inTurn(async () => {
      await writeWaiting();
      await connection.use((database, identity) => database.change(query => work(query, identity)));
    });

  return {
    async open() {
      const fine = await flush();
      const trouble = connection.trouble();
      if (!fine && trouble?.gravity === 'final') throw trouble;
      plan();
    },
    record(event) {
      if (waiting.length >= MOST_WAITING) dropped += 1;
      else waiting.push(clerk.entryOf(event));
      plan();
    },
    misses: most => ask(query => readMisses(query, most)),
    wordless: () => ask(countWordless),
    usage: () => ask(readUsage),
    stored: ({ platform, person }) =>
      ask((query, identity) => readStored(query, identity.of(platform, 'person', person))),
    async forget({ platform, person }) {
      clerk.forget(platform, person);
      await inTurn(async () => {
        const others = waiting.filter(({ origin }) => origin.platform !== platform || origin.person !== person);
        waiting.splice(0, waiting.length, ...others);
      });
      await alter((query, identity) => deletePerson(query, identity.of(platform, 'person', person)));
    },
    done: keys => alter(query => markDone(query, keys, now())),
    flush,
    health() {
      const trouble = connection.trouble();
      const lost = dropped > 0 ? `, ${dropped} lost` : '';
      return {
        ready: trouble === undefined,
        detail: trouble
          ? `not written, ${waiting.length} entries waiting${lost}: ${trouble.message}`
          : `${written} entries written, ${waiting.length} waiting${lost}`,
        waiting: waiting.length,
        written,
        dropped,
      };
    },
    async close(milliseconds = LONGEST_CLOSE) {
      closed = true;
      clearTimeout(timer);
      clearInterval(looking);
      await Promise.race([
        flush().then(() => inTurn(connection.close)),
        pause(milliseconds, undefined, { ref: false }),
      ]);
      if (waiting.length > 0) log.warn({ lost: waiting.length }, 'the journal ended before everything was written');
    },
  };
}
