import type { ChatInputCommandInteraction, MessageContextMenuCommandInteraction } from 'discord.js';
import type { Outcome } from '../desk.ts';
import { askerOfInteraction } from './asker.ts';
import type { Counter } from './counter.ts';
import { readable } from './markdown/escape.ts';
import { elsewhere, notice } from './notices.ts';
import { ANSWER_THIS, OPENLY } from './registration.ts';

/** Whether everybody shall read the answer to a command. */
export function isOpen(interaction: ChatInputCommandInteraction): boolean {
  if (interaction.commandName === 'privacy' || interaction.commandName === 'inbox') return false;
  return askerOfInteraction(interaction).direct || (interaction.options.getBoolean(OPENLY) ?? false);
}

/** A slash command: answered privately, unless its option says otherwise. */
export async function runCommand(interaction: ChatInputCommandInteraction, counter: Counter): Promise<void> {
  const { delivery, desk, surroundings, options } = counter;
  const asker = askerOfInteraction(interaction);
  counter.meter.count('discord', 'command');
  const name = interaction.commandName;
  if (name === 'privacy' || name === 'inbox') {
    // The journal may take its time: acknowledge first.
    if (!(await delivery.defer(interaction, 'reply'))) return;
    const payload = name === 'privacy' ? await counter.stored(asker) : await counter.inbox(interaction);
    await delivery.attempt('response', () => interaction.editReply(payload));
    return;
  }
  if (!counter.serves(asker)) return void (await delivery.respond(interaction, elsewhere(options.channels), false));
  const openly = isOpen(interaction);
  const command = surroundings.advisor.commands.find(each => each.name === name);
  const input: Record<string, string> = {};
  for (const parameter of command?.parameters ?? []) {
    const typed = interaction.options.getString(parameter.name);
    if (typed !== null) input[parameter.name] = readable(typed, counter.client.user?.id);
  }
  await show(interaction, counter, desk.pick({ type: 'run', command: name, input }, asker, openly), openly);
}

/** "Answer this" on somebody's message: for the person who chose it alone. */
export async function answerThis(interaction: MessageContextMenuCommandInteraction, counter: Counter): Promise<void> {
  const { delivery, desk, client, options } = counter;
  if (interaction.commandName !== ANSWER_THIS)
    return void (await delivery.respond(interaction, notice('old_button'), false));
  counter.meter.count('discord', 'answer_this');
  const asker = askerOfInteraction(interaction);
  if (!counter.serves(asker)) return void (await delivery.respond(interaction, elsewhere(options.channels), false));
  const text = readable(interaction.targetMessage.content, client.user?.id);
  if (text === '') return void (await delivery.respond(interaction, notice('no_text'), false));
  await show(interaction, counter, desk.ask(text, asker, false), false);
}

async function show(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  counter: Counter,
  outcome: Outcome,
  openly: boolean,
): Promise<void> {
  const { delivery } = counter;
  if (outcome.type !== 'reply') {
    // A command without an answer would be shown as failed.
    const payload = counter.instead(outcome) ?? notice('person');
    return void (await delivery.respond(interaction, payload, false));
  }
  const asker = askerOfInteraction(interaction);
  await delivery.respond(interaction, counter.shown(outcome, asker, { openly }), openly);
}
