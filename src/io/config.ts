import { readFileSync } from 'node:fs';

/** Settings of the whole program, read once at the start. */
export interface Config {
  readonly knowledgeDir: string;
  readonly dataDir: string;
  readonly logLevel: LogLevel;
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose */
  readonly port: number;
}

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export type Environment = Readonly<Record<string, string | undefined>>;

/** One wrong setting: `PORT is "abc"; expected a whole number from 0 to 65535`. */
export type Fault = string;

type Reading<T> = { value: T } | { fault: Fault };

/**
 * Reads the settings from the environment.
 * @returns the settings, or every fault at once, each with the name, what was found (never a secret) and what is expected
 */
export function readConfig(env: Environment): { config: Config } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const take = <T>(reading: Reading<T>): T | undefined => {
    if ('value' in reading) return reading.value;
    faults.push(reading.fault);
    return undefined;
  };
  const knowledgeDir = text(env, 'KNOWLEDGE_DIR') ?? 'knowledge';
  const dataDir = text(env, 'DATA_DIR') ?? 'data';
  const host = text(env, 'HOST') ?? '127.0.0.1';
  const logLevel = take(choice(env, 'LOG_LEVEL', LOG_LEVELS, 'info'));
  const port = take(wholeNumber(env, 'PORT', 8080, 0, 65535));
  if (logLevel === undefined || port === undefined) return { faults };
  return { config: { knowledgeDir, dataDir, logLevel, host, port } };
}

/** A setting, or nothing where it is unset or empty. */
function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

function choice<T extends string>(env: Environment, name: string, allowed: readonly T[], fallback: T): Reading<T> {
  const value = text(env, name);
  if (value === undefined) return { value: fallback };
  const found = allowed.find(each => each === value.toLowerCase());
  return found === undefined
    ? { fault: `${name} is "${value}"; expected one of ${allowed.join(', ')}` }
    : { value: found };
}

function wholeNumber(env: Environment, name: string, fallback: number, least: number, most: number): Reading<number> {
  const value = text(env, name);
  if (value === undefined) return { value: fallback };
  const number = /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return { value: number };
  return { fault: `${name} is "${value}"; expected a whole number from ${least} to ${most}` };
}

/** A secret, from the setting itself or from the file that `NAME_FILE` names. */
export function secret(env: Environment, name: string): Reading<string | undefined> {
  const direct = text(env, name);
  const path = text(env, `${name}_FILE`);
  if (direct !== undefined && path !== undefined)
    return { fault: `${name} and ${name}_FILE are both set; expected one of them` };
  if (path === undefined) return { value: direct };
  try {
    const value = readFileSync(path, 'utf8').trim();
    return value === ''
      ? { fault: `${name}_FILE names ${path}, which is empty; expected a file that holds the secret` }
      : { value };
  } catch {
    return { fault: `${name}_FILE names ${path}, which cannot be read; expected a file that holds the secret` };
  }
}
