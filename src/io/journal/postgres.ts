import { type Database, DatabaseFault, type Query, type Row } from './database.ts';

/** Milliseconds for a connection and for a statement: a bot that is told to stop waits no longer. */
const CONNECT = 3000;
const STATEMENT = 10_000;
/** One that writes, and two for people who read. */
const CONNECTIONS = 3;
/** Any number that other programs in the same database do not use for their locks. */
const LOCK = 718_230_114;
/** PostgreSQL's numbers of the types bigint and numeric, which the driver gives as text because they may be larger than a number of JavaScript. Counts and milliseconds are not. */
const WIDE_NUMBERS = new Set([20, 1700]);

/**
 * A PostgreSQL database, for several replicas.
 * @throws DatabaseFault
 */
export async function openPostgres(url: string): Promise<Database> {
  const { default: pg } = await import('pg');
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT,
    statement_timeout: STATEMENT,
    query_timeout: STATEMENT,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    application_name: 'signpost',
    types: {
      getTypeParser: (type, format) => {
        if (WIDE_NUMBERS.has(type)) return Number;
        return pg.types.getTypeParser(type, format);
      },
    },
  });
  // A connection that is lost while idle is replaced at the next use; without a listener it would end the program.
  pool.on('error', () => {});
  const place = placeOf(url);
  const guarded = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw postgresFault(error, place);
    }
  };
  const transaction = <T>(first: string, work: (query: Query) => Promise<T>): Promise<T> =>
    guarded(async () => {
      const client = await pool.connect();
      const query: Query = async (statement, values = []) =>
        (await client.query<Row>(numbered(statement), [...values])).rows;
      let broken = false;
      try {
        await client.query('BEGIN');
        if (first !== '') await client.query(first);
        const result = await work(query);
        await client.query('COMMIT');
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => {
          broken = true;
        });
        throw error;
      } finally {
        client.release(broken);
      }
    });
  try {
    await guarded(() => pool.query('SELECT 1'));
  } catch (error) {
    await pool.end().catch(() => {});
    throw error;
  }
  return {
    kind: 'postgres',
    read: (statement, values = []) =>
      guarded(async () => (await pool.query<Row>(numbered(statement), [...values])).rows),
    change: work => transaction('', work),
    alone: work => transaction(`SELECT pg_advisory_xact_lock(${LOCK})`, work),
    close: () => pool.end(),
  };
}

/** `?` becomes `$1`, `$2`, …; no statement of the journal holds a question mark otherwise. */
function numbered(statement: string): string {
  let count = 0;
  return statement.replace(/\?/g, () => `$${++count}`);
}

/** Where the database is, without who connects and with which password. */
function placeOf(url: string): string {
  const { host, pathname } = URL.canParse(url) ? new URL(url) : { host: '', pathname: '' };
  return `PostgreSQL at ${host || 'the given address'}${pathname}`;
}

/** What PostgreSQL's error classes mean for the journal (its manual, appendix A). */
const MEANINGS: readonly [RegExp, DatabaseFault['gravity'], string][] = [
  [/^28/, 'final', 'the user or the password is not right; check DATABASE_URL'],
  [/^3D/, 'final', 'there is no such database; create it, or check DATABASE_URL'],
  [/^42501/, 'final', 'the user may not create or change the tables of the journal; grant it CREATE on the schema'],
  [/^(?:42|3F)/, 'final', 'the tables of the journal are not as expected; name a database of its own in DATABASE_URL'],
  [/^(?:22|23)/, 'data', 'a record cannot be stored'],
  [/^53100/, 'passing', 'its disk is full; make room'],
  [/^25006/, 'passing', 'it only reads at the moment; it is tried again'],
  [/^53/, 'passing', 'it has no room for another connection; it is tried again'],
  [/^ENOTFOUND|^EAI_AGAIN/, 'passing', 'its host is not found; check DATABASE_URL and the network'],
];

function postgresFault(error: unknown, place: string): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code));
  if (meaning) return new DatabaseFault(meaning[1], `${place}: ${meaning[2]}`, error);
  return new DatabaseFault('passing', `${place}: it cannot be reached${code === '' ? '' : ` (${code})`}`, error);
}
