import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../src/io/config.ts';

const folder = mkdtempSync(join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-secret', SLACK_APP_TOKEN: 'xapp-secret' };

function config(env: Record<string, string>): Config {
  const read = readConfig(env);
  if ('faults' in read) throw new Error(read.faults.join('\n'));
  return read.config;
}
function faults(env: Record<string, string>): string[] {
  const read = readConfig(env);
  return 'faults' in read ? read.faults : [];
}

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(config({})).toMatchObject({
      knowledgeDir: 'knowledge',
      dataDir: 'data',
      host: '127.0.0.1',
      port: 8080,
      logLevel: 'info',
    });
    expect(config({})).not.toHaveProperty('discord');
    expect(config({})).not.toHaveProperty('slack');
    expect(config({ PORT: '', LOG_LEVEL: '  ', DISCORD_TOKEN: ' ' })).toEqual(config({}));
  });

  test('connects what has tokens', () => {
    expect(config({ DISCORD_TOKEN: 'd' }).discord).toMatchObject({ token: 'd', apiUrl: 'https://discord.com/api' });
    expect(config(SLACK).slack).toMatchObject({
      botToken: 'xoxb-secret',
      connection: { mode: 'socket', appToken: 'xapp-secret' },
      apiUrl: 'https://slack.com/api/',
    });
    expect(config({ SLACK_BOT_TOKEN: 'b', SLACK_MODE: 'HTTP', SLACK_SIGNING_SECRET: 's' }).slack?.connection).toEqual({
      mode: 'http',
      signingSecret: 's',
    });
  });

  test('tells every fault at once, with name, what was found and what is expected', () => {
    const found = faults({
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      DISCORD_TOKEN: 'd',
      DISCORD_GUILD_ID: 'my server',
      DISCORD_API_URL: 'discord.com',
      SLACK_BOT_TOKEN: 'b',
    });
    expect(found).toHaveLength(5);
    const all = found.join('\n');
    expect(all).toContain('PORT is "abc"; expected a whole number from 0 to 65535');
    expect(all).toContain('LOG_LEVEL is "loud"; expected one of');
    expect(all).toContain('DISCORD_GUILD_ID has "my server"; expected an id');
    expect(all).toContain('DISCORD_API_URL is "discord.com"; expected an address');
    expect(all).toContain('SLACK_APP_TOKEN is not set; expected a token');
  });

  test.each([['-1'], ['65536'], ['1.5'], ['0x10'], ['8080 '.repeat(20)], ['١٢'], ['1e3'], ['99999999999999999999']])(
    'PORT "%s" is no port',
    port => {
      expect(faults({ PORT: port })).toHaveLength(1);
    },
  );

  test('a platform that is half set is a fault, also without its token', () => {
    expect(faults({ SLACK_APP_TOKEN: 'xapp-secret' }).join()).toMatch(
      /SLACK_BOT_TOKEN is not set, but SLACK_APP_TOKEN is/,
    );
    expect(faults({ SLACK_SIGNING_SECRET: 's' }).join()).toMatch(/SLACK_BOT_TOKEN is not set/);
    expect(faults({ SLACK_BOT_TOKEN: 'b', SLACK_MODE: 'http' }).join()).toMatch(/SLACK_SIGNING_SECRET is not set/);
    expect(faults({ SLACK_BOT_TOKEN: 'b', SLACK_MODE: 'carrier pigeon' }).join()).toMatch(
      /SLACK_MODE is "carrier pigeon"/,
    );
  });

  test('no fault shows a secret', () => {
    const secrets = {
      DISCORD_TOKEN: 'hush-1',
      SLACK_BOT_TOKEN: 'hush-2',
      SLACK_APP_TOKEN: 'hush-3',
      SLACK_SIGNING_SECRET: 'hush-4',
    };
    const path = file('other', 'hush-5');
    const all = [
      ...faults({ ...secrets, PORT: 'x', SLACK_MODE: 'x', DISCORD_SHARDS: 'x', DISCORD_TOKEN_FILE: path }),
      ...faults({ SLACK_APP_TOKEN: 'hush-3', SLACK_SIGNING_SECRET: 'hush-4' }),
    ].join('\n');
    expect(all.split('\n').length).toBeGreaterThan(3);
    expect(all).not.toContain('hush');
  });

  test('a secret may stand in a file', () => {
    const path = file('token', '  from-a-file\n');
    expect(config({ DISCORD_TOKEN_FILE: path }).discord?.token).toBe('from-a-file');
    const { slack } = config({ SLACK_BOT_TOKEN_FILE: path, SLACK_MODE: 'http', SLACK_SIGNING_SECRET_FILE: path });
    expect(slack).toMatchObject({ botToken: 'from-a-file', connection: { signingSecret: 'from-a-file' } });
  });

  test.each([
    [
      'is not there',
      { DISCORD_TOKEN_FILE: '/no/such/file' },
      'DISCORD_TOKEN_FILE names /no/such/file, which cannot be read',
    ],
    ['is empty', { DISCORD_TOKEN_FILE: file('empty', '\n') }, 'which is empty'],
    ['is a folder', { DISCORD_TOKEN_FILE: folder }, 'which cannot be read'],
    [
      'stands beside the setting',
      { DISCORD_TOKEN: 'd', DISCORD_TOKEN_FILE: folder },
      'DISCORD_TOKEN and DISCORD_TOKEN_FILE are both set',
    ],
  ])('a file that %s is a fault', (_, env, message) => {
    expect(faults(env).join('\n')).toContain(message);
  });

  test('shards are all that are recommended, or some of a number', () => {
    const shards = (env: Record<string, string>) => config({ DISCORD_TOKEN: 'd', ...env }).discord?.shards;
    expect(shards({})).toBe('auto');
    expect(shards({ DISCORD_SHARD_COUNT: '2' })).toEqual({ ids: [0, 1], count: 2 });
    expect(shards({ DISCORD_SHARD_IDS: '1,3', DISCORD_SHARD_COUNT: '4' })).toEqual({ ids: [1, 3], count: 4 });
    for (const env of [
      { DISCORD_SHARDS: '3' },
      { DISCORD_SHARD_IDS: '1' },
      { DISCORD_SHARD_IDS: '4', DISCORD_SHARD_COUNT: '4' },
      { DISCORD_SHARD_COUNT: 'many' },
    ])
      expect(faults({ DISCORD_TOKEN: 'd', ...env })).toHaveLength(1);
  });
});
