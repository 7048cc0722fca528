import { setTimeout as pause } from 'node:timers/promises';
import {
  type APIInteractionResponse,
  type APIThreadChannel,
  ChannelType,
  MessageFlags,
  REST,
  type RESTOptions,
  type RESTPostAPIChannelMessageJSONBody,
  type RESTPostAPIChannelMessageResult,
  type RESTPostAPICurrentUserCreateDMChannelResult,
  Routes,
} from 'discord.js';
import type { Log, Meter } from '../adapter.ts';
import { type Fault, faultOf } from './faults.ts';
import { LIMITS } from './limits.ts';
import type { Payload } from './render.ts';

/** How a call ended. */
export type Outcome<T> = { readonly done: T } | { readonly fault: Fault };

/** An interaction as far as answering it goes. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly application_id: string;
}

/** Everything that the bot does at Discord. Nothing here throws: what goes wrong is counted, logged and handed back. */
export interface Calls {
  /** The first answer to an interaction: within three seconds, and once. */
  respond(interaction: Interaction, response: APIInteractionResponse): Promise<Outcome<undefined>>;
  /** Puts a message in the place of the first answer, within a quarter of an hour. */
  edit(interaction: Interaction, payload: Payload): Promise<Outcome<undefined>>;
  /** @param nonce what keeps a lost answer from becoming a second message; up to 25 characters */
  send(channel: string, nonce: string, payload: Payload, replyTo?: string): Promise<Outcome<{ id: string }>>;
  /** Writes to somebody in private. */
  whisper(person: string, nonce: string, payload: Payload): Promise<Outcome<{ id: string }>>;
  /** Opens a thread under a message. */
  openThread(channel: string, message: string, name: string): Promise<Outcome<{ id: string }>>;
  /** Opens a post in a forum, which is a thread with a first message. */
  openPost(channel: string, name: string, payload: Payload): Promise<Outcome<{ id: string }>>;
}

/** Milliseconds. An interaction is over after three seconds, so one lost try must leave time for a second. */
const CALLBACK_TIMEOUT = 2000;
/** Pauses between attempts after the library's own immediate ones. */
const CALLBACK_PAUSES = [150, 300, 600];
const PAUSES = [500, 2000, 5000];

export const REST_OPTIONS: Partial<RESTOptions> = {
  timeout: 5000,
  retries: 1,
  // Whoever has waited for a minute does not wait any more.
  rejectOnRateLimit: limit => limit.timeToReset > 60_000,
};

/** @param onUnauthorised called when Discord no longer takes the token */
export function createCalls(
  rest: REST,
  log: Log,
  meter: Meter,
  onUnauthorised: () => void,
  signal: AbortSignal,
): Calls {
  const callbacks = new REST({ ...rest.options, timeout: CALLBACK_TIMEOUT, retries: 1 });

  const attempt = async <T>(
    what: string,
    pauses: readonly number[],
    until: number,
    call: () => Promise<T>,
  ): Promise<Outcome<T>> => {
    for (let at = 0; ; at += 1) {
      try {
        return { done: await call() };
      } catch (error) {
        const fault = faultOf(error);
        const wait = pauses[at];
        const again = fault.kind === 'unreachable' && wait !== undefined && performance.now() + wait < until;
        if (!again || signal.aborted) return { fault: note(what, fault) };
        meter.count('discord', 'retry');
        await pause(wait, undefined, { signal }).catch(() => {});
      }
    }
  };

  const note = (what: string, fault: Fault): Fault => {
    meter.count('discord', `call_${fault.kind}`);
    if (fault.kind === 'unauthorised') onUnauthorised();
    const details = { platform: 'discord', what, fault: fault.detail };
    if (fault.kind === 'refused' || fault.kind === 'unreachable') log.warn(details, 'a call to Discord failed');
    else log.info(details, `a call to Discord was not needed or not possible: ${fault.kind}`);
    return fault;
  };

  const ever = Number.POSITIVE_INFINITY;
  const calls: Calls = {
    async respond({ id, token }, response) {
      const until = performance.now() + LIMITS.interactionAnswer;
      const outcome = await attempt('answer an interaction', CALLBACK_PAUSES, until, async () => {
        await callbacks.post(Routes.interactionCallback(id, token), { body: response, auth: false });
        return undefined;
      });
      return 'fault' in outcome && outcome.fault.kind === 'done' ? { done: undefined } : outcome;
    },
    edit: ({ application_id, token }, payload) =>
      attempt('edit an answer', PAUSES, ever, async () => {
        // Whether an answer is private was fixed when it was given.
        const body = { ...payload, flags: MessageFlags.IsComponentsV2 };
        await rest.patch(Routes.webhookMessage(application_id, token), { body, auth: false });
        return undefined;
      }),
    async send(channel, nonce, payload, replyTo) {
      const body: RESTPostAPIChannelMessageJSONBody = { ...payload, nonce, enforce_nonce: true };
      const reference =
        replyTo === undefined ? {} : { message_reference: { message_id: replyTo, fail_if_not_exists: false } };
      const post = (more: RESTPostAPIChannelMessageJSONBody): Promise<Outcome<{ id: string }>> =>
        attempt('send a message', PAUSES, ever, async () => {
          const made = await rest.post(Routes.channelMessages(channel), { body: { ...body, ...more } });
          return { id: idOf(made) };
        });
      const outcome = await post(reference);
      return 'fault' in outcome && outcome.fault.kind === 'reference' ? post({}) : outcome;
    },
    async whisper(person, nonce, payload) {
      const opened = await attempt('open a direct conversation', PAUSES, ever, async () => {
        const made = await rest.post(Routes.userChannels(), { body: { recipient_id: person } });
        return { id: idOf(made) };
      });
      return 'done' in opened ? calls.send(opened.done.id, nonce, payload) : opened;
    },
    async openThread(channel, message, name) {
      const outcome = await attempt('open a thread', PAUSES, ever, async () => {
        const made = await rest.post(Routes.threads(channel, message), { body: { name } });
        return { id: idOf(made) };
      });
      // A thread under a message has the id of that message.
      return 'fault' in outcome && outcome.fault.kind === 'done' ? { done: { id: message } } : outcome;
    },
    openPost: (channel, name, payload) =>
      attempt('open a post', PAUSES, ever, async () => {
        const made = await rest.post(Routes.threads(channel), { body: { name, message: payload } });
        return { id: idOf(made) };
      }),
  };
  return calls;
}

type Made = RESTPostAPIChannelMessageResult | RESTPostAPICurrentUserCreateDMChannelResult | APIThreadChannel;

function idOf(made: unknown): string {
  const { id } = made as Pick<Made, 'id'>;
  return id;
}

/** Kinds of channel in which a question becomes a post of its own. */
export function isForum(type: ChannelType | undefined): boolean {
  return type === ChannelType.GuildForum || type === ChannelType.GuildMedia;
}
