import { type JournalConfig, readJournalConfig } from './journal/config.ts';
import {
  address,
  choice,
  type Environment,
  type Fault,
  list,
  type Reading,
  secret,
  text,
  wholeNumber,
} from './settings.ts';

/** Settings of the whole program, read once at the start. */
export interface Config {
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose */
  readonly port: number;
  readonly limits: Limits;
  readonly journal: JournalConfig;
  /** left out where there is no token */
  readonly discord?: DiscordConfig;
  readonly slack?: SlackConfig;
}

/** Questions a minute. */
export interface Limits {
  readonly perPerson: number;
  readonly perChannel: number;
  readonly overall: number;
}

export interface DiscordConfig {
  readonly token: string;
  /** without the version at its end */
  readonly apiUrl: string;
  /** the one server that gets the commands; every server without it */
  readonly guildId?: string;
  /** ids of the channels in which it answers; every channel when empty */
  readonly channels: readonly string[];
  /** ids of the channels in which it answers questions nobody addressed to it, when it is very sure */
  readonly autoChannels: readonly string[];
  /** id of the channel in which "Ask a person" opens a thread, and of the role that is called there */
  readonly personChannel?: string;
  readonly personRole?: string;
  /** which shards run here: all that Discord recommends, or some of a number */
  readonly shards: 'auto' | { readonly ids: readonly number[]; readonly count: number };
}

export interface SlackConfig {
  readonly botToken: string;
  readonly apiUrl: string;
  readonly connection:
    | { readonly mode: 'socket'; readonly appToken: string }
    | { readonly mode: 'http'; readonly signingSecret: string };
  readonly channels: readonly string[];
  readonly personChannel?: string;
  /** ids of the people who may read what was asked in vain */
  readonly moderators: readonly string[];
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** Gathers faults, so that all of them are told at once. */
interface Reader {
  readonly env: Environment;
  take<T>(reading: Reading<T>, instead: T): T;
  fault(fault: Fault): void;
}

/**
 * Reads the settings from the environment.
 * @returns the settings, or every fault at once, each with the name, what was found (never a secret) and what is expected
 */
export function readConfig(env: Environment): { config: Config } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const reader: Reader = {
    env,
    take(reading, instead) {
      if ('value' in reading) return reading.value;
      faults.push(reading.fault);
      return instead;
    },
    fault: fault => faults.push(fault),
  };
  const { take } = reader;
  const discord = readDiscord(reader);
  const slack = readSlack(reader);
  const config: Config = {
    knowledgeDir: text(env, 'KNOWLEDGE_DIR') ?? 'knowledge',
    dataDir: text(env, 'DATA_DIR') ?? 'data',
    host: text(env, 'HOST') ?? '127.0.0.1',
    logLevel: take(choice(env, 'LOG_LEVEL', LOG_LEVELS, 'info'), 'info'),
    port: take(wholeNumber(env, 'PORT', 8080, 0, 65535), 0),
    limits: {
      perPerson: take(wholeNumber(env, 'LIMIT_PER_PERSON', 30, 1, 1_000_000), 1),
      perChannel: take(wholeNumber(env, 'LIMIT_PER_CHANNEL', 600, 1, 1_000_000), 1),
      overall: take(wholeNumber(env, 'LIMIT_OVERALL', 6000, 1, 1_000_000), 1),
    },
    journal: readJournalConfig(env, text(env, 'DATA_DIR') ?? 'data', take),
    ...(discord ? { discord } : {}),
    ...(slack ? { slack } : {}),
  };
  return faults.length > 0 ? { faults } : { config };
}

