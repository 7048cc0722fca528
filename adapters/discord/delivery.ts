import { setTimeout as pause } from 'node:timers/promises';
import {
  type AutocompleteInteraction,
  type Client,
  InteractionResponseType,
  type Message,
  MessageFlags,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js';
import type { Log, Meter } from '../adapter.ts';
import { type Callbacks, written } from './callbacks.ts';
import { described, type Fault, faultOf, isForbidden, isPassing, isRefused, quiet } from './faults.ts';
import { mayAnswer, mayEmbed, mayReadBack } from './permissions.ts';
import { type Payload, plainly } from './render.ts';

/** Brings messages to Discord. Nothing here throws; each says whether the message arrived. */
export interface Delivery {
  /** From now on a click or a command waits for its first answer. */
  arrived(interaction: RepliableInteraction): void;
  /** Answers a click or a command: the first answer decides whether one person or everybody reads it. */
  respond(interaction: RepliableInteraction, payload: Payload, openly: boolean): Promise<boolean>;
  /** Shows that the answer will come, where it has to wait; the answer then takes the place of that. */
  think(interaction: RepliableInteraction, openly: boolean): void;
  /** Offers completions for what somebody types. */
  complete(interaction: AutocompleteInteraction, choices: readonly Choice[]): Promise<void>;
  /** Gains time for work that is more than thinking: shows that it works, or leaves the message as it is until it is changed. */
  defer(interaction: RepliableInteraction, how: 'reply' | 'update'): Promise<boolean>;
  /** Answers a message where it stands. @returns `forbidden` where the bot may not write there */
  answer(message: Message, payload: Payload): Promise<'done' | 'forbidden' | 'failed'>;
  /** Writes to somebody directly. */
  write(person: string, payload: Payload, nonce: string): Promise<boolean>;
  /** Does something with Discord; a fault is counted and logged. */
  attempt(what: string, work: () => Promise<unknown>): Promise<Fault | undefined>;
}

export interface Choice {
  readonly name: string;
  readonly value: string;
}

/** Discord's code for an interaction that was answered before. */
const ACKNOWLEDGED = '40060';
/** Milliseconds before another attempt after an outage. discord.js has tried thrice in a row before that. */
const PAUSES = [500, 2000];
/** The same for an interaction, which lives three seconds. */
const SOON = [100, 300, 600];
const LIFE = 3000;
/** What comes to the same when it is done twice; discord.js itself does not try again where a line is closed without an answer. */
const REPEATABLE: ReadonlySet<string> = new Set(['deferral', 'response', 'completion', 'deletion']);

const PRIVATELY = { flags: MessageFlags.Ephemeral } as const;

/** @param onRefused is told when Discord no longer takes the token */
export function createDelivery(
  client: Client,
  callbacks: Callbacks,
  log: Log,
  meter: Meter,
  onRefused: () => void,
): Delivery {
  /** interactions that are told that the bot is thinking, and who sees that; nothing where it could not be told */
  const thinking = new WeakMap<RepliableInteraction, Promise<'openly' | 'privately' | undefined>>();
  const attempt: Delivery['attempt'] = async (what, work) => tryAll(what, work, REPEATABLE.has(what) ? SOON : [], LIFE);

  /** @returns the fault of the last attempt; nothing where one succeeded */
  const tryAll = async (
    what: string,
    work: () => Promise<unknown>,
    pauses: readonly number[],
    life = Number.POSITIVE_INFINITY,
  ): Promise<Fault | undefined> => {
    const end = performance.now() + life;
    for (let at = 0; ; at += 1) {
      try {
        await work();
        return undefined;
      } catch (error) {
        const fault = faultOf(error);
        const wait = pauses[at];
        if (wait !== undefined && isPassing(fault) && performance.now() + wait < end) {
          meter.count('discord', 'tried_again');
          await pause(wait, undefined, { ref: false });
          continue;
        }
        if (isRefused(fault)) onRefused();
        const everyday = quiet(fault);
        meter.count('discord', everyday ?? `${what}_failed`);
        const details = { platform: 'discord', what, fault: fault.code };
        if (everyday === undefined) log.warn({ ...details, ...described(error) }, 'Discord did not do what was asked');
        else log.debug(details, `${what}: ${everyday}`);
        return fault;
      }
    }
  };
  const post = async (
    what: string,
    find: () => Promise<SendableChannels>,
    payload: Payload,
    nonce: string,
    to?: Message,
  ): Promise<Fault | undefined> =>
    tryAll(
      what,
      async () => {
        const channel = await find();
        const shown = mayEmbed(channel) ? payload : plainly(payload);
        const points = to !== undefined && mayReadBack(channel);
        await channel.send({
          ...shown,
          // The same message sent twice, because an answer was lost, is shown once.
          nonce,
          enforceNonce: true,
          ...(points ? { reply: { messageReference: to, failIfNotExists: false } } : {}),
        });
      },
      PAUSES,
    );
  const acknowledge = async (
    interaction: RepliableInteraction,
    how: 'reply' | 'update',
    openly: boolean,
  ): Promise<boolean> => {
    const type =
      InteractionResponseType[how === 'update' ? 'DeferredMessageUpdate' : 'DeferredChannelMessageWithSource'];
    const data = how === 'update' || openly ? undefined : PRIVATELY;
    const fault = await attempt('deferral', () => callbacks.answer(interaction, type, data));
    // It may be acknowledged by an attempt whose answer was lost.
    const done = fault === undefined || fault.code === ACKNOWLEDGED;
    if (done) interaction.deferred = true;
    return done;
  };
  /** Puts an answer where it says that the bot is thinking. */
  const fill = async (
    interaction: RepliableInteraction,
    payload: Payload,
    openly: boolean,
  ): Promise<Fault | undefined> => {
    if (openly) return tryAll('response', () => callbacks.fill(interaction, written(payload)), PAUSES);
    // What everybody sees cannot become private any more.
    await attempt('deletion', () => callbacks.clear(interaction));
    return tryAll('response', () => callbacks.follow(interaction, { ...written(payload), ...PRIVATELY }), PAUSES);
  };
  return {
    attempt,
    arrived: callbacks.arrived,
    async respond(interaction, payload, openly) {
      const thought = await thinking.get(interaction);
      if (thought !== undefined)
        return (await fill(interaction, payload, openly || thought === 'privately')) === undefined;
      const flags = openly ? {} : PRIVATELY;
      const fault = await tryAll(
        'response',
        async () => {
          if (interaction.deferred || interaction.replied)
            return callbacks.follow(interaction, { ...written(payload), ...flags });
          const { ChannelMessageWithSource } = InteractionResponseType;
          await callbacks.answer(interaction, ChannelMessageWithSource, { ...written(payload), ...flags });
          interaction.replied = true;
        },
        SOON,
        LIFE,
      );
      // The answer to an earlier attempt was lost on its way back to us; the person sees the reply.
      return fault === undefined || fault.code === ACKNOWLEDGED;
    },
    think(interaction, openly) {
      meter.count('discord', 'made_to_wait');
      const told = acknowledge(interaction, 'reply', openly);
      thinking.set(
        interaction,
        told.then(done => (done ? (openly ? 'openly' : 'privately') : undefined)),
      );
    },
    async complete(interaction, choices) {
      const { ApplicationCommandAutocompleteResult } = InteractionResponseType;
      await attempt('completion', () =>
        callbacks.answer(interaction, ApplicationCommandAutocompleteResult, { choices }),
      );
    },
    defer: async (interaction, how) =>
      (await thinking.get(interaction)) !== undefined || acknowledge(interaction, how, false),
    async answer(message, payload) {
      const { channel } = message;
      if (!channel.isSendable() || !mayAnswer(channel)) {
        meter.count('discord', 'missing_permission');
        return 'forbidden';
      }
      const fault = await post('answer', async () => channel, payload, message.id, message);
      if (fault === undefined) return 'done';
      return isForbidden(fault) ? 'forbidden' : 'failed';
    },
    async write(person, payload, nonce) {
      const fault = await post('direct_message', () => client.users.createDM(person), payload, nonce);
      return fault === undefined;
    },
  };
}
