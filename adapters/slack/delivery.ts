import { setTimeout as pause } from 'node:timers/promises';
import type { webApi } from '@slack/bolt';
import type { Log, Meter } from '../adapter.ts';
import { type Asker, isDirect } from './asker.ts';
import { type Fault, faultOf, passes, remedy } from './faults.ts';
import { createPace } from './pace.ts';
import type { Message } from './render.ts';
import { callResponseUrl } from './response-url.ts';

/** Brings messages to Slack, by another way where the first one is closed. Nothing here throws; each says whether the message arrived. */
export interface Delivery {
  /** Shows a message to everybody in a channel, or in one of its threads. */
  post(channel: string, thread: string | undefined, message: Message): Promise<boolean>;
  /** Shows a message to one person: where the question stands if possible, in a direct message otherwise. */
  whisper(asker: Asker, message: Message): Promise<boolean>;
  /** Shows a private reply to the whole channel. */
  share(asker: Asker, message: Message): Promise<boolean>;
  /** Puts a view into somebody's App Home. */
  publish(person: string, blocks: Message['blocks']): Promise<boolean>;
}

/** Milliseconds before the second attempt to call a response_url. */
const BEFORE_AGAIN = 400;
/**
 * Rounds of attempts for a direct message, behind which there is no other way, and milliseconds between two: with the client's own
 * attempts in each, half a minute in which Slack may be away. Slack does not repeat a question that it has handed over.
 */
const ROUNDS = 3;
const BETWEEN_ROUNDS = 3000;

const NO_UNFURL = { unfurl_links: false, unfurl_media: false } as const;

export function createDelivery(client: webApi.WebClient, log: Log, meter: Meter): Delivery {
  const pace = createPace();

  const failed = (what: string, fault: Fault): false => {
    meter.count('slack', fault.code === 'missing_scope' ? 'missing_scope' : `${what}_failed`);
    log.warn({ platform: 'slack', fault: fault.code }, `${what} failed: ${remedy(fault)}`);
    return false;
  };
  const attempt = async (what: string, work: () => Promise<unknown>, rounds = 1): Promise<boolean> => {
    for (let round = 1; ; round += 1) {
      try {
        await work();
        return true;
      } catch (error) {
        const fault = faultOf(error);
        if (round >= rounds || !passes(fault)) return failed(what, fault);
        meter.count('slack', `${what}_again`);
        log.warn({ platform: 'slack', fault: fault.code }, `${what} failed: trying again`);
        await pause(BETWEEN_ROUNDS, undefined, { ref: false });
      }
    }
  };
  const post = async (channel: string, thread: string | undefined, message: Message): Promise<boolean> => {
    const send = (): Promise<unknown> =>
      client.chat.postMessage({
        channel,
        ...message,
        ...NO_UNFURL,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      });
    const turn = pace.take(channel, () => attempt('post', send, isOnePerson(channel) ? ROUNDS : 1));
    return turn ?? failed('post', { code: 'too_many_waiting' });
  };
  const respond = async (url: string | undefined, message: Message, openly: boolean): Promise<boolean> => {
    if (url === undefined) return false;
    const body = openly
      ? { response_type: 'in_channel', replace_original: false, ...NO_UNFURL, ...message }
      : { response_type: 'ephemeral', replace_original: false, ...message };
    const first = await callResponseUrl(url, body);
    if (first === undefined) return true;
    if (!first.again) return failed('response_url', { code: first.code });
    await pause(Math.max(BEFORE_AGAIN, (first.retryAfter ?? 0) * 1000), undefined, { ref: false });
    const second = await callResponseUrl(url, body);
    return second === undefined || failed('response_url', { code: second.code });
  };
  const ephemeral = ({ person, channel, thread }: Asker, message: Message): Promise<boolean> =>
    attempt('ephemeral', () =>
      client.chat.postEphemeral({
        channel,
        user: person,
        ...message,
        ...(thread === undefined ? {} : { thread_ts: thread }),
      }),
    );
  return {
    post,
    async whisper(asker, message) {
      const ways = isDirect(asker)
        ? [() => respond(asker.responseUrl, message, false)]
        : asker.thread === undefined
          ? [() => respond(asker.responseUrl, message, false), () => ephemeral(asker, message)]
          : [() => ephemeral(asker, message), () => respond(asker.responseUrl, message, false)];
      for (const way of ways) if (await way()) return true;
      // A channel that is the id of a person is the direct conversation with that person.
      return post(asker.channel.startsWith('D') ? asker.channel : asker.person, undefined, message);
    },
    async share(asker, message) {
      if (asker.thread !== undefined && (await post(asker.channel, asker.thread, message))) return true;
      const turn = pace.take(asker.channel, () => respond(asker.responseUrl, message, true));
      return (await (turn ?? false)) || (asker.thread === undefined && (await post(asker.channel, undefined, message)));
    },
    publish: (person, blocks) =>
      attempt('home', () => client.views.publish({ user_id: person, view: { type: 'home', blocks } })),
  };
}

/** A direct conversation, or a person, whose id opens it. */
function isOnePerson(channel: string): boolean {
  return /^[DUW]/.test(channel);
}
