import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { TEXT_KEPT, type TextKept } from '../../curation/miss.ts';
import { choice, type Environment, type Reading, secret, wholeNumber } from '../settings.ts';

export interface JournalConfig {
  readonly database:
    | { readonly kind: 'sqlite'; readonly path: string }
    | { readonly kind: 'postgres'; readonly url: string };
  readonly text: TextKept;
  readonly retentionDays: number;
  /** folder of the key that is made at the first start */
  readonly keyFolder: string;
  /** the key from the environment, shared by several replicas */
  readonly key?: string;
}

/** A key that can be guessed would give away who asked. */
const SHORTEST_KEY = 32;

/** @param take gathers the faults */
export function readJournalConfig(
  env: Environment,
  dataDir: string,
  take: <T>(reading: Reading<T>, instead: T) => T,
): JournalConfig {
  const key = take(journalKey(env), undefined);
  return {
    database: take(database(env, dataDir), { kind: 'sqlite', path: '' }),
    text: take(choice(env, 'JOURNAL_TEXT', TEXT_KEPT, 'misses'), 'misses'),
    retentionDays: take(wholeNumber(env, 'RETENTION_DAYS', 90, 1, 3650), 90),
    keyFolder: dataDir,
    ...(key === undefined ? {} : { key }),
  };
}

function journalKey(env: Environment): Reading<string | undefined> {
  const read = secret(env, 'JOURNAL_KEY');
  if ('fault' in read || read.value === undefined || read.value.length >= SHORTEST_KEY) return read;
  return {
    fault: `JOURNAL_KEY has ${read.value.length} characters; expected a secret of at least ${SHORTEST_KEY}, such as the output of "openssl rand -hex 32"`,
  };
}

const EXPECTED = 'expected file:, followed by a path, or postgres://user:password@host/database';

function database(env: Environment, dataDir: string): Reading<JournalConfig['database']> {
  const read = secret(env, 'DATABASE_URL');
  if ('fault' in read) return read;
  const { value } = read;
  if (value === undefined) return { value: { kind: 'sqlite', path: join(dataDir, 'journal.sqlite') } };
  // An address may hold a password, so a fault shows no more than how it begins.
  const scheme = /^([a-z][a-z0-9+.-]{0,20}):/i.exec(value)?.[1]?.toLowerCase();
  if (scheme === 'postgres' || scheme === 'postgresql')
    return URL.canParse(value) && new URL(value).pathname.length > 1
      ? { value: { kind: 'postgres', url: value } }
      : { fault: `DATABASE_URL begins with "${scheme}:" but names no database; ${EXPECTED}` };
  if (scheme !== 'file')
    return {
      fault: `DATABASE_URL ${scheme === undefined ? 'has no scheme' : `begins with "${scheme}:"`}; ${EXPECTED}`,
    };
  const path = filePath(value);
  return path === undefined
    ? { fault: `DATABASE_URL is "${value}", which is no path; ${EXPECTED}` }
    : { value: { kind: 'sqlite', path } };
}

/** file:data/journal.sqlite, file:/data/journal.sqlite and file:///data/journal.sqlite */
function filePath(value: string): string | undefined {
  const rest = value.slice('file:'.length);
  if (rest === '' || rest.endsWith('/')) return undefined;
  if (!rest.startsWith('//')) return rest;
  try {
    return fileURLToPath(value);
  } catch {
    return undefined;
  }
}
