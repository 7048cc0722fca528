import { type Database, DatabaseFault, numberIn, type Query } from './database.ts';

/**
 * The steps that lead from an empty database to the present one, in SQL that every database of the journal reads.
 * A step that has been released is never changed; what comes later is a further step. There is no way back.
 */
const STEPS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE journal_reply (
      id TEXT PRIMARY KEY,
      at BIGINT NOT NULL,
      request TEXT NOT NULL,
      platform TEXT NOT NULL,
      person TEXT NOT NULL,
      channel TEXT NOT NULL,
      command TEXT NOT NULL,
      kind TEXT NOT NULL,
      topics TEXT NOT NULL,
      offered TEXT NOT NULL,
      nearest TEXT NOT NULL,
      confidence DOUBLE PRECISION NOT NULL,
      handoff TEXT NOT NULL,
      picked TEXT NOT NULL DEFAULT '',
      down INTEGER NOT NULL DEFAULT 0,
      text TEXT,
      key TEXT
    )`,
    'CREATE INDEX journal_reply_at ON journal_reply (at)',
    'CREATE INDEX journal_reply_person ON journal_reply (person, at)',
    'CREATE INDEX journal_reply_request ON journal_reply (request)',
    'CREATE INDEX journal_reply_key ON journal_reply (key) WHERE key IS NOT NULL',
    `CREATE TABLE journal_rating (
      request TEXT NOT NULL,
      person TEXT NOT NULL,
      at BIGINT NOT NULL,
      helpful INTEGER NOT NULL,
      topics TEXT NOT NULL,
      PRIMARY KEY (request, person)
    )`,
    'CREATE INDEX journal_rating_at ON journal_rating (at)',
    'CREATE INDEX journal_rating_person ON journal_rating (person)',
    'CREATE TABLE journal_done (key TEXT PRIMARY KEY, at BIGINT NOT NULL)',
    'CREATE TABLE journal_owner (fingerprint TEXT PRIMARY KEY, at BIGINT NOT NULL)',
  ],
];

/**
 * Brings a database up to date. Safe to be called by several programs at once: one does it, the others wait and find it done.
 * @param steps only tests give others
 * @throws DatabaseFault where a newer version of the program has been here before
 */
export async function migrate(database: Database, steps: readonly (readonly string[])[] = STEPS): Promise<void> {
  // The usual case first: nothing to do, and nothing to lock.
  if ((await versionOf(database.read).catch(() => 0)) === steps.length) return;
  await database.alone(async query => {
    await query('CREATE TABLE IF NOT EXISTS journal_step (version INTEGER PRIMARY KEY)');
    const version = await versionOf(query);
    if (version > steps.length)
      throw new DatabaseFault(
        'final',
        `The journal was written by a newer version (its shape is ${version}, this version knows ${steps.length}). Use that version, or another DATABASE_URL.`,
      );
    for (const [at, statements] of steps.entries()) {
      if (at < version) continue;
      for (const statement of statements) await query(statement);
      await query('INSERT INTO journal_step (version) VALUES (?)', [at + 1]);
    }
  });
}

async function versionOf(query: Query): Promise<number> {
  const [row] = await query('SELECT MAX(version) AS version FROM journal_step');
  return row ? numberIn(row, 'version') : 0;
}
