import { type GatewayMessageCreateDispatchData, MessageType } from 'discord.js';
import { type Bot, waitText } from './bot.ts';
import type { Asked, Asker } from './desk.ts';
import { asksSomething, questionIn } from './question.ts';
import { notice, type Payload, render } from './render.ts';

/** So sure must the advisor be to answer a question that nobody put to it. */
const VERY_SURE = 0.9;
const UNASKED = '-# Nobody asked me, but I am quite sure that this helps.';

/** Answers a message that is meant for the bot: a mention, a reply to the bot, a direct message; and nothing else. */
export async function handleMessage(message: GatewayMessageCreateDispatchData, bot: Bot): Promise<void> {
  const me = bot.client.user?.id;
  if (me === undefined || !isFromPerson(message)) return;
  const direct = message.guild_id === undefined;
  if (direct || isForMe(message, me)) {
    const asked = askedIn(message, me, direct);
    if (asked === undefined || !(direct || (await bot.places.serves(message.channel_id)))) return;
    await answer(message, asked, direct, bot);
  } else await answerUnasked(message, bot);
}

/** No bots, no webhooks, no notices of Discord's. Edits do not arrive at all. */
export function isFromPerson(message: GatewayMessageCreateDispatchData): boolean {
  const { author, webhook_id, type } = message;
  return (
    !author.bot &&
    !author.system &&
    webhook_id === undefined &&
    (type === MessageType.Default || type === MessageType.Reply)
  );
}

function isForMe(message: GatewayMessageCreateDispatchData, me: string): boolean {
  return (
    message.mentions.some(user => user.id === me) ||
    isNamed(message, me) ||
    message.referenced_message?.author.id === me
  );
}

function isNamed(message: GatewayMessageCreateDispatchData, me: string): boolean {
  return message.content.includes(`<@${me}>`) || message.content.includes(`<@!${me}>`);
}

/** What a message asks: its own text; the message that it replies to, where it only calls the bot; help where there is neither. */
function askedIn(message: GatewayMessageCreateDispatchData, me: string, direct: boolean): Asked | undefined {
  const question = questionIn(message.content);
  if (question !== '') return { type: 'question', question };
  // A reply to the bot with nothing but a picture is no call for help.
  if (!direct && !isNamed(message, me)) return undefined;
  const earlier = message.referenced_message;
  const about = earlier && earlier.author.id !== me ? questionIn(earlier.content) : '';
  return about === '' ? { type: 'command', name: 'help', input: {} } : { type: 'question', question: about };
}

async function answer(
  message: GatewayMessageCreateDispatchData,
  asked: Asked,
  direct: boolean,
  bot: Bot,
): Promise<void> {
  const started = performance.now();
  const { meter } = bot.surroundings;
  const asker: Asker = { person: message.author.id, channel: message.channel_id };
  const given = bot.desk.answer(asked, asker, !direct);
  if ('limit' in given) {
    meter.count('discord', 'rate_limited');
    await tellToWait(message, waitText(given.limit), direct, bot);
    return;
  }
  const payload = (above?: string): Payload =>
    render(given.reply, {
      request: given.request,
      person: bot.options.personChannel !== undefined,
      commands: bot.commands,
      ...(above === undefined ? {} : { above }),
    });
  const outcome = await bot.calls.send(message.channel_id, message.id, payload(), message.id);
  if ('done' in outcome) {
    meter.replied('discord', (performance.now() - started) / 1000);
    return;
  }
  if (outcome.fault.kind === 'forbidden' && !direct) {
    const above = `-# I may not write in <#${message.channel_id}>, so here is your answer in private.`;
    await bot.calls.whisper(message.author.id, message.id, payload(above));
  }
}

/** Once in a while and person, and in private: a channel is not the place to scold somebody. */
async function tellToWait(
  message: GatewayMessageCreateDispatchData,
  text: string,
  direct: boolean,
  bot: Bot,
): Promise<void> {
  if (!bot.told.first(message.author.id)) return;
  const payload = notice(text, [], true);
  if (direct) await bot.calls.send(message.channel_id, message.id, payload, message.id);
  else await bot.calls.whisper(message.author.id, message.id, payload);
}

/** In some channels questions are answered that nobody put to the bot: only when it is very sure, and only real questions. */
async function answerUnasked(message: GatewayMessageCreateDispatchData, bot: Bot): Promise<void> {
  if (message.type !== MessageType.Default || message.mentions.length > 0 || message.mention_everyone) return;
  const question = questionIn(message.content);
  if (!asksSomething(question) || !(await bot.places.listensIn(message.channel_id))) return;
  // What was not said to the bot is nobody's business where it does not answer: no journal, no log.
  const reply = bot.surroundings.advisor.ask(question, { unheard: true });
  if (reply.kind !== 'answer' || reply.confidence < VERY_SURE || reply.handoff !== undefined) return;
  const asker: Asker = { person: message.author.id, channel: message.channel_id };
  bot.desk.forget(asker);
  const given = bot.desk.answer({ type: 'question', question }, asker, true);
  if ('limit' in given) return;
  const view = { request: given.request, commands: bot.commands, above: UNASKED };
  await bot.calls.send(message.channel_id, message.id, render(given.reply, view), message.id);
}
