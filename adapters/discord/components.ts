import {
  type APIMessageComponentInteraction,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  MessageFlags,
} from 'discord.js';
import { decodeAction } from '../actions.ts';
import { askerOf, give, isAlone, reply, shown } from './answering.ts';
import type { Bot } from './bot.ts';
import { beside, button, CANCEL, FORGET, MENU } from './buttons.ts';
import { escaped } from './escape.ts';
import { askPerson } from './person.ts';
import { forget } from './records.ts';
import { askedLine, message, notice, type Payload, render } from './render.ts';

const GONE = 'I no longer remember that answer. Please ask again, and use the buttons under the new one.';
const OLD =
  'That button belongs to an earlier release of mine. Please ask again, and use the buttons under the new answer.';

/** Does what a button or a menu stands for, whenever it was sent. */
export async function handleComponent(interaction: APIMessageComponentInteraction, bot: Bot): Promise<void> {
  const { data } = interaction;
  if (data.custom_id === CANCEL) return update(interaction, notice('Nothing was sent.'), bot);
  if (data.custom_id === FORGET && bot.surroundings.records) return forget(interaction, bot.surroundings.records, bot);
  const picked = data.component_type === ComponentType.StringSelect ? (data.values[0] ?? '') : data.custom_id;
  const action = data.custom_id === MENU || picked === data.custom_id ? decodeAction(picked) : undefined;
  switch (action?.type) {
    case 'show':
      return give(interaction, { type: 'entry', topic: action.topic }, false, bot);
    case 'run':
      return give(interaction, { type: 'command', name: action.command, input: action.input }, false, bot);
    case 'more':
      return more(interaction, action, bot);
    case 'share':
      return share(interaction, action, bot);
    case 'helpful':
    case 'unhelpful':
      return vote(interaction, action, action.type === 'helpful', bot);
    case 'person':
      return confirm(interaction, action, bot);
    case 'confirm':
      return callPerson(interaction, action, bot);
    default:
      bot.surroundings.meter.count('discord', 'old_component');
      await reply(interaction, notice(OLD), bot);
  }
}

interface AboutReply {
  readonly reply: string;
  readonly topic: string;
  readonly page: number;
}

async function update(interaction: APIMessageComponentInteraction, payload: Payload, bot: Bot): Promise<void> {
  // Whether the message is private was fixed when it was sent.
  const data = { ...payload, flags: MessageFlags.IsComponentsV2 };
  await bot.calls.respond(interaction, { type: InteractionResponseType.UpdateMessage, data });
}

async function more(interaction: APIMessageComponentInteraction, about: AboutReply, bot: Bot): Promise<void> {
  const given = bot.desk.recall(about.reply, about.topic);
  await reply(interaction, given ? shown(given, interaction, false, bot, about.page) : notice(GONE), bot);
}

/** Shows a private answer to everybody, with who shared it; once. */
async function share(interaction: APIMessageComponentInteraction, about: AboutReply, bot: Bot): Promise<void> {
  const { person, channel } = askerOf(interaction);
  const given = bot.desk.recall(about.reply, about.topic);
  if (!given) {
    await reply(interaction, notice(GONE), bot);
    return;
  }
  if (!isAlone(interaction) && !(await bot.places.serves(channel))) {
    await reply(interaction, notice('I am not allowed to speak openly in this channel.'), bot);
    return;
  }
  const key = `share ${about.reply} ${channel}`;
  if (!bot.once.first(key)) {
    await reply(interaction, notice('That answer stands in the channel already.'), bot);
    return;
  }
  const user = interaction.member?.user ?? interaction.user;
  const name = interaction.member?.nick ?? user?.global_name ?? user?.username ?? 'somebody';
  const question = given.question === '' ? '' : `\n${askedLine(given.question)}`;
  const payload = render(given.reply, {
    request: given.request,
    person: bot.options.personChannel !== undefined,
    commands: bot.commands,
    above: `-# Shared by ${escaped(name)}${question}`,
  });
  if (!(await reply(interaction, payload, bot))) bot.once.again(key);
  bot.surroundings.log.debug({ platform: 'discord', person }, 'an answer was shared');
}

async function vote(
  interaction: APIMessageComponentInteraction,
  about: AboutReply,
  helpful: boolean,
  bot: Bot,
): Promise<void> {
  const asker = askerOf(interaction);
  const topics = bot.desk.kept(about.reply)?.reply.topics ?? (about.topic === '' ? [] : [about.topic]);
  bot.surroundings.advisor.rate({ request: about.reply, topics, helpful }, bot.desk.origin(asker, about.reply));
  bot.surroundings.meter.count('discord', helpful ? 'voted_helpful' : 'voted_unhelpful');
  const thanks = helpful
    ? 'Thank you, noted. You can change your mind with the other button.'
    : 'Thank you, noted. Say it in other words and I will try again; you can change your mind with the other button.';
  await reply(interaction, notice(thanks), bot);
}

async function confirm(interaction: APIMessageComponentInteraction, about: AboutReply, bot: Bot): Promise<void> {
  const given = bot.desk.kept(about.reply);
  if (!given || bot.options.personChannel === undefined) {
    await reply(interaction, notice(GONE), bot);
    return;
  }
  const text =
    'Shall I put this question to the people here who help? They will see your name, the question and what I had offered.';
  const rows = [
    ...button('Yes, ask them', { ...about, type: 'confirm' }, ButtonStyle.Primary),
    ...button('No', CANCEL, ButtonStyle.Secondary),
  ];
  await reply(interaction, notice(text, beside(rows)), bot);
}

async function callPerson(interaction: APIMessageComponentInteraction, about: AboutReply, bot: Bot): Promise<void> {
  const given = bot.desk.kept(about.reply);
  if (!given) return update(interaction, notice(GONE), bot);
  const asker = askerOf(interaction);
  const key = `person ${about.reply} ${asker.person}`;
  if (!bot.once.first(key)) return update(interaction, notice('Your question has been passed on already.'), bot);
  // The answer comes first: opening a thread can take longer than Discord waits.
  await update(interaction, notice('One moment, I am passing it on …'), bot);
  const thread = await askPerson(given, asker, bot);
  if (thread === undefined) bot.once.again(key);
  const text =
    thread === undefined
      ? 'I could not pass it on: I lack the permission, or the place is gone. Please tell a moderator.'
      : `Your question stands in <#${thread}>. Whoever can help will answer there.`;
  await bot.calls.edit(interaction, message(text, []));
}
