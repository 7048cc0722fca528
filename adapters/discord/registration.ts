import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  PermissionFlagsBits,
  Routes,
} from 'discord.js';
import type { Command } from '../../src/advisor.ts';
import { LIMITS } from './limits.ts';
import { cut } from './markdown/escape.ts';

/** Name of the option that shows an answer to everybody. */
export const OPENLY = 'public';
/** Name of the command in the menu of a message. */
export const ANSWER_THIS = 'Answer this';

/** What somebody must be allowed to do in a server to be a moderator there. */
export const MODERATES = PermissionFlagsBits.ManageMessages;

interface Option {
  readonly type: ApplicationCommandOptionType.String | ApplicationCommandOptionType.Boolean;
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  readonly autocomplete?: boolean;
}

/** A command as it is registered: what is left out has Discord's default. */
export interface Registered {
  readonly name: string;
  readonly type: ApplicationCommandType.ChatInput | ApplicationCommandType.Message;
  readonly description: string;
  readonly options?: readonly Option[];
  readonly default_member_permissions?: string;
  readonly integration_types?: readonly ApplicationIntegrationType[];
  readonly contexts?: readonly InteractionContextType[];
}

/** Available in servers, in direct messages with the bot, and wherever somebody is who installed it for themselves. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
const SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/** Everything that is registered, from the advisor's own list. @param records a journal is kept, so there is something to show of it */
export function commandsFor(commands: readonly Command[], records: boolean): Registered[] {
  const type = ApplicationCommandType.ChatInput as const;
  return [
    ...commands.map(command => ({
      name: command.name,
      type,
      description: cut(command.description, LIMITS.commandDescription),
      options: [...optionsOf(command), OPEN],
      ...EVERYWHERE,
    })),
    { name: ANSWER_THIS, type: ApplicationCommandType.Message, description: '', ...EVERYWHERE },
    ...(records
      ? [
          { name: 'privacy', type, description: 'What is stored about you, and how to delete it', ...EVERYWHERE },
          {
            name: 'inbox',
            type,
            description: 'For moderators: what people asked and did not get',
            default_member_permissions: String(MODERATES),
            ...SERVERS,
          },
        ]
      : []),
  ];
}

const OPEN: Option = {
  type: ApplicationCommandOptionType.Boolean,
  name: OPENLY,
  description: 'Show the answer to everybody here; without it you alone see it',
  required: false,
};

/** Discord wants the required ones first. */
function optionsOf({ parameters }: Command): Option[] {
  const options = parameters.map(
    ({ name, description, required, completes }): Option => ({
      type: ApplicationCommandOptionType.String,
      name,
      description: cut(description, LIMITS.commandDescription),
      required,
      autocomplete: completes !== undefined,
    }),
  );
  return [...options.filter(option => option.required), ...options.filter(option => !option.required)];
}

/**
 * Registers commands where they differ from what Discord has: writing them is limited, and people's menus would be rebuilt.
 * @param guildId the one server that gets them; all of them without it
 * @returns whether they were written
 */
export async function register(
  client: Client<true>,
  commands: readonly Registered[],
  guildId: string | undefined,
): Promise<'registered' | 'left as they were'> {
  const application = client.application.id;
  const route =
    guildId === undefined
      ? Routes.applicationCommands(application)
      : Routes.applicationGuildCommands(application, guildId);
  // Where a command may be used is a matter of global commands alone.
  const wanted = guildId === undefined ? commands : commands.map(({ contexts, integration_types, ...rest }) => rest);
  const there = await client.rest.get(route, { query: new URLSearchParams({ with_localizations: 'true' }) });
  if (Array.isArray(there) && sameAs(there, wanted)) return 'left as they were';
  await client.rest.put(route, { body: wanted });
  return 'registered';
}

function sameAs(there: readonly unknown[], wanted: readonly Registered[]): boolean {
  const shape = (commands: readonly unknown[]): string => JSON.stringify(commands.map(normalised).sort());
  return shape(there) === shape(wanted);
}

/** A command as Discord would store it, in one spelling: what is left out and what has its default look the same. */
function normalised(command: unknown): string {
  const fields = record(command);
  const sorted = (value: unknown, fallback: readonly number[]): unknown =>
    Array.isArray(value) ? value.map(Number).sort() : fallback;
  return JSON.stringify([
    fields['name'],
    fields['type'] ?? ApplicationCommandType.ChatInput,
    fields['description'] ?? '',
    normalisedOptions(fields['options']),
    fields['default_member_permissions'] ?? null,
    fields['nsfw'] ?? false,
    sorted(fields['integration_types'], [ApplicationIntegrationType.GuildInstall]),
    sorted(fields['contexts'], []),
    localised(fields),
  ]);
}

function normalisedOptions(options: unknown): unknown[] {
  if (!Array.isArray(options)) return [];
  return options.map(option => {
    const fields = record(option);
    return [
      fields['type'],
      fields['name'],
      fields['description'],
      fields['required'] ?? false,
      fields['autocomplete'] ?? false,
      Array.isArray(fields['choices']) ? fields['choices'].length : 0,
      localised(fields),
    ];
  });
}

/** Translations that somebody else left there would stay otherwise. */
function localised(fields: Readonly<Record<string, unknown>>): number {
  return ['name_localizations', 'description_localizations'].reduce(
    (sum, key) => sum + Object.keys(record(fields[key])).length,
    0,
  );
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
