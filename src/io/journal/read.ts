import type { Miss } from '../../curation/miss.ts';
import type { Stored, Usage } from '../../curation/usage.ts';
import { listIn, numberIn, type Query, textIn } from './database.ts';

/** Different questions that are looked at for an operator; the most frequent come first. */
const MOST_MISSES = 5000;
const MOST_SHOWN_TEXTS = 10;

const MISSED = `((r.kind = 'unknown' AND r.handoff = '') OR (r.kind = 'choices' AND r.picked = '') OR r.kind = 'failed' OR r.down > 0)`;

/** Questions that were asked in vain and are not marked as done, most frequent first, then newest. */
export async function readMisses(query: Query, most = MOST_MISSES): Promise<Miss[]> {
  const rows = await query(
    `SELECT r.key AS key, MAX(r.command) AS command, MIN(r.text) AS text, MAX(r.nearest) AS nearest,
      SUM(CASE WHEN r.kind = 'unknown' THEN 1 ELSE 0 END) AS unknown,
      SUM(CASE WHEN r.kind = 'choices' THEN 1 ELSE 0 END) AS unpicked,
      SUM(CASE WHEN r.kind = 'failed' THEN 1 ELSE 0 END) AS failed,
      SUM(r.down) AS down, COUNT(*) AS count, MIN(r.at) AS first, MAX(r.at) AS last
    FROM journal_reply r LEFT JOIN journal_done d ON d.key = r.key
    WHERE r.key IS NOT NULL AND (d.at IS NULL OR r.at > d.at) AND ${MISSED}
    GROUP BY r.key ORDER BY COUNT(*) DESC, MAX(r.at) DESC, r.key LIMIT ${most}`,
  );
  return rows.map(row => ({
    key: textIn(row, 'key'),
    text: textIn(row, 'text'),
    command: textIn(row, 'command'),
    nearest: textIn(row, 'nearest'),
    unknown: numberIn(row, 'unknown'),
    unpicked: numberIn(row, 'unpicked'),
    failed: numberIn(row, 'failed'),
    down: numberIn(row, 'down'),
    count: numberIn(row, 'count'),
    first: numberIn(row, 'first'),
    last: numberIn(row, 'last'),
  }));
}

/** Misses whose words are not kept, so that nothing but their number can be told. */
export async function countWordless(query: Query): Promise<number> {
  const [row] = await query(`SELECT COUNT(*) AS count FROM journal_reply r WHERE r.key IS NULL AND ${MISSED}`);
  return row ? numberIn(row, 'count') : 0;
}

export async function readUsage(query: Query): Promise<Usage> {
  const counted = (columns: string, where: string, table = 'journal_reply') =>
    query(
      `SELECT ${columns}, COUNT(*) AS count FROM ${table} WHERE ${where} GROUP BY ${columns} ORDER BY COUNT(*) DESC, ${columns}`,
    );
  const [oldest] = await query('SELECT MIN(at) AS since FROM journal_reply');
  const since = oldest ? numberIn(oldest, 'since') : 0;
  return {
    ...(since > 0 ? { since } : {}),
    kinds: (await counted('kind', 'id IS NOT NULL')).map(row => ({
      kind: textIn(row, 'kind'),
      count: numberIn(row, 'count'),
    })),
    platforms: (await counted('platform', 'id IS NOT NULL')).map(row => ({
      platform: textIn(row, 'platform'),
      count: numberIn(row, 'count'),
    })),
    answered: (await counted('topics', `kind = 'answer'`)).map(row => ({
      topics: listIn(row, 'topics'),
      count: numberIn(row, 'count'),
    })),
    offered: (await counted('offered, picked', `kind = 'choices'`)).map(row => ({
      topics: listIn(row, 'offered'),
      picked: textIn(row, 'picked'),
      count: numberIn(row, 'count'),
    })),
    rated: (await counted('topics, helpful', 'request IS NOT NULL', 'journal_rating')).map(row => ({
      topics: listIn(row, 'topics'),
      helpful: numberIn(row, 'helpful') === 1,
      count: numberIn(row, 'count'),
    })),
    handoffs: (await counted('handoff', `handoff <> ''`)).map(row => ({
      handoff: textIn(row, 'handoff'),
      count: numberIn(row, 'count'),
    })),
  };
}

/** @param person hash of the person */
export async function readStored(query: Query, person: string): Promise<Stored> {
  const [about] = await query(
    'SELECT COUNT(*) AS replies, MIN(at) AS since, COUNT(text) AS texts FROM journal_reply WHERE person = ?',
    [person],
  );
  const [votes] = await query('SELECT COUNT(*) AS ratings, MIN(at) AS since FROM journal_rating WHERE person = ?', [
    person,
  ]);
  const texts = await query(
    `SELECT text FROM journal_reply WHERE person = ? AND text IS NOT NULL ORDER BY at DESC, id LIMIT ${MOST_SHOWN_TEXTS}`,
    [person],
  );
  const begun = [about, votes].map(row => (row ? numberIn(row, 'since') : 0)).filter(at => at > 0);
  return {
    replies: about ? numberIn(about, 'replies') : 0,
    ratings: votes ? numberIn(votes, 'ratings') : 0,
    ...(begun.length > 0 ? { since: Math.min(...begun) } : {}),
    texts: texts.map(row => textIn(row, 'text')),
    textCount: about ? numberIn(about, 'texts') : 0,
  };
}

/** Deletes everything about a person. Votes that the person gave are no longer counted. */
export async function deletePerson(query: Query, person: string): Promise<void> {
  await query(
    `UPDATE journal_reply SET down = down - 1
      WHERE down > 0 AND request IN (SELECT request FROM journal_rating WHERE person = ? AND helpful = 0)`,
    [person],
  );
  await query('DELETE FROM journal_rating WHERE person = ?', [person]);
  await query(
    `DELETE FROM journal_rating WHERE request IN (SELECT request FROM journal_reply WHERE person = ? AND request <> '')`,
    [person],
  );
  await query('DELETE FROM journal_reply WHERE person = ?', [person]);
}

/** Deletes what is older than may be kept. */
export async function deleteBefore(query: Query, at: number): Promise<void> {
  await query('DELETE FROM journal_reply WHERE at < ?', [at]);
  await query('DELETE FROM journal_rating WHERE at < ?', [at]);
  await query('DELETE FROM journal_done WHERE at < ?', [at]);
}

export async function markDone(query: Query, keys: readonly string[], at: number): Promise<void> {
  for (const key of [...keys].sort())
    await query('INSERT INTO journal_done (key, at) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET at = excluded.at', [
      key,
      at,
    ]);
}
