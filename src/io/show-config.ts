import type { Config } from './config.ts';
import { createRedactor } from './redact.ts';

/** Every secret that is set. */
export function secretsOf({ discord, slack, journal }: Config): string[] {
  const { database } = journal;
  const connection = slack?.connection;
  return [
    discord?.token,
    slack?.botToken,
    connection?.mode === 'socket' ? connection.appToken : connection?.signingSecret,
    journal.key,
    database.kind === 'postgres' ? new URL(database.url).password : undefined,
  ].filter(secret => secret !== undefined);
}

/** The settings that are in force as JSON, for people; each secret is there as "[hidden]", so that one sees that it is set. */
export function showConfig(config: Config): string {
  const secrets = new Set(secretsOf(config));
  const shown = JSON.stringify(config, (_, value) => (secrets.has(value) ? '[hidden]' : value), 2);
  return createRedactor([...secrets])(shown);
}
