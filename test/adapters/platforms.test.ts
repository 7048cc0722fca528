import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bot, startBot } from '../bot.ts';
import { freePort } from '../free-port.ts';
import { excerpt } from '../knowledge/excerpt.ts';
import { read } from './slack/double/reading.ts';
import { BOT_TOKEN, createSlackDouble, SIGNING_SECRET, type SlackDouble } from './slack/double/slack.ts';

const MAIN = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));

let slack: SlackDouble;
let place = '';
let port = 0;
const bots: Bot[] = [];

beforeEach(async () => {
  slack = await createSlackDouble('http');
  place = mkdtempSync(join(tmpdir(), 'signpost-platforms-'));
  port = await freePort();
});
afterEach(async () => {
  for (const bot of bots.splice(0)) bot.child.kill('SIGKILL');
  await slack.close();
  rmSync(place, { recursive: true, force: true });
});

function start(more: Readonly<Record<string, string>> = {}): Bot {
  slack.eventsUrl = `http://127.0.0.1:${port}/slack/events`;
  const bot = startBot(port, {
    SLACK_MODE: 'http',
    SLACK_BOT_TOKEN: BOT_TOKEN,
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.apiUrl,
    DATA_DIR: join(place, 'data'),
    LOG_LEVEL: 'info',
    ...more,
  });
  bots.push(bot);
  return bot;
}

async function status(path: string): Promise<number> {
  return (await fetch(`http://127.0.0.1:${port}${path}`)).status;
}

/** Waits until something holds. */
async function until(holds: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 600; turn++) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('it never held');
}

describe('the bot serving a platform', () => {
  test('shares its port between the platform, health, readiness and metrics, and ends with 0', async () => {
    const bot = start();
    await bot.ready();
    const answer = await slack.command('do I need a degree to get hired?');
    expect(read(answer.body)).toContain('degree');
    expect(await status('/healthz')).toBe(200);
    expect(await bot.readiness()).toMatch(/^ok knowledge: \d+ entries, .*\nok journal: .*\nok slack: /);
    expect(await bot.metric('signpost_questions_total')).toBe(1);
    expect(await bot.metric('signpost_confidence_count')).toBe(1);
    expect(await bot.metric('signpost_ready', '{part="slack"}')).toBe(1);
    expect(await bot.stop()).toBe(0);
  });

  test('its health can be asked by a container without loading the whole program', async () => {
    const env = {
      PATH: process.env['PATH'] ?? '',
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_APP_TOKEN: 'xapp-any',
      PORT: String(port),
    };
    const asked = (host: string): Promise<number | null> =>
      new Promise(resolve => {
        const child = spawn(process.execPath, [MAIN, 'health'], { env: { ...env, HOST: host }, stdio: 'ignore' });
        child.once('exit', code => resolve(code));
      });
    expect(await asked('127.0.0.1')).toBe(1);
    const bot = start();
    await bot.ready();
    expect(await asked('127.0.0.1')).toBe(0);
    expect(await asked('0.0.0.0')).toBe(0);
    bot.child.kill('SIGSTOP');
    expect(await asked('127.0.0.1')).toBe(1);
    bot.child.kill('SIGCONT');
  });

  test('what people write is in no line of the log below debug; one request id ties the lines together', async () => {
    const bot = start({ LOG_LEVEL: 'debug' });
    await bot.ready();
    await slack.command('do I need a degree, says Quetzalcoatl?');
    await until(() => bot.lines.some(line => line.includes('"msg":"asked"')));
    const lines = bot.lines.map(line => JSON.parse(line) as Record<string, unknown>);
    const [asked] = lines.filter(line => line['msg'] === 'asked');
    const [answered] = lines.filter(line => line['msg'] === 'answered');
    expect(asked).toMatchObject({ level: 'debug', request: expect.stringMatching(/./) });
    expect(answered).toMatchObject({ level: 'info', platform: 'slack', request: asked?.['request'] });
    const quiet = lines.filter(line => line['level'] !== 'debug').map(line => JSON.stringify(line));
    expect(quiet.join('\n')).not.toMatch(/Quetzalcoatl/i);
    for (const secret of [BOT_TOKEN, SIGNING_SECRET]) expect(bot.lines.join('\n')).not.toContain(secret);
  });

  test('a wrong token ends it with 2 and a plain word', async () => {
    const bot = start({ SLACK_BOT_TOKEN: 'xoxb-wrong-token' });
    expect(await bot.exited).toBe(2);
    expect(bot.lines.join('\n')).toMatch(/SLACK_BOT_TOKEN/);
    expect(bot.lines.join('\n')).not.toContain('xoxb-wrong-token');
  });

  test('a port in use ends it with 2 before it connects', async () => {
    const other = createServer().listen(port, '127.0.0.1');
    const bot = start();
    expect(await bot.exited).toBe(2);
    expect(bot.lines.join('\n')).toContain(`PORT is "${port}"; expected a free port`);
    expect(slack.workspace.calls).toEqual([]);
    other.close();
  });

  test('a platform that cannot be reached leaves it alive, unready, and able to end', async () => {
    slack.faults.outage = true;
    const bot = start();
    await until(() =>
      status('/healthz').then(
        code => code === 200,
        () => false,
      ),
    );
    expect(await status('/readyz')).toBe(503);
    expect(await bot.readiness()).toMatch(/^not ready slack: /m);
    slack.faults.outage = false;
    await bot.ready();
    expect(await bot.stop()).toBe(0);
  });

  test('edited knowledge is taken over while it serves; a broken edit is told and changes nothing', async () => {
    const folder = join(place, 'knowledge');
    for (const { path, text } of excerpt()) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const extra = join(folder, 'faq/zebra.yaml');
    const offered = async (): Promise<string> => read((await slack.command('where do zebras cross or walk?')).body);
    const bot = start({ KNOWLEDGE_DIR: folder });
    await bot.ready();
    writeFileSync(extra, '- id: zebra\n  question: Where do zebras cross?\n  answer: At the **stripes**.\n');
    await until(async () => (await bot.metric('signpost_reloads_total', '{result="loaded"}')) === 1);
    expect(await offered()).toContain('Where do zebras cross?');
    writeFileSync(extra, '- id: zebra\n  question: [Where\n');
    await until(async () => (await bot.metric('signpost_reloads_total', '{result="refused"}')) === 1);
    expect(await bot.readiness()).toMatch(/^ok knowledge: .*not taken over: .*faq\/zebra\.yaml:\d+:\d+: /);
    // Lines of the log are written a few at a time.
    await until(() => /faq\/zebra\.yaml:\d+:\d+: /.test(bot.lines.join('\n')));
    expect(await offered()).toContain('Where do zebras cross?');
    writeFileSync(extra, '- id: zebra\n  question: Where do zebras walk?\n  answer: At the **lights**.\n');
    bot.child.kill('SIGHUP');
    await until(async () => (await bot.metric('signpost_reloads_total', '{result="loaded"}')) === 2);
    expect(await offered()).toContain('Where do zebras walk?');
    expect(await bot.readiness()).not.toContain('not taken over');
  });
});
