import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const program = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'signpost-inbox-'));
const knowledge = join(home, 'knowledge');
afterAll(() => rmSync(home, { recursive: true, force: true }));

const KNOWLEDGE: Readonly<Record<string, string>> = {
  'faq/start.yaml': `- id: career-change
  question: How do I become a developer after another job?
  answer: Step by step.
  alternates:
    - can a nurse become a developer
    - from cook to programmer, how
`,
  'faq/money.yaml': `- id: salary
  question: How much does a junior earn?
  answer: That depends on the country.
  alternates:
    - junior pay
    - what do beginners get paid
- id: nobody-asked
  question: Which keyboard should I buy?
  answer: Any.
`,
  'sources.yaml': '- {id: paper, label: A paper}\n',
  'pay.yaml':
    '- {id: old, kind: pay, label: Pay, place: Norway, source: paper, currency: EUR, unit: per year, value: 1, year: 2020}\n',
};

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
    mkdirSync(join(knowledge, 'faq'), { recursive: true });
    for (const [path, text] of Object.entries(KNOWLEDGE)) writeFileSync(join(knowledge, path), text);
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
    bot.stdin!.write('where do lorikeets sleep?\ndo lorikeets sleep\nhow much does a junior earn\n');
    for (let seen = ''; !seen.includes('depends on the country'); )
      seen += await new Promise<string>(resolve => bot.stdout!.once('data', data => resolve(String(data))));
    while (!existsSync(join(home, 'data/journal.sqlite')) || (await items()).length === 0);
    const { code, out } = await run(['inbox']);
    expect(code).toBe(0);
    expect(out).toMatch(/1 thing, asked twice[\s\S]*lorikeets[\s\S]*twice[\s\S]*also[\s\S]*inbox --patch/);
    bot.stdin!.end();
    await new Promise(resolve => bot.once('close', resolve));
    expect((await items()).map(({ count, first }) => [count, Number.isNaN(Date.parse(first))])).toEqual([[2, false]]);
  });

  test('a patch is shown without changing anything, then made with --write', async () => {
    const id = await idOf('lorikeets');
    const before = readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8');
    const shown = await run(['inbox', '--patch', id.slice(0, 6), '--entry', 'career-change']);
    expect(shown).toMatchObject({ code: 0, err: expect.stringContaining('git apply') });
    expect(shown.out).toMatch(
      /^--- a\/knowledge\/faq\/start\.yaml\n\+\+\+ b\/knowledge\/faq\/start\.yaml\n@@ [\s\S]*\+ {4}- .*lorikeets/,
    );
    expect(readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8')).toBe(before);
    const json = JSON.parse((await run(['inbox', '--patch', id, '--entry', 'career-change', '--json'])).out);
    expect(json).toMatchObject({
      id,
      entry: 'career-change',
      files: ['knowledge/faq/start.yaml'],
      written: false,
    });
    expect(json.diff.trimEnd()).toBe(shown.out.trimEnd());
    const written = await run(['inbox', '--patch', id, '--entry', 'career-change', '--write']);
    expect(written).toMatchObject({ code: 0, out: expect.stringContaining('Changed knowledge/faq/start.yaml') });
    expect(readFileSync(join(knowledge, 'faq/start.yaml'), 'utf8')).not.toBe(before);
    expect((await run(['check'])).code).toBe(0);
  });

  test('what is done is off the list; what the patch has taught is answered', async () => {
    const id = await idOf('lorikeets');
    expect(await run(['inbox', 'done', id])).toMatchObject({ code: 0, out: expect.stringContaining('lorikeets') });
    expect((await run(['inbox'])).out).toContain('Nothing waits here');
    expect((await run([], 'where do lorikeets sleep?\n')).out).toContain('Step by step');
    expect(await items()).toEqual([]);
  });

  test('what is done comes back when it is asked again', async () => {
    await run([], 'is marmalade a fruit\n');
    await run(['inbox', 'done', await idOf('marmalade')]);
    expect(await items()).toEqual([]);
    await run([], 'Is marmalade a fruit??\n');
    expect((await items()).map(({ count }) => count)).toEqual([1]);
  });

  test('stats tell what was used, as text and as JSON', async () => {
    const text = await run(['stats']);
    expect(text).toMatchObject({
      code: 0,
      out: expect.stringMatching(/6 replies since[\s\S]*Used most[\s\S]*Figures older/),
    });
    const stats = JSON.parse((await run(['stats', '--json'])).out);
    expect(stats).toMatchObject({ replies: 6, since: expect.stringMatching(/^20\d\d-/) });
    expect(stats.entries).toContainEqual(expect.objectContaining({ topic: 'salary', answered: 1 }));
    expect(stats.neverUsed).toEqual(['nobody-asked']);
    expect(stats.oldFigures).toMatchObject([{ id: 'old', year: 2020 }]);
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
