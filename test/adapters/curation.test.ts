import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'signpost-inbox-'));
const knowledge = join(home, 'knowledge');
afterAll(() => rmSync(home, { recursive: true, force: true }));

interface Result {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    cwd: home,
    env: { PATH: process.env['PATH'] ?? '', DATA_DIR: 'data', ...env },
  });
}

async function run(args: readonly string[], input = '', env: Record<string, string> = {}): Promise<Result> {
  const child = start(args, env);
  let [out, err] = ['', ''];
  child.stdout!.setEncoding('utf8').on('data', text => {
    out += text;
  });
  child.stderr!.setEncoding('utf8').on('data', text => {
    err += text;
  });
  child.stdin!.end(input);
  const code = await new Promise<number | null>(resolve => child.once('close', resolve));
  return { code, out, err };
}

interface Item {
  readonly id: string;
  readonly question: string;
  readonly count: number;
  readonly first: string;
}
const items = async (): Promise<readonly Item[]> =>
  (JSON.parse((await run(['inbox', '--json'])).out) as { items: readonly Item[] }).items;
const idOf = async (word: string): Promise<string> =>
  (await items()).find(({ question }) => question.includes(word))!.id;

describe('inbox and stats from the command line', () => {
  beforeAll(() => {
    cpSync(fileURLToPath(new URL('../../knowledge', import.meta.url)), knowledge, { recursive: true });
  });

  test('before the first question there is nothing, and none is made by looking', async () => {
    const { code, out } = await run(['inbox']);
    expect([code, out]).toEqual([0, expect.stringContaining('no journal yet at data/journal.sqlite')]);
    expect(JSON.parse((await run(['inbox', '--json'])).out)).toEqual({ items: [], wordless: 0 });
    expect((await run(['stats'])).out).toContain('journal is empty');
    expect(existsSync(join(home, 'data/journal.sqlite'))).toBe(false);
  });

  test('what was asked in vain in a conversation is listed, while the bot runs', async () => {
    const bot = start([]);
    bot.stdin!.write(
      'how do I become an astronaut?\ncan a developer become an astronaut\nhow much does a junior earn\n',
    );
    for (let seen = ''; !/Sources[\s\S]*Sources|earn[\s\S]*Sources/.test(seen); )
      seen += await new Promise<string>(resolve => bot.stdout!.once('data', data => resolve(String(data))));
    while (!existsSync(join(home, 'data/journal.sqlite')) || (await items()).length === 0);
    const { code, out } = await run(['inbox']);
    expect(code).toBe(0);
    expect(out).toMatch(/1 thing, asked twice[\s\S]*astronaut[\s\S]*twice[\s\S]*also[\s\S]*inbox --patch/);
    bot.stdin!.end();
    await new Promise(resolve => bot.once('close', resolve));
    expect((await items()).map(({ count, first }) => [count, Number.isNaN(Date.parse(first))])).toEqual([[2, false]]);
  });

  test('a patch is shown without changing anything, then made with --write', async () => {
    const id = await idOf('astronaut');
    const before = readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8');
    const shown = await run(['inbox', '--patch', id.slice(0, 6), '--entry', 'career-change-into-dev']);
    expect(shown).toMatchObject({ code: 0, err: expect.stringContaining('git apply') });
    expect(shown.out).toMatch(
      /^--- a\/knowledge\/faq\/start\.yaml\n\+\+\+ b\/knowledge\/faq\/start\.yaml\n@@ [\s\S]*\+ {6}- .*astronaut/,
    );
    expect(readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8')).toBe(before);
    const json = JSON.parse((await run(['inbox', '--patch', id, '--entry', 'career-change-into-dev', '--json'])).out);
    expect(json).toMatchObject({
      id,
      entry: 'career-change-into-dev',
      files: ['knowledge/faq/start.yaml'],
      written: false,
    });
    expect(json.diff.trimEnd()).toBe(shown.out.trimEnd());
    const written = await run(['inbox', '--patch', id, '--entry', 'career-change-into-dev', '--write']);
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('Changed knowledge/faq/start.yaml') });
    expect(readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8')).not.toBe(before);
    expect((await run(['check'])).code).toBe(0);
  });

  test('what is done is off the list until it is asked again', async () => {
    const id = await idOf('astronaut');
    expect(await run(['inbox', 'done', id])).toMatchObject({ code: 0, out: expect.stringContaining('astronaut') });
    expect((await run(['inbox'])).out).toContain('Nothing waits here');
    await run([], 'how do I become an astronaut?\n', {
      KNOWLEDGE_DIR: fileURLToPath(new URL('../../knowledge', import.meta.url)),
    });
    expect((await items()).map(({ count }) => count)).toEqual([1]);
  });

  test('stats tell what was used, as text and as JSON', async () => {
    const text = await run(['stats']);
    expect(text).toMatchObject({
      code: 0,
      out: expect.stringMatching(/4 replies since[\s\S]*Used most[\s\S]*Never used/),
    });
    const stats = JSON.parse((await run(['stats', '--json'])).out);
    expect(stats).toMatchObject({ replies: 4, since: expect.stringMatching(/^20\d\d-/) });
    expect(stats.neverUsed.length).toBeGreaterThan(100);
    expect(stats.oldFigures.length).toBeGreaterThan(0);
  });

  test.each([
    [['inbox', 'undo'], /knows "done"/],
    [['inbox', 'done'], /inbox done ID/],
    [['inbox', 'done', 'ffffffffff'], /no item "ffffffffff"/],
    [['inbox', '--patch', 'ffffffffff'], /no item "ffffffffff"/],
    [['inbox', '--write'], /belong to --patch/],
    [['stats', '--knowledge', 'nowhere'], /does not exist/],
  ])('%j cannot be done: exit 2 and a reason', async (args, reason) => {
    expect(await run(args)).toEqual({ code: 2, out: '', err: expect.stringMatching(reason) });
  });

  test('a database that cannot be read: exit 2 and a reason, without the password', async () => {
    writeFileSync(join(home, 'letter.txt'), 'This is a letter and no database. '.repeat(200));
    expect(await run(['inbox'], '', { DATABASE_URL: 'file:letter.txt' })).toMatchObject({
      code: 2,
      err: expect.stringMatching(/letter\.txt: this file is not a journal/),
    });
    const away = await run(['stats'], '', { DATABASE_URL: 'postgres://me:sesame@127.0.0.1:1/journal' });
    expect(away).toMatchObject({ code: 2, err: expect.stringContaining('PostgreSQL at 127.0.0.1:1/journal') });
    expect(away.err).not.toContain('sesame');
  });

  test('serve does not begin with a database that can never work', async () => {
    const result = await run(['serve'], '', {
      DATABASE_URL: 'file:letter.txt',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_APP_TOKEN: 'xapp-1',
      SLACK_API_URL: 'http://127.0.0.1:1/',
    });
    expect(result).toMatchObject({ code: 2, err: expect.stringContaining('The journal cannot be kept.') });
  });
});
