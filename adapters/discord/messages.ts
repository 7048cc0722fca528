import { type Message, MessageType } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { type Asker, askerOfMessage } from './asker.ts';
import type { Counter } from './counter.ts';
import { mentions, readable } from './markdown/escape.ts';
import { elsewhere, mayNotWrite } from './notices.ts';
import type { Payload } from './render.ts';

/** Messages that are remembered, so that each is answered once: after a lost connection Discord sends some again. */
const MOST_SEEN = 20_000;
const SEEN_KEPT = 60 * 60 * 1000;
/** People who were told where the bot answers: a message from it is rare, and should stay so. */
const MOST_TOLD = 5000;
const TOLD_AGAIN = 10 * 60 * 1000;
/** Nobody addressed the bot: only what it is very sure of is worth a word. */
const VERY_SURE = 0.9;

/** What is asked, in a message that nobody has to answer. */
const QUESTION =
  /\?|^\s*(?:how|what|which|why|when|where|who|is|are|am|do|does|did|can|could|should|would|will|has|have|any(?:one|body)|need help|advice|help with)\b/i;

export interface Messages {
  /** Looks at a message that arrived, and answers it where it is meant for the bot. */
  arrived(message: Message): void;
}

/** Mentions, replies to the bot, direct messages, and questions in channels where the operator wants them answered. */
export function createMessages(counter: Counter): Messages {
  const { client, desk, delivery, meter, options } = counter;
  const seen = new LRUCache<string, true>({ max: MOST_SEEN, ttl: SEEN_KEPT });
  const told = new LRUCache<string, true>({ max: MOST_TOLD, ttl: TOLD_AGAIN });

  const isNew = (id: string): boolean => {
    if (!seen.has(id)) return seen.set(id, true).has(id);
    meter.count('discord', 'duplicate');
    return false;
  };
  /** Says something to one person alone: a message in a channel can only be read by everybody. */
  const whisper = async (message: Message, asker: Asker, payload: Payload): Promise<void> => {
    if (asker.direct) return void (await delivery.answer(message, payload));
    await delivery.write(asker.person, payload, `${message.id}w`);
  };
  const answer = async (message: Message): Promise<void> => {
    const asker = askerOfMessage(message);
    if (!counter.serves(asker)) {
      if (told.has(asker.person)) return;
      told.set(asker.person, true);
      return whisper(message, asker, elsewhere(options.channels));
    }
    const outcome = desk.ask(readable(message.content, client.user?.id), asker, true);
    if (outcome.type !== 'reply') {
      const payload = counter.instead(outcome);
      if (payload) await whisper(message, asker, payload);
      return;
    }
    const sent = await delivery.answer(message, counter.shown(outcome, asker, { openly: true }));
    if (sent !== 'forbidden' || asker.direct) return;
    const shown = counter.shown(outcome, { ...asker, direct: true }, { openly: true });
    await delivery.write(asker.person, { ...shown, content: mayNotWrite(message.channelId) }, `${message.id}w`);
  };
  /** Whether the bot is so sure of an answer that it may speak up unasked. */
  const isSureOf = (text: string): boolean => {
    const reply = counter.surroundings.advisor.ask(text, { unheard: true });
    return reply.kind === 'answer' && reply.handoff === undefined && reply.confidence >= VERY_SURE;
  };
  return {
    arrived(message) {
      if (!isFromPerson(message)) return;
      const addressed = isAddressed(message, client.user?.id ?? '');
      if (!addressed && !isAskedOfAll(message, options.autoChannels)) return;
      if (!isNew(message.id)) return;
      if (!addressed && !isSureOf(readable(message.content))) return;
      meter.count('discord', message.guildId === null ? 'direct_message' : addressed ? 'mention' : 'unasked');
      counter.hand('message', () => answer(message));
    },
  };
}

/** A plain message that a person wrote: no bot, no webhook, nothing that Discord itself announces. */
function isFromPerson({ author, webhookId, system, type }: Message): boolean {
  if (author.bot || author.system || webhookId !== null || system) return false;
  return type === MessageType.Default || type === MessageType.Reply;
}

/** Whether a message is meant for the bot: direct, with its mention, or a reply to what it said. */
function isAddressed(message: Message, self: string): boolean {
  if (message.guildId === null || mentions(message.content, self)) return true;
  const repliesToBot = message.type === MessageType.Reply && message.mentions.repliedUser?.id === self;
  // Without its mention the text of a message may be kept from the bot: there is nothing to answer then.
  return repliesToBot && message.content !== '';
}

/** Whether a message asks something of everybody in a channel where the bot may answer unasked. */
function isAskedOfAll(message: Message, channels: readonly string[]): boolean {
  const { channel, channelId, content, type, mentions: named } = message;
  const parent = channel.isThread() ? channel.parentId : null;
  if (!channels.includes(channelId) && (parent === null || !channels.includes(parent))) return false;
  if (type === MessageType.Reply || named.everyone || named.users.size > 0 || named.roles.size > 0) return false;
  return QUESTION.test(content);
}