function readDiscord({ env, take, fault }: Reader): DiscordConfig | undefined {
  const token = take(secret(env, 'DISCORD_TOKEN'), undefined);
  if (token === undefined) return undefined;
  const guildId = text(env, 'DISCORD_GUILD_ID');
  const personChannel = text(env, 'DISCORD_PERSON_CHANNEL');
  const personRole = text(env, 'DISCORD_PERSON_ROLE');
  for (const [name, id] of [
    ['DISCORD_GUILD_ID', guildId],
    ['DISCORD_PERSON_CHANNEL', personChannel],
    ['DISCORD_PERSON_ROLE', personRole],
    ...list(env, 'DISCORD_CHANNELS').map(id => ['DISCORD_CHANNELS', id] as const),
    ...list(env, 'DISCORD_AUTO_CHANNELS').map(id => ['DISCORD_AUTO_CHANNELS', id] as const),
  ] as const)
    if (id !== undefined && !/^\d{1,20}$/.test(id))
      fault(`${name} has "${id}"; expected an id, which is a number of 17 to 20 digits`);
  return {
    token,
    apiUrl: take(address(env, 'DISCORD_API_URL', 'https://discord.com/api'), ''),
    channels: list(env, 'DISCORD_CHANNELS'),
    autoChannels: list(env, 'DISCORD_AUTO_CHANNELS'),
    shards: take(shards(env), 'auto'),
    ...(guildId === undefined ? {} : { guildId }),
    ...(personChannel === undefined ? {} : { personChannel }),
    ...(personRole === undefined ? {} : { personRole }),
  };
}

/** `DISCORD_SHARDS=auto`, or `DISCORD_SHARD_IDS=0,1` with `DISCORD_SHARD_COUNT=4` on each of several machines. */
function shards(env: Environment): Reading<DiscordConfig['shards']> {
  const all = text(env, 'DISCORD_SHARDS');
  const ids = list(env, 'DISCORD_SHARD_IDS');
  const counted = wholeNumber(env, 'DISCORD_SHARD_COUNT', 0, 1, 16_000);
  if (all !== undefined && all !== 'auto')
    return { fault: `DISCORD_SHARDS is "${all}"; expected "auto", or DISCORD_SHARD_IDS with DISCORD_SHARD_COUNT` };
  if ('fault' in counted) return counted;
  const count = counted.value;
  if (ids.length === 0 && count === 0) return { value: 'auto' };
  if (all !== undefined) return { fault: 'DISCORD_SHARDS and DISCORD_SHARD_IDS are both set; expected one of them' };
  if (ids.length === 0) return { value: { ids: Array.from({ length: count }, (_, id) => id), count } };
  const numbers = ids.map(Number);
  const wrong = ids.filter((_, at) => !(Number.isInteger(numbers[at]) && numbers[at]! >= 0 && numbers[at]! < count));
  return count === 0 || wrong.length > 0
    ? {
        fault: `DISCORD_SHARD_IDS is "${ids.join(',')}" and DISCORD_SHARD_COUNT ${count === 0 ? 'not set' : `"${count}"`}; expected ids from 0 to one less than the count`,
      }
    : { value: { ids: [...new Set(numbers)], count } };
}

const SLACK_MODES = ['socket', 'http'] as const;

function readSlack({ env, take, fault }: Reader): SlackConfig | undefined {
  const botToken = take(secret(env, 'SLACK_BOT_TOKEN'), undefined);
  const appToken = take(secret(env, 'SLACK_APP_TOKEN'), undefined);
  const signingSecret = take(secret(env, 'SLACK_SIGNING_SECRET'), undefined);
  if (botToken === undefined) {
    const half = appToken !== undefined ? 'SLACK_APP_TOKEN' : signingSecret !== undefined ? 'SLACK_SIGNING_SECRET' : '';
    if (half !== '') fault(`SLACK_BOT_TOKEN is not set, but ${half} is; expected a token that starts with "xoxb-"`);
    return undefined;
  }
  const mode = take(choice(env, 'SLACK_MODE', SLACK_MODES, 'socket'), 'socket');
  if (mode === 'socket' && appToken === undefined)
    fault('SLACK_APP_TOKEN is not set; expected a token that starts with "xapp-", because SLACK_MODE is "socket"');
  if (mode === 'http' && signingSecret === undefined)
    fault('SLACK_SIGNING_SECRET is not set; expected the signing secret of the app, because SLACK_MODE is "http"');
  const personChannel = text(env, 'SLACK_PERSON_CHANNEL');
  return {
    botToken,
    apiUrl: take(address(env, 'SLACK_API_URL', 'https://slack.com/api/'), ''),
    connection: mode === 'http' ? { mode, signingSecret: signingSecret ?? '' } : { mode, appToken: appToken ?? '' },
    channels: list(env, 'SLACK_CHANNELS'),
    moderators: list(env, 'SLACK_MODERATORS'),
    ...(personChannel === undefined ? {} : { personChannel }),
  };
}
