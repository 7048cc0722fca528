import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command } from '../../src/advisor.ts';

export type Definition = RESTPostAPIApplicationCommandsJSONBody;

/** Name of the entry in the menu of a message. */
export const ANSWER_THIS = 'Answer this';
/** The option that shows an answer to everybody. */
export const PUBLIC = 'public';
export const PRIVACY = 'privacy';
export const INBOX = 'inbox';

/** In servers and after a user install; in servers, in direct messages with the bot, and in other private conversations. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
};
const SERVERS = {
  integration_types: [ApplicationIntegrationType.GuildInstall],
  contexts: [InteractionContextType.Guild],
};

/**
 * The commands as Discord registers them: those of the advisor, the entry in the menu of messages, and what concerns records.
 * @param records whether a journal is kept
 * @param oneServer they are registered in one server, where Discord takes neither contexts nor ways of installing
 */
export function definitions(commands: readonly Command[], records: boolean, oneServer: boolean): Definition[] {
  const all: Definition[] = [
    ...commands.map(slashCommand),
    { type: ApplicationCommandType.Message, name: ANSWER_THIS, ...EVERYWHERE },
    ...(records ? [privacy, inbox] : []),
  ];
  return oneServer ? all.map(({ integration_types: _, contexts: __, ...rest }) => rest) : all;
}

function slashCommand(command: Command): Definition {
  const parameters = command.parameters.map(
    (parameter): APIApplicationCommandBasicOption => ({
      type: ApplicationCommandOptionType.String,
      name: parameter.name,
      description: parameter.description,
      required: parameter.required,
      ...(parameter.completes === undefined ? {} : { autocomplete: true }),
    }),
  );
  const open: APIApplicationCommandBasicOption = {
    type: ApplicationCommandOptionType.Boolean,
    name: PUBLIC,
    description: 'Show the answer to everybody here; only you see it otherwise',
    required: false,
  };
  return {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    description: command.description,
    // Discord wants what is required first.
    options: [...parameters.filter(each => each.required), ...parameters.filter(each => !each.required), open],
    ...EVERYWHERE,
  };
}

const privacy: Definition = {
  type: ApplicationCommandType.ChatInput,
  name: PRIVACY,
  description: 'What is stored about you, and how to delete it',
  ...EVERYWHERE,
};

const inbox: Definition = {
  type: ApplicationCommandType.ChatInput,
  name: INBOX,
  description: 'For moderators: what people asked and did not get',
  default_member_permissions: String(PermissionFlagsBits.ManageMessages),
  ...SERVERS,
};
