import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseFault, numberIn } from '../../../src/io/journal/database.ts';
import { MOST_WAITING } from '../../../src/io/journal/journal.ts';
import { migrate } from '../../../src/io/journal/migrations.ts';
import { openPostgres } from '../../../src/io/journal/postgres.ts';
import { openSqlite } from '../../../src/io/journal/sqlite.ts';
import { freePort } from '../../free-port.ts';
import { journalOn } from './contract.ts';
import { ada, answered, requestOf } from './events.ts';
import { isPostgresHere, type PostgresServer, startPostgres } from './postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-faults-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const miss = () => answered('unknown', 'is zig any good', requestOf(ada));

/** A log that remembers what it was told. */
function remembering() {
  const lines: string[] = [];
  const note = (_: object, message: string): void => void lines.push(message);
  return { lines, log: { info: note, warn: note } };
}

describe('a sudden end', () => {
  const writer = fileURLToPath(new URL('writer.mjs', import.meta.url));

  /** Lets a program write, kills it, and says which notes were lost although they were older than a second. */
  const round = async (path: string): Promise<{ noted: number; lost: number; check: string }> => {
    const before = await count(path);
    const child = spawn(process.execPath, [writer, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.setEncoding('utf8').on('data', text => {
      said += text;
    });
    await new Promise(resolve => child.stdout.once('data', resolve));
    await pause(1200 + Math.random() * 500);
    const killed = Date.now();
    const ended = new Promise(resolve => child.once('close', resolve));
    child.kill('SIGKILL');
    await ended;
    const times = said.slice(0, said.lastIndexOf('\n')).split('\n').map(Number);
    const old = times.filter(time => time < killed - 1000).length;
    const after = await count(path);
    const database = await openSqlite(path);
    const [row] = await database.read('PRAGMA integrity_check');
    await database.close();
    return { noted: times.length, lost: Math.max(0, old - (after - before)), check: String(row?.['integrity_check']) };
  };
  const count = async (path: string): Promise<number> => {
    const database = await openSqlite(path);
    await migrate(database);
    const [row] = await database.read('SELECT COUNT(*) AS count FROM journal_reply');
    await database.close();
    return numberIn(row ?? {}, 'count');
  };

  test('20 rounds of kill -9 under load corrupt nothing and lose at most the last second', async () => {
    const rounds = await Promise.all(
      ['a', 'b', 'c', 'd'].map(async name => {
        const results = [];
        for (let at = 0; at < 5; at++) results.push(await round(join(folder, `killed-${name}.sqlite`)));
        return results;
      }),
    );
    const all = rounds.flat();
    expect(all).toHaveLength(20);
    expect(all.filter(({ check }) => check !== 'ok')).toEqual([]);
    expect(all.filter(({ lost }) => lost > 0)).toEqual([]);
    expect(all.filter(({ noted }) => noted < 100)).toEqual([]);
  });
});

describe('a full disk', () => {
  test('leaves the bot answering, is said once, and is over when there is room again', async () => {
    const place = join(folder, 'small');
    mkdirSync(place);
    const mounted = mountSmallDisk(place);
    const path = join(place, 'journal.sqlite');
    const { lines, log } = remembering();
    let pages = 1_000_000;
    const open = async () => {
      const database = await openSqlite(path);
      if (!mounted) await database.read(`PRAGMA max_page_count = ${pages}`);
      return database;
    };
    const journal = journalOn({ open }, { log });
    try {
      journal.record(miss());
      expect(await journal.flush()).toBe(true);
      const ballast = join(place, 'ballast');
      if (mounted) fill(ballast);
      else pages = 1;
      for (let at = 0; at < 2000; at++) journal.record(miss());
      if (!mounted) await reopened(journal, path);
      expect(await journal.flush()).toBe(false);
      expect(await journal.flush()).toBe(false);
      expect(journal.health()).toMatchObject({ ready: false, detail: expect.stringContaining('disk is full') });
      expect(lines.filter(line => line.includes('disk is full'))).toHaveLength(1);
      journal.record(miss());
      rmSync(ballast, { force: true });
      pages = 1_000_000;
      expect(await journal.flush()).toBe(true);
      expect(journal.health()).toMatchObject({ ready: true, waiting: 0, written: 2002, dropped: 0 });
      expect(lines.at(-1)).toContain('written again');
      expect((await journal.misses())[0]).toMatchObject({ count: 2002 });
    } finally {
      await journal.close();
      if (mounted) execFileSync('umount', ['-l', place]);
    }
  });

  /** A disk of two megabytes; where that is not permitted, SQLite is told to take no further page, which it reports in the same way. */
  function mountSmallDisk(place: string): boolean {
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', place], { stdio: 'ignore' });
      return true;
    } catch {
      process.stderr.write('No disk could be mounted here: the full disk is a full database instead.\n');
      return false;
    }
  }

  function fill(path: string): void {
    for (let size = 2 * 1024 * 1024; size >= 1; size = Math.floor(size / 2)) {
      try {
        writeFileSync(path, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // No room for that much: half of it.
      }
    }
  }

  /** Has the journal open its database anew, with fewer pages. */
  async function reopened(journal: ReturnType<typeof journalOn>, path: string): Promise<void> {
    renameSync(path, `${path}.old`);
    await journal.flush();
    renameSync(`${path}.old`, path);
  }
});

describe('what was put right by itself', () => {
  test('a journal that is moved away is begun anew, and nothing that waits is lost', async () => {
    const path = join(folder, 'moved.sqlite');
    const journal = journalOn({ open: () => openSqlite(path) });
    journal.record(miss());
    await journal.flush();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${path}${ending}`, { force: true });
    journal.record(miss());
    expect(await journal.flush()).toBe(false);
    expect(await journal.flush()).toBe(true);
    expect(statSync(path).size).toBeGreaterThan(0);
    expect(await journal.misses()).toMatchObject([{ count: 1 }]);
    await journal.close();
  });

  test('what waits is bounded, and what is dropped is counted', async () => {
    const { lines, log } = remembering();
    const journal = journalOn(
      {
        open: async () => {
          throw new DatabaseFault('passing', 'it is away');
        },
      },
      { log, times: { retry: 50 } },
    );
    for (let at = 0; at < MOST_WAITING + 500; at++) journal.record(miss());
    expect(await journal.flush()).toBe(false);
    expect(journal.health()).toMatchObject({ ready: false, waiting: MOST_WAITING, dropped: 500 });
    expect(journal.health().detail).toContain('500 lost');
    await journal.close(100);
    expect(lines.filter(line => line.includes('it is away'))).toHaveLength(1);
    expect(lines.at(-1)).toContain('before everything was written');
  });

  test('an entry that the database refuses does not hold up the others', async () => {
    const path = join(folder, 'refused.sqlite');
    const journal = journalOn({ open: () => openSqlite(path) });
    journal.record(miss());
    await journal.flush();
    const database = await openSqlite(path);
    await database.read(
      `CREATE TRIGGER refuse BEFORE INSERT ON journal_reply WHEN NEW.text LIKE '%refuse me%' BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    await database.close();
    journal.record(answered('unknown', 'please refuse me', requestOf(ada)));
    journal.record(miss());
    expect(await journal.flush()).toBe(true);
    expect(journal.health()).toMatchObject({ written: 2, dropped: 1, waiting: 0 });
    await journal.close();
  });

  test('writes do not need to be asked for', async () => {
    const path = join(folder, 'by-itself.sqlite');
    const journal = journalOn({ open: () => openSqlite(path) });
    journal.record(miss());
    expect(journal.health()).toMatchObject({ waiting: 1, written: 0 });
    while (journal.health().written === 0) await pause(20);
    await journal.close();
  });
});

describe('what can never work is said at once', () => {
  test.each([
    ['a file that is no database', 'text', /not a journal/],
    ['a folder that is a file', 'text/journal.sqlite', /cannot be written there/],
  ])('%s', async (_, name, message) => {
    writeFileSync(join(folder, 'text'), 'this is a letter to my aunt, and no database at all. '.repeat(200));
    const journal = journalOn({ open: () => openSqlite(join(folder, name)) });
    await expect(journal.open()).rejects.toThrow(message);
    await journal.close();
  });

  test('a journal of a newer version is left alone', async () => {
    const path = join(folder, 'newer.sqlite');
    const database = await openSqlite(path);
    await migrate(database);
    await database.read('INSERT INTO journal_step (version) VALUES (99)');
    await database.close();
    const journal = journalOn({ open: () => openSqlite(path) });
    await expect(journal.open()).rejects.toThrow(/newer version/);
    await journal.close();
  });

  test('an older database is brought up to date, step by step, once', async () => {
    const path = join(folder, 'older.sqlite');
    const first = ['CREATE TABLE thing (name TEXT)', "INSERT INTO thing VALUES ('kept')"];
    const second = ['ALTER TABLE thing ADD COLUMN size INTEGER DEFAULT 7'];
    const before = await openSqlite(path);
    await migrate(before, [first]);
    await before.close();
    const replicas = await Promise.all([openSqlite(path), openSqlite(path)]);
    await Promise.all(replicas.map(replica => migrate(replica, [first, second])));
    expect(await replicas[0]!.read('SELECT * FROM thing')).toEqual([{ name: 'kept', size: 7 }]);
    for (const replica of replicas) await replica.close();
  });

  test('a step that fails changes nothing', async () => {
    const database = await openSqlite(join(folder, 'failed.sqlite'));
    await expect(migrate(database, [['CREATE TABLE thing (name TEXT)', 'NO SUCH WORD']])).rejects.toThrow();
    await expect(database.read('SELECT * FROM thing')).rejects.toThrow();
    await database.close();
  });
});

describe.runIf(isPostgresHere())('PostgreSQL', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  test('a server that is lost and comes back loses nothing', async () => {
    const url = await server.database();
    const { lines, log } = remembering();
    const journal = journalOn({ open: () => openPostgres(url) }, { log });
    journal.record(miss());
    expect(await journal.flush()).toBe(true);
    await server.kill();
    for (let at = 0; at < 100; at++) journal.record(miss());
    expect(await journal.flush()).toBe(false);
    expect(journal.health()).toMatchObject({
      ready: false,
      waiting: 100,
      detail: expect.stringContaining('cannot be reached'),
    });
    await expect(journal.forget({ platform: 'discord', person: 'somebody' })).rejects.toThrow(DatabaseFault);
    await server.start();
    expect(await journal.flush()).toBe(true);
    expect(journal.health()).toMatchObject({ ready: true, waiting: 0, written: 101 });
    expect(await journal.misses()).toMatchObject([{ count: 101 }]);
    expect(lines.join('\n')).toMatch(/cannot be reached[\s\S]*written again/);
    await journal.close();
  });

  test('a loss is noticed although nobody asks anything', async () => {
    const url = await server.database();
    const journal = journalOn({ open: () => openPostgres(url) }, { times: { look: 100, write: 50, retry: 100 } });
    await journal.open();
    expect(journal.health().ready).toBe(true);
    await server.kill();
    while (journal.health().ready) await pause(50);
    await server.start();
    while (!journal.health().ready) await pause(50);
    await journal.close();
  });

  test('a database that does not exist is said at once, without the password', async () => {
    const { host } = new URL(await server.database());
    const journal = journalOn({ open: () => openPostgres(`postgres://signpost:sesame@${host}/nowhere`) });
    const failure = await journal.open().catch((error: Error) => error);
    expect(String(failure)).toMatch(/no such database/);
    expect(String(failure)).not.toContain('sesame');
    await journal.close();
  });
});

test('a server that is not there yet is waited for', async () => {
  const port = await freePort();
  const journal = journalOn({ open: () => openPostgres(`postgres://signpost:sesame@127.0.0.1:${port}/journal`) });
  await journal.open();
  expect(journal.health()).toMatchObject({ ready: false, detail: expect.stringContaining('cannot be reached') });
  expect(journal.health().detail).not.toContain('sesame');
  await journal.close(200);
});
