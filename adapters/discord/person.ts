import { ChannelType, type SendableChannels, type ThreadChannel } from 'discord.js';
import type { Given } from '../desk.ts';
import type { Asker } from './asker.ts';
import { written } from './callbacks.ts';
import type { Counter } from './counter.ts';
import { faultOf } from './faults.ts';
import { openPost } from './forum.ts';
import { LIMITS } from './limits.ts';
import { cut, escaped } from './markdown/escape.ts';
import { pieces } from './markdown/markdown.ts';
import { type Payload, render, textPayload } from './render.ts';

/** Discord's code for a message that has a thread. */
const THREAD_EXISTS = '160004';
/** Minutes without a message after which a thread is put away: a day. */
const PUT_AWAY = 1440;

/**
 * A question for people to answer, in a thread of its own.
 * @param since id of the click that asked for it
 * @returns the thread or channel where it stands, or nothing where it could not be passed on
 */
export async function passOn(given: Given, asker: Asker, counter: Counter, since: string): Promise<string | undefined> {
  const { client, delivery, meter, options } = counter;
  const place = counter.peopleFor(asker);
  let stands: string | undefined;
  const fault = await delivery.attempt('ask_person', async () => {
    const channel = place === undefined ? null : await client.channels.fetch(place);
    if (!channel) return;
    const name = cut(given.question, LIMITS.threadName) || 'A question';
    const question = calling(given, asker, options.personRole);
    const offered = offeredIn(given);
    if (channel.type === ChannelType.GuildForum || channel.type === ChannelType.GuildMedia) {
      const { content } = question;
      const thread = await openPost(channel, { name, putAway: PUT_AWAY, content, message: written(question), since });
      stands = thread.id;
      await follow(thread, offered);
    } else if (channel.type === ChannelType.GuildText || channel.type === ChannelType.GuildAnnouncement) {
      const message = await channel.send(once(question, `${given.request}p`));
      stands = channel.id;
      const opened = await message.startThread({ name, autoArchiveDuration: PUT_AWAY }).catch((error: unknown) => {
        // Opened already by an attempt whose answer was lost: a thread has the id of the message it began with.
        if (faultOf(error).code === THREAD_EXISTS) return client.channels.fetch(message.id);
        throw error;
      });
      if (!opened?.isThread()) return;
      stands = opened.id;
      await follow(opened, offered);
    } else if (channel.isSendable()) {
      stands = channel.id;
      await channel.send(once(question, `${given.request}p`));
      await follow(channel, offered);
    }
  });
  meter.count('discord', stands === undefined ? 'person_failed' : fault ? 'person_without_thread' : 'person_asked');
  return stands;

  async function follow(channel: ThreadChannel | SendableChannels, payload: Payload): Promise<void> {
    await channel.send(once(payload, `${given.request}o`));
  }
}

function once<T extends object>(payload: T, nonce: string): T & { nonce: string; enforceNonce: true } {
  return { ...payload, nonce, enforceNonce: true };
}

/** Calls the role whose people answer, and nobody else. The asker is named by their own wish. */
function calling(
  given: Given,
  asker: Asker,
  role: string | undefined,
): Omit<Payload, 'allowedMentions'> & {
  content: string;
  allowedMentions: { parse: []; roles: string[]; repliedUser: false };
} {
  const call = role === undefined ? '' : `<@&${role}> `;
  const head = `${call}<@${asker.person}> asks:\n`;
  const [question = '…'] = pieces(escaped(given.question.trim()), LIMITS.content - head.length);
  return {
    content: `${head}${question}`,
    embeds: [],
    components: [],
    allowedMentions: { parse: [], roles: role === undefined ? [] : [role], repliedUser: false },
  };
}

/** What the bot had to say, without buttons: a person answers now. */
function offeredIn({ reply, request }: Given): Payload {
  if (reply.kind === 'answer') return { ...render(reply, { request }), content: 'I had answered:', components: [] };
  const labels = [...reply.choices, ...reply.next].map(each => `- ${escaped(cut(each.label, LIMITS.optionLabel))}`);
  return textPayload(labels.length === 0 ? 'I had no answer.' : `I had no answer, and offered:\n${labels.join('\n')}`);
}
