import { readFileSync } from 'node:fs';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One wrong setting: `PORT is "abc"; expected a whole number from 0 to 65535`. */
export type Fault = string;

export type Reading<T> = { readonly value: T } | { readonly fault: Fault };

/** A setting, or nothing where it is unset or empty. */
export function text(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === '' ? undefined : value;
}

export function choice<T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  fallback: T,
): Reading<T> {
  const value = text(env, name);
  if (value === undefined) return { value: fallback };
  const found = allowed.find(each => each === value.toLowerCase());
  return found === undefined
    ? { fault: `${name} is "${value}"; expected one of ${allowed.join(', ')}` }
    : { value: found };
}

export function wholeNumber(
  env: Environment,
  name: string,
  fallback: number,
  least: number,
  most: number,
): Reading<number> {
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

/** Names or ids with commas between them; none where it is unset. */
export function list(env: Environment, name: string): string[] {
  return (text(env, name) ?? '')
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '');
}

/** The address of a service. */
export function address(env: Environment, name: string, fallback: string): Reading<string> {
  const value = text(env, name) ?? fallback;
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)
    ? { value }
    : { fault: `${name} is "${value}"; expected an address that starts with https:// or http://` };
}
