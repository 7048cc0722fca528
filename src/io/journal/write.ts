import type { TextKept } from '../../curation/miss.ts';
import { type Database, DatabaseFault, type Query, type Value } from './database.ts';
import type { Entry, RatingEntry, ReplyEntry } from './entries.ts';
import type { Identity } from './identity.ts';

/** Rows that one statement inserts; SQLite and PostgreSQL take at most 32,766 and 65,535 values in one. */
const ROWS = 100;
/** Somebody who picks from a choice does so within half an hour. */
const LONGEST_CHOICE = 30 * 60 * 1000;

const REPLY =
  'id, at, request, platform, person, channel, command, kind, topics, offered, nearest, confidence, handoff, text, key';

/**
 * Writes entries all at once; where the database refuses what is in one of them, each by itself.
 * Writing the same ones again changes nothing, so that it can be tried again after any trouble.
 * @returns how many were refused
 * @throws DatabaseFault where none can be written just now
 */
export async function writeBatch(
  database: Database,
  batch: readonly Entry[],
  identity: Identity,
  kept: TextKept,
): Promise<number> {
  const write = (entries: readonly Entry[]) => database.change(query => writeEntries(query, entries, identity, kept));
  const countRefused = (error: unknown): number => {
    if (error instanceof DatabaseFault && error.gravity === 'data') return 1;
    throw error;
  };
  const refused = await write(batch).then(() => 0, countRefused);
  if (refused === 0 || batch.length === 1) return refused;
  let count = 0;
  for (const entry of batch) count += await write([entry]).then(() => 0, countRefused);
  return count;
}

async function writeEntries(
  query: Query,
  entries: readonly Entry[],
  identity: Identity,
  kept: TextKept,
): Promise<void> {
  const replies = entries.filter(entry => entry.type === 'reply');
  const ratings = entries.filter(entry => entry.type === 'rating');
  await insert(
    query,
    `INSERT INTO journal_reply (${REPLY})`,
    'ON CONFLICT (id) DO NOTHING',
    replies.map(entry => replyRow(entry, identity)),
  );
  await writeRatings(query, ratings, identity, kept);
  for (const entry of replies) if (entry.shown !== '') await writePick(query, entry, identity, kept);
}

async function insert(query: Query, into: string, conflict: string, rows: readonly Value[][]): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) {
    const part = rows.slice(from, from + ROWS);
    const marks = part.map(row => `(${row.map(() => '?').join(', ')})`).join(', ');
    await query(`${into} VALUES ${marks} ${conflict}`, part.flat());
  }
}

function replyRow(entry: ReplyEntry, identity: Identity): Value[] {
  const { platform, person, channel, request } = entry.origin;
  return [
    entry.id,
    entry.at,
    identity.of(platform, 'request', request),
    platform,
    identity.of(platform, 'person', person),
    identity.of(platform, 'channel', channel),
    entry.command,
    entry.kind,
    JSON.stringify(entry.topics),
    JSON.stringify(entry.offered),
    entry.nearest,
    entry.confidence,
    entry.handoff,
    entry.text,
    entry.key,
  ];
}

/** Of several ratings of one reply by one person the last counts. */
async function writeRatings(
  query: Query,
  entries: readonly RatingEntry[],
  identity: Identity,
  kept: TextKept,
): Promise<void> {
  const last = new Map<string, Value[]>();
  const rated = new Map<string, RatingEntry>();
  for (const entry of entries) {
    const { platform, person: raw } = entry.origin;
    const request = identity.of(platform, 'request', entry.request);
    const person = identity.of(platform, 'person', raw);
    last.set(`${request} ${person}`, [request, person, entry.at, entry.helpful ? 1 : 0, JSON.stringify(entry.topics)]);
    if (!rated.has(request) || entry.text !== null) rated.set(request, entry);
  }
  // Always in the same order, so that two replicas never wait for each other in a circle.
  const rows = [...last].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  await insert(
    query,
    'INSERT INTO journal_rating (request, person, at, helpful, topics)',
    'ON CONFLICT (request, person) DO UPDATE SET at = excluded.at, helpful = excluded.helpful, topics = excluded.topics',
    rows,
  );
  for (const [request, { text, key }] of [...rated].sort(([a], [b]) => (a < b ? -1 : 1))) {
    await query(
      `UPDATE journal_reply SET down = (SELECT COUNT(*) FROM journal_rating
        WHERE journal_rating.request = journal_reply.request AND helpful = 0) WHERE request = ?`,
      [request],
    );
    if (kept !== 'misses') continue;
    // The words of an answer are kept as long as somebody votes against it.
    if (text !== null)
      await query(
        `UPDATE journal_reply SET text = ?, key = ?
          WHERE request = ? AND kind = 'answer' AND handoff = '' AND text IS NULL AND down > 0`,
        [text, key, request],
      );
    await query(`UPDATE journal_reply SET text = NULL, key = NULL WHERE request = ? AND kind = 'answer' AND down = 0`, [
      request,
    ]);
  }
}

/** Somebody who was offered an entry and then opens it has picked it: the question is answered, and its words are not kept any longer. */
async function writePick(query: Query, entry: ReplyEntry, identity: Identity, kept: TextKept): Promise<void> {
  const { platform, person, channel } = entry.origin;
  const dropped = kept === 'all' ? '' : ', text = NULL, key = NULL';
  await query(
    `UPDATE journal_reply SET picked = ?${dropped} WHERE id = (
      SELECT id FROM journal_reply
      WHERE person = ? AND platform = ? AND channel = ? AND kind = 'choices' AND picked = '' AND at <= ? AND at > ? AND offered LIKE ?
      ORDER BY at DESC, id LIMIT 1)`,
    [
      entry.shown,
      identity.of(platform, 'person', person),
      platform,
      identity.of(platform, 'channel', channel),
      entry.at,
      entry.at - LONGEST_CHOICE,
      `%"${entry.shown}"%`,
    ],
  );
}
