import { setTimeout as pause } from 'node:timers/promises';
import { type APIApplicationCommand, type REST, Routes } from 'discord.js';
import type { Log } from '../adapter.ts';
import type { Definition } from './commands.ts';
import { faultOf } from './faults.ts';

const FIRST_PAUSE = 5000;
const LAST_PAUSE = 300_000;

/** Where commands are registered: in one server, or for everybody. */
export interface Scope {
  readonly application: string;
  readonly guild?: string;
}

/**
 * Makes Discord's list of commands the given one, and leaves it alone where it is that already: it may be changed 200 times a day only.
 * Tries again with growing pauses where Discord cannot be reached. Never throws.
 */
export async function register(
  rest: REST,
  scope: Scope,
  wanted: readonly Definition[],
  log: Log,
  signal: AbortSignal,
): Promise<void> {
  const { application, guild } = scope;
  const route =
    guild === undefined ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);
  const details = { platform: 'discord', commands: wanted.map(each => each.name), ...(guild ? { server: guild } : {}) };
  for (let wait = FIRST_PAUSE; !signal.aborted; wait = Math.min(wait * 2, LAST_PAUSE)) {
    try {
      const present = (await rest.get(route, { signal })) as APIApplicationCommand[];
      if (isSame(present, wanted)) log.info(details, 'commands left as they were');
      else {
        await rest.put(route, { body: wanted, signal });
        log.info(details, 'commands registered');
      }
      return;
    } catch (error) {
      if (signal.aborted) return;
      const fault = faultOf(error);
      if (fault.kind !== 'unreachable') {
        const remedy =
          fault.kind === 'forbidden'
            ? 'invite the bot into that server with the scope "applications.commands"'
            : fault.detail;
        log.error({ ...details, fault: fault.detail }, `commands could not be registered: ${remedy}`);
        return;
      }
      log.warn(
        { ...details, fault: fault.detail },
        `commands could not be registered; trying again in ${wait / 1000} s`,
      );
      await pause(wait, undefined, { signal, ref: false }).catch(() => {});
    }
  }
}

/** Whether Discord's list is the wanted one, in any order, whatever it has added of its own. */
export function isSame(present: readonly APIApplicationCommand[], wanted: readonly Definition[]): boolean {
  const lines = (commands: readonly object[]): string =>
    commands
      .map(command => JSON.stringify(plain(command)))
      .sort()
      .join('\n');
  return lines(present) === lines(wanted);
}

/** Fields that make a command what it is, with what Discord takes for granted. */
const DEFAULTS: readonly (readonly [string, unknown])[] = [
  ['type', 1],
  ['name', ''],
  ['description', ''],
  ['default_member_permissions', null],
  ['nsfw', false],
  ['required', false],
  ['autocomplete', false],
  ['choices', []],
  ['min_length', null],
  ['max_length', null],
  ['contexts', []],
  ['integration_types', []],
  ['options', []],
];

/** A command, or an option of one, with every field that matters: unset ones, null and defaults are the same. */
function plain(item: object): unknown[] {
  const fields = new Map<string, unknown>(Object.entries(item));
  return DEFAULTS.map(([name, fallback]) => {
    const value = fields.get(name) ?? fallback;
    if (!Array.isArray(value)) return value;
    if (name === 'contexts' || name === 'integration_types')
      return fields.has('guild_id') ? [] : value.map(Number).sort((a, b) => a - b);
    return value.map(each => (typeof each === 'object' && each !== null ? plain(each) : each));
  });
}
