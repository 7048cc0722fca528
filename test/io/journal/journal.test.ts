import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openPostgres } from '../../../src/io/journal/postgres.ts';
import { openSqlite } from '../../../src/io/journal/sqlite.ts';
import { describeJournal } from './contract.ts';
import { startPostgres } from './postgres-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-journal-'));
let count = 0;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeJournal('SQLite', async () => {
  const path = join(folder, `${++count}`, 'journal.sqlite');
  return { open: () => openSqlite(path) };
});

const server = await startPostgres();
describe.runIf(server !== undefined)('with a server', () => {
  afterAll(() => server?.remove());
  describeJournal('PostgreSQL', async () => {
    const url = await server!.database();
    return { open: () => openPostgres(url) };
  });
});
