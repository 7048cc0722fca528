import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgres } from '../../../src/io/journal/postgres.ts';
import { openSqlite } from '../../../src/io/journal/sqlite.ts';
import { describeJournal } from './contract.ts';
import { isPostgresHere, type PostgresServer, startPostgres } from './postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-journal-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeJournal('SQLite', async () => {
  const path = join(folder, `${++count}`, 'journal.sqlite');
  return { open: () => openSqlite(path) };
});

describe.runIf(isPostgresHere())('with a server', () => {
  let server: PostgresServer;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server.remove());

  describeJournal('PostgreSQL', async () => {
    const url = await server.database();
    return { open: () => openPostgres(url) };
  });
});
