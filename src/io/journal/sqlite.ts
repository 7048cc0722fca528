import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Database, DatabaseFault, type Query, type Row, type Value } from './database.ts';

/** Milliseconds to wait for another program that writes. */
const LONGEST_WAIT = 5000;

/** The part of the driver that is used here; its own types leave everything open. */
interface Statement {
  iterate(values: readonly Value[]): Promise<Iterable<Row>>;
}
interface Connection {
  exec(statements: string): Promise<unknown>;
  prepare(statement: string): Promise<Statement>;
  close(): void;
}

/**
 * An embedded SQLite database, made where there is none. The driver does its reading and writing beside the thread that answers people.
 * What is committed survives the end of the program, however sudden (write-ahead log).
 * @throws DatabaseFault
 */
export async function openSqlite(path: string): Promise<Database> {
  await mkdir(dirname(path), { recursive: true }).catch(error => {
    throw sqliteFault(error, path);
  });
  const { default: Driver } = await import('libsql/promise');
  let connection: Connection;
  try {
    connection = new Driver(path, { timeout: LONGEST_WAIT }) as Connection;
  } catch (error) {
    throw sqliteFault(error, path);
  }
  let turn: Promise<unknown> = Promise.resolve();
  /** One connection does one thing after the other. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work).catch(error => {
      throw sqliteFault(error, path);
    });
    turn = mine.catch(() => {});
    return mine;
  };
  const query: Query = async (statement, values = []) => {
    const prepared = await connection.prepare(statement);
    return [...(await prepared.iterate(values))];
  };
  let inode: number | undefined;
  /** A file that somebody has moved away would take everything with it that is written from now on. */
  const stillThere = async (): Promise<void> => {
    const { ino } = await stat(path);
    inode ??= ino;
    if (ino !== inode)
      throw new DatabaseFault('passing', `${path}: another file was put in its place; it is opened anew`);
  };
  const change: Database['change'] = work =>
    inTurn(async () => {
      await stillThere();
      await connection.exec('BEGIN IMMEDIATE');
      try {
        const result = await work(query);
        await connection.exec('COMMIT');
        return result;
      } catch (error) {
        // A full disk has ended the transaction already.
        await connection.exec('ROLLBACK').catch(() => {});
        throw error;
      }
    });
  try {
    await inTurn(async () => {
      await query('PRAGMA journal_mode = WAL');
      await connection.exec('PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON');
      await stillThere();
    });
  } catch (error) {
    connection.close();
    throw error;
  }
  return {
    kind: 'sqlite',
    read: (statement, values) => inTurn(() => query(statement, values)),
    change,
    alone: change,
    close: () => inTurn(async () => connection.close()),
  };
}

/** What each result code of SQLite, or of the file system, means for the journal. */
const MEANINGS: readonly [RegExp, DatabaseFault['gravity'], string][] = [
  [/^SQLITE_FULL|^ENOSPC|^EDQUOT/, 'passing', 'the disk is full; make room'],
  [/^SQLITE_BUSY|^SQLITE_LOCKED/, 'passing', 'another program holds it; it is tried again'],
  [/^SQLITE_NOTADB/, 'final', 'this file is not a journal; name another one in DATABASE_URL, or move it away'],
  [/^SQLITE_CORRUPT/, 'final', 'the file is damaged; restore a back-up, or move it away to begin a new one'],
  [
    /^SQLITE_CANTOPEN|^SQLITE_READONLY|^SQLITE_PERM|^EACCES|^EROFS|^EPERM|^ENOTDIR|^EEXIST|^EISDIR/,
    'final',
    'it cannot be written there; give the user that runs the bot the right to write in that folder, or set DATA_DIR or DATABASE_URL',
  ],
  [/^SQLITE_IOERR|^EIO|^ENOENT/, 'passing', 'the disk cannot be read or written; check it'],
  [/^SQLITE_(?:CONSTRAINT|MISMATCH|TOOBIG|RANGE)/, 'data', 'a record cannot be stored'],
];

function sqliteFault(error: unknown, path: string): DatabaseFault {
  if (error instanceof DatabaseFault) return error;
  const own = error instanceof Error && 'code' in error ? String(error.code) : '';
  // The driver says "unable to open" (14) in words only.
  const code = own === '' && /unable to open/i.test(String(error)) ? 'SQLITE_CANTOPEN' : own;
  const meaning = MEANINGS.find(([pattern]) => pattern.test(code));
  const [, gravity, advice] = meaning ?? [null, 'passing' as const, `it cannot be used (${code || 'unknown reason'})`];
  return new DatabaseFault(gravity, `${path}: ${advice}`, error);
}
