import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/io/config.ts';
import { createLog } from '../../src/io/log.ts';
import { createRedactor } from '../../src/io/redact.ts';
import { secretsOf, showConfig } from '../../src/io/show-config.ts';

const DISCORD = 'MTE4ODg4ODg4ODg4ODg4ODg4OA.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB';
const SIGNING = 'a"b\\c d/e+8f742231b10e8888abcd99y';
const config = configOf({
  DISCORD_TOKEN: DISCORD,
  SLACK_BOT_TOKEN: 'xoxb-111-222-aaaaaaaa',
  SLACK_MODE: 'http',
  SLACK_SIGNING_SECRET: SIGNING,
});

function configOf(env: Record<string, string>): Config {
  const read = readConfig(env);
  if ('faults' in read) throw new Error(read.faults.join());
  return read.config;
}
type Config = Extract<ReturnType<typeof readConfig>, { config: unknown }>['config'];

/** Everything that a log with the secrets of the configuration writes. */
function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('debug', secretsOf(config), { write: line => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  test('hides every configured secret, in messages, nested objects, errors and stacks, and stays JSON', () => {
    for (const secret of secretsOf(config)) {
      const error = new Error(`401 for ${secret}`, { cause: { headers: { authorization: secret } } });
      const text = logged(log => {
        log.info({ deep: { list: [{ secret }] } }, `with ${secret} inside`);
        log.error({ err: error }, 'failed');
        log.warn({ url: `https://example.org/?a=${encodeURIComponent(secret)}` }, 'address');
      });
      expect(text).not.toContain(secret);
      expect(text).not.toContain(JSON.stringify(secret).slice(1, -1));
      expect(text).not.toContain(encodeURIComponent(secret));
      expect(text.trim().split('\n')).toHaveLength(3);
      for (const line of text.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('time');
    }
  });

  test.each([
    ['a Slack token', 'xoxp-1234567890-abcdefABCDEF'],
    ['a Slack app token', 'xapp-1-A0000-123456-abcdef0123'],
    ['another Discord token', 'OTk5OTk5OTk5OTk5OTk5OTk5.Gxyz12.ZYXWVUTSRQPONMLKJIHGFEDCBA98'],
    [
      'an interaction token',
      'https://discord.com/api/v10/webhooks/123456789/aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEy/messages',
    ],
    ['an answer address', 'https://hooks.slack.com/commands/T0001/123456/abcdefGHIJ'],
    ['a bearer', 'Authorization: Bearer abcdef0123456789abcdef'],
    ['a database password', 'postgres://signpost:hunter2secret@db:5432/signpost'],
    ['a ticket', 'wss://wss-primary.slack.com/link/?ticket=abcdef-0123&app_id=1'],
  ])('hides %s that was never configured', (_, text) => {
    const secret = /(hunter2secret|abcdef[\w-]{4,}|aW50\w+|[\w-]{23,}\.[\w.-]+|x(?:oxp|app)-[\w-]+)/.exec(text)![1]!;
    expect(createRedactor([])(`before ${text} after`)).not.toContain(secret);
    expect(createRedactor([])(`before ${text} after`)).toMatch(/^before .*after$/);
  });

  test('leaves other text alone, and does not take long over it', () => {
    const plain = createRedactor(secretsOf(config));
    for (const text of [
      'Bot disconnected; trying again in 16 s',
      'ready: connected as Signpost#1234 to 3 servers',
      'faq/start.yaml:3:1: Unknown key "alternate". Did you mean "alternates"?',
      'https://docs.example.org/a/b?page=2',
    ])
      expect(plain(text)).toBe(text);
    const started = performance.now();
    for (const text of ['a-'.repeat(200_000), 'a://'.repeat(100_000), 'Bearer '.repeat(50_000), 'A.'.repeat(200_000)])
      plain(text);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  test('an empty or very short secret does not blank the log', () => {
    expect(createRedactor(['', 'a'])('a plain line')).toBe('a plain line');
  });
});

test('the settings are shown without secrets', () => {
  const shown = showConfig(config);
  for (const secret of secretsOf(config)) expect(shown).not.toContain(secret);
  expect(JSON.parse(shown)).toMatchObject({
    discord: { token: '[hidden]' },
    port: 8080,
    slack: { botToken: '[hidden]' },
  });
});
