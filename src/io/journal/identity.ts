import { createHash, createHmac, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseFault } from './database.ts';

/** Turns ids of people, channels and requests into hashes that nobody can turn back without the key. */
export interface Identity {
  /** 22 characters that are always the same for the same id; the empty text for no id */
  of(platform: string, kind: 'person' | 'channel' | 'request', id: string | undefined): string;
  /** tells one key from another without giving it away */
  readonly fingerprint: string;
}

export const KEY_FILE = 'journal.key';
const KEY_BYTES = 32;

/** HMAC-SHA-256, cut to 128 bits: two people are never taken for one, and ids cannot be guessed without the key. */
export function createIdentity(key: string): Identity {
  return {
    of: (platform, kind, id) =>
      id === undefined || id === ''
        ? ''
        : createHmac('sha256', key).update(`${kind}\0${platform}\0${id}`).digest('base64url').slice(0, 22),
    fingerprint: createHash('sha256').update(`fingerprint\0${key}`).digest('hex').slice(0, 16),
  };
}

/**
 * The key that is kept in the data folder, made at the first start. Programs that start at once all get the same one.
 * @throws DatabaseFault where it can be neither read nor made
 */
export async function keyIn(folder: string): Promise<string> {
  const path = join(folder, KEY_FILE);
  const found = await existing(path);
  if (found !== undefined) return found;
  const unfinished = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const line = `${randomBytes(KEY_BYTES).toString('hex')}\n`;
  const ifNew = { mode: 0o600, flag: 'wx' };
  const unlessThere = (error: unknown): void => {
    if (codeOf(error) !== 'EEXIST') throw error;
  };
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, line, ifNew);
    // A link never replaces a file: of several programs the first wins, and no reader sees half a key.
    await link(unfinished, path).catch(error =>
      // Some disks know no links.
      codeOf(error) === 'EEXIST' ? undefined : writeFile(path, line, ifNew).catch(unlessThere),
    );
  } catch (error) {
    throw cannot(path, 'made', error);
  } finally {
    await rm(unfinished, { force: true }).catch(() => {});
  }
  const made = await existing(path);
  if (made === undefined) throw cannot(path, 'read', undefined);
  return made;
}

async function existing(path: string): Promise<string | undefined> {
  let key: string;
  try {
    key = (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw cannot(path, 'read', error);
  }
  if (key.length >= KEY_BYTES) return key;
  throw new DatabaseFault(
    'final',
    `${path} does not hold a key. Restore it from a back-up, or remove it to begin anew.`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function cannot(path: string, done: 'made' | 'read', error: unknown): DatabaseFault {
  const code = codeOf(error);
  return new DatabaseFault(
    /ENOSPC|EDQUOT|EIO/.test(code) ? 'passing' : 'final',
    `${path}: the key of the journal cannot be ${done}${code === '' ? '' : ` (${code})`}. Let the user that runs the bot write in that folder, or set JOURNAL_KEY.`,
    error,
  );
}
