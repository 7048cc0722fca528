import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionResponseType,
  InteractionType,
} from 'discord.js';
import { askerOf, give, isAlone, reply } from './answering.ts';
import type { Bot } from './bot.ts';
import { INBOX, PRIVACY, PUBLIC } from './commands.ts';
import { handleComponent } from './components.ts';
import { cut } from './escape.ts';
import { LIMITS } from './limits.ts';
import { questionIn } from './question.ts';
import { showInbox, showStored } from './records.ts';
import { notice } from './render.ts';

/** Answers a command, a click or somebody who is typing one. */
export async function handleInteraction(interaction: APIInteraction, bot: Bot): Promise<void> {
  if (interaction.type === InteractionType.ApplicationCommandAutocomplete) return complete(interaction, bot);
  if (interaction.type === InteractionType.MessageComponent) return handleComponent(interaction, bot);
  if (interaction.type !== InteractionType.ApplicationCommand) return;
  if (isSlash(interaction)) return runCommand(interaction, bot);
  if (isMessageMenu(interaction)) return answerThis(interaction, bot);
}

async function runCommand(interaction: APIChatInputApplicationCommandInteraction, bot: Bot): Promise<void> {
  const { name, options = [] } = interaction.data;
  const { records } = bot.surroundings;
  if (name === PRIVACY && records) return showStored(interaction, records, bot);
  if (name === INBOX && records) return showInbox(interaction, records, bot);
  let wanted = false;
  const input: Record<string, string> = {};
  for (const option of options) {
    if (option.type === ApplicationCommandOptionType.Boolean && option.name === PUBLIC) wanted = option.value;
    else if (option.type === ApplicationCommandOptionType.String) input[option.name] = option.value;
  }
  const openly = wanted && (isAlone(interaction) || (await bot.places.serves(askerOf(interaction).channel)));
  await give(interaction, { type: 'command', name, input }, openly, bot);
}

/** Answers somebody's message for whoever picked it from its menu, and for that person alone. */
async function answerThis(interaction: APIMessageApplicationCommandInteraction, bot: Bot): Promise<void> {
  const message = interaction.data.resolved.messages[interaction.data.target_id];
  const question = questionIn(message?.content ?? '');
  if (question === '') {
    await reply(interaction, notice('There is no text in that message that I could answer.'), bot);
    return;
  }
  await give(interaction, { type: 'question', question }, false, bot);
}

async function complete(interaction: APIApplicationCommandAutocompleteInteraction, bot: Bot): Promise<void> {
  const { advisor } = bot.surroundings;
  const command = advisor.commands.find(each => each.name === interaction.data.name);
  const field = interaction.data.options.find(option => 'focused' in option && option.focused === true);
  const completes = command?.parameters.find(parameter => parameter.name === field?.name)?.completes;
  const typed = field !== undefined && 'value' in field ? String(field.value) : '';
  const suggestions =
    completes === undefined ? [] : advisor.suggest(completes, typed.slice(0, 200), LIMITS.autocompleteChoices);
  const choices = suggestions.flatMap(({ label, topic, command: run }) => {
    // The label itself would be asked as a question; the id of its entry finds it without doubt.
    const value = topic ?? Object.values(run?.input ?? {})[0] ?? label;
    return value.length > LIMITS.choiceValue || label === '' ? [] : [{ name: cut(label, LIMITS.choiceName), value }];
  });
  await bot.calls.respond(interaction, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices: choices.slice(0, LIMITS.autocompleteChoices) },
  });
}

function isSlash(interaction: APIInteraction): interaction is APIChatInputApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand &&
    interaction.data.type === ApplicationCommandType.ChatInput
  );
}

function isMessageMenu(interaction: APIInteraction): interaction is APIMessageApplicationCommandInteraction {
  return (
    interaction.type === InteractionType.ApplicationCommand && interaction.data.type === ApplicationCommandType.Message
  );
}
