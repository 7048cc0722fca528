import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VERSION } from '../../src/io/version.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist/adapters/main.js');
const TOKEN = 'MTE4ODg4ODg4ODg4ODg4ODg4OA.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB';

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

type Settings = Readonly<Record<string, string>>;

/** The built program, as people start it, with nothing of this machine's settings. */
function start(args: readonly string[], env: Settings = {}): { child: ChildProcess; ended: Promise<Ended> } {
  const child = spawn(process.execPath, [main, ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATA_DIR: join(place, 'data'), ...env },
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    err += text;
  });
  return { child, ended: new Promise(resolve => child.once('close', code => resolve({ code, out, err }))) };
}

function run(
  args: readonly string[],
  { env = {}, input = '' }: { env?: Settings; input?: string } = {},
): Promise<Ended> {
  const { child, ended } = start(args, env);
  child.stdin?.end(input);
  return ended;
}

let place = '';
const good = (): string => join(place, 'good');
const broken = (): string => join(place, 'broken');

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'signpost-main-'));
  for (const folder of [good(), broken()]) await mkdir(join(folder, 'faq'), { recursive: true });
  await writeFile(
    join(good(), 'faq/a.yaml'),
    '- id: tea\n  question: How do I make tea?\n  alternates: [making a cup of tea]\n  answer: Boil **water**.\n',
  );
  await writeFile(join(broken(), 'faq/a.yaml'), '- id: Tea Time\n  question: How?\n  anser: Boil.\n');
});
afterAll(() => rm(place, { recursive: true, force: true }));

