import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../../src/io/config.ts';
import { createIdentity, KEY_FILE, keyIn } from '../../../src/io/journal/identity.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-key-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const journal = (env: Record<string, string>) => {
  const read = readConfig(env);
  return 'config' in read ? read.config.journal : read.faults;
};

describe('the settings of the journal', () => {
  test('without any it is a file in the data folder', () => {
    expect(journal({})).toEqual({
      database: { kind: 'sqlite', path: 'data/journal.sqlite' },
      text: 'misses',
      retentionDays: 90,
      keyFolder: 'data',
    });
    expect(journal({ DATA_DIR: '/data' })).toMatchObject({ database: { path: '/data/journal.sqlite' } });
  });

  test.each([
    ['file:journal.db', 'journal.db'],
    ['file:/var/lib/journal.db', '/var/lib/journal.db'],
    ['file:///var/lib/my%20journal.db', '/var/lib/my journal.db'],
  ])('%s', (url, path) => {
    expect(journal({ DATABASE_URL: url })).toMatchObject({ database: { kind: 'sqlite', path } });
  });

  test.each(['postgres://a:b@db/journal', 'postgresql://a@db:5433/journal?sslmode=require'])('%s', url => {
    expect(journal({ DATABASE_URL: url })).toMatchObject({ database: { kind: 'postgres', url } });
  });

  test('all faults at once, and no secret in any of them', () => {
    const faults = journal({
      DATABASE_URL: 'mysql://root:sesame@db/x',
      JOURNAL_TEXT: 'some',
      RETENTION_DAYS: '0',
      JOURNAL_KEY: 'sesame',
    });
    expect(faults).toEqual([
      expect.stringMatching(/^JOURNAL_KEY has 6 characters; expected/),
      expect.stringMatching(/^DATABASE_URL begins with "mysql:"; expected file:/),
      'JOURNAL_TEXT is "some"; expected one of none, misses, all',
      'RETENTION_DAYS is "0"; expected a whole number from 1 to 3650',
    ]);
    expect(String(faults)).not.toContain('sesame');
  });

  test.each(['postgres://db', 'file:', 'file:data/', 'journal.db', 'file://other-host/x'])(
    'an address that names no database is refused: %s',
    url => {
      expect(journal({ DATABASE_URL: url })).toEqual([expect.stringMatching(/^DATABASE_URL .*; expected /)]);
    },
  );

  test('secrets may come from files', () => {
    const path = join(folder, 'url');
    writeFileSync(path, 'postgres://a:b@db/journal\n');
    const key = join(folder, 'secret');
    writeFileSync(key, `${'k'.repeat(40)}\n`);
    expect(journal({ DATABASE_URL_FILE: path, JOURNAL_KEY_FILE: key })).toMatchObject({
      database: { kind: 'postgres' },
      key: 'k'.repeat(40),
    });
  });
});

describe('the key of the hashes', () => {
  test('is made once, for the owner alone, whoever asks first', async () => {
    const home = join(folder, 'home');
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyIn(home)));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(join(home, KEY_FILE)).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(home, KEY_FILE), 'utf8').trim()).toBe(await keyIn(home));
  });

  test('is not replaced where it is damaged', async () => {
    writeFileSync(join(folder, KEY_FILE), 'short\n');
    await expect(keyIn(folder)).rejects.toThrow(/does not hold a key/);
  });

  test('says where it cannot be made', async () => {
    writeFileSync(join(folder, 'file'), '');
    await expect(keyIn(join(folder, 'file'))).rejects.toThrow(/JOURNAL_KEY/);
  });

  test('tells people, platforms and kinds of ids apart, and gives none of them away', () => {
    const [one, other] = [createIdentity('a'.repeat(32)), createIdentity('b'.repeat(32))];
    const hashes = [
      one.of('discord', 'person', '1'),
      one.of('slack', 'person', '1'),
      one.of('discord', 'channel', '1'),
      one.of('discord', 'person', '2'),
      other.of('discord', 'person', '1'),
    ];
    expect(new Set(hashes).size).toBe(5);
    for (const hash of hashes) expect(hash).toMatch(/^[\w-]{22}$/);
    expect(one.of('discord', 'person', '1')).toBe(hashes[0]);
    expect(one.of('discord', 'person', undefined)).toBe('');
    expect(one.fingerprint).not.toBe(other.fingerprint);
  });
});