describe('the program', () => {
  test('--help names every command and the exit codes', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const name of ['serve', 'ask', 'check', 'learn', 'health', 'Exit codes']) expect(out).toContain(name);
  });

  test('--version', async () => {
    expect(await run(['--version'])).toMatchObject({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  test.each([
    [['--nonsense'], 'unknown option'],
    [['ask', '--nonsense', 'x'], 'unknown option'],
    [['ask', '--batch'], 'argument missing'],
    [['frobnicate'], 'There is no command "frobnicate"'],
    [['check', 'a', 'b'], 'too many arguments'],
  ])('%j cannot start and says why', async (args, message) => {
    const { code, out, err } = await run(args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
  });

  test('a fault inside is an internal error, without the secret that its text holds', async () => {
    const broken = `performance.now=()=>{throw new Error('boom ${TOKEN}')}`;
    const { code, err } = await run(['ask', 'tea'], {
      env: { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(broken)}`, DISCORD_TOKEN: TOKEN },
    });
    expect(code).toBe(70);
    expect(err).toContain('Internal error: Error: boom [hidden]');
    expect(err).not.toContain(TOKEN);
  });
});

describe('ask', () => {
  test('answers in text', async () => {
    const { code, out, err } = await run(['ask', 'do', 'i', 'need', 'a', 'degree?']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('degree');
  });

  test('answers as one line of JSON', async () => {
    const { code, out } = await run(['ask', '--json', 'how much does a junior earn?']);
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(1);
    expect(JSON.parse(out)).toMatchObject({ id: null, question: 'how much does a junior earn?', kind: 'answer' });
  });

  test('explains what made the decision', async () => {
    const { code, out } = await run(['ask', '--explain', 'how much does a junior earn?']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toHaveProperty('explanation.decision');
  });

  test('answers from another folder', async () => {
    const { code, out } = await run(['ask', '--json', '--knowledge', good(), 'How do I make tea?']);
    expect(code).toBe(0);
    expect(JSON.parse(out).candidates[0].topic).toBe('tea');
  });

  test.each([[[]], [['   ']]])('without a question (%j) cannot start', async words => {
    const { code, out, err } = await run(['ask', ...words]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('What is the question?');
  });

  const LINES = [
    '{"id": 1, "question": "do i need a degree"}',
    'not json',
    '{"id": "x", "turns": ["how much does a junior earn", "and a senior?"]}',
    '',
    '{"id": 2, "turns": []}',
    '[1, 2]',
    '{"id": {"any": "thing"}, "question": ""}',
  ].join('\n');

  test.each([['a file'], ['standard input']])(
    'answers a batch from %s, in order, and goes on after bad lines',
    async from => {
      const file = join(place, 'batch.jsonl');
      await writeFile(file, LINES);
      const { code, out } = await (from === 'a file'
        ? run(['ask', '--batch', file])
        : run(['ask', '--batch', '-'], { input: LINES }));
      expect(code).toBe(1);
      const lines: Record<string, unknown>[] = out
        .trim()
        .split('\n')
        .map(line => JSON.parse(line));
      expect(lines.map(line => line['id'])).toEqual([1, null, 'x', null, null, { any: 'thing' }]);
      expect(lines[0]).toMatchObject({ kind: 'answer', question: 'do i need a degree' });
      expect(lines[1]).toEqual({ id: null, error: expect.stringContaining('line 2: not JSON') });
      expect(lines[2]).toMatchObject({ question: 'and a senior?' });
      expect(lines[5]).toMatchObject({ kind: 'unknown' });
    },
  );

  test('a batch without a bad line is fine', async () => {
    expect((await run(['ask', '--batch', '-'], { input: '{"question":"what is docker"}\n' })).code).toBe(0);
  });

  test.each([
    ['a file that is not there', 'nowhere.jsonl'],
    ['a folder', 'good'],
  ])('%s as a batch cannot start', async (_, name) => {
    const { code, out, err } = await run(['ask', '--batch', join(place, name)]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/^--batch is ".*", which cannot be read; expected a file/);
  });
});

describe('check', () => {
  test("finds no problem in the project's own knowledge", async () => {
    expect(await run(['check'])).toEqual({ code: 0, out: 'knowledge: no problem found\n', err: '' });
  });

  test('prints every problem with its place, then the count', async () => {
    const { code, out } = await run(['check', broken()]);
    const lines = out.trim().split('\n');
    expect(code).toBe(1);
    expect(lines.slice(0, -1).every(line => /^faq\/a\.yaml:\d+:\d+: ./.test(line))).toBe(true);
    expect(lines.at(-1)).toBe(`${broken()}: ${lines.length - 1} problems`);
  });

  test('a folder that is not there is a problem', async () => {
    const { code, out } = await run(['check', join(place, 'nowhere')]);
    expect(code).toBe(1);
    expect(out).toContain('does not exist');
  });
});

describe('broken knowledge', () => {
  test.each([[['ask', 'tea']], [['serve']]])(
    'stops %j before it starts, with the place of every problem',
    async args => {
      const { code, out, err } = await run(args, { env: { KNOWLEDGE_DIR: broken() }, input: 'tea\n' });
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/^faq\/a\.yaml:1:7: /m);
      expect(err).toMatch(/problems$/m);
    },
  );
});

describe('the configuration', () => {
  test('all faults are told at once, before anything connects, and without a secret', async () => {
    const { code, err } = await run(['serve'], {
      env: {
        PORT: 'abc',
        LOG_LEVEL: 'loud',
        LIMIT_PER_PERSON: '0',
        DISCORD_TOKEN: TOKEN,
        DISCORD_API_URL: 'discord.example',
        DISCORD_GUILD_ID: 'my server',
        SLACK_APP_TOKEN: 'xapp-1-secret-value',
      },
    });
    expect(code).toBe(2);
    for (const fault of [
      'PORT is "abc"; expected a whole number from 0 to 65535',
      'LOG_LEVEL is "loud"; expected one of fatal, error, warn, info, debug, trace, silent',
      'LIMIT_PER_PERSON is "0"; expected a whole number from 1 to 1000000',
      'DISCORD_API_URL is "discord.example"; expected an address',
      'DISCORD_GUILD_ID has "my server"; expected an id',
      'SLACK_BOT_TOKEN is not set, but SLACK_APP_TOKEN is',
    ])
      expect(err).toContain(fault);
    expect(err).not.toContain('secret-value');
    expect(err).not.toContain(TOKEN);
  });

  test.each([
    [{ SLACK_BOT_TOKEN: 'xoxb-1-secret' }, 'SLACK_APP_TOKEN is not set'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_MODE: 'http' }, 'SLACK_SIGNING_SECRET is not set'],
    [{ SLACK_BOT_TOKEN: 'xoxb-1-secret', SLACK_MODE: 'smoke' }, 'SLACK_MODE is "smoke"; expected one of socket, http'],
    [{ DISCORD_TOKEN: 'x', DISCORD_TOKEN_FILE: '/y' }, 'DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set'],
    [{ DISCORD_TOKEN_FILE: '/nowhere/token' }, 'DISCORD_TOKEN_FILE names /nowhere/token, which cannot be read'],
  ] as [Settings, string][])('half of it set (%j) cannot start', async (env, message) => {
    const { code, err } = await run(['serve'], { env });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).not.toContain('xoxb-1-secret');
  });

  test('is printed without secrets, whether they stand in the environment or in files', async () => {
    const file = join(place, 'token');
    await writeFile(file, `${TOKEN}\n`);
    const { code, out } = await run(['serve', '--print-config'], {
      env: {
        DISCORD_TOKEN_FILE: file,
        SLACK_BOT_TOKEN: 'xoxb-1-secret',
        SLACK_MODE: 'http',
        SLACK_SIGNING_SECRET: 'signing-secret-value',
        PORT: '9000',
      },
    });
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ port: 9000, discord: { token: '[hidden]' } });
    for (const secret of [TOKEN, 'xoxb-1-secret', 'signing-secret-value']) expect(out).not.toContain(secret);
  });
});

describe('serve without tokens', () => {
  test('answers the lines piped into it as one conversation', async () => {
    const { code, out } = await run([], { input: 'how much does a junior earn?\nand a senior?\n' });
    expect(code).toBe(0);
    expect(out).toMatch(/senior/i);
  });

  test('says what is missing when nothing comes at all', async () => {
    const { code, out, err } = await run(['serve']);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('DISCORD_TOKEN');
    expect(err).toContain('SLACK_BOT_TOKEN');
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s ends it with 0', async signal => {
    const { child, ended } = start([]);
    child.stdin?.write('what is docker?\n');
    await new Promise(resolve => child.stdout?.once('data', resolve));
    child.kill(signal);
    expect((await ended).code).toBe(0);
  });

  test('is healthy without a server to ask', async () => {
    expect((await run(['health'])).code).toBe(0);
  });
});
