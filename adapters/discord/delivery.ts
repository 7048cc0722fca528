import { setTimeout as pause } from 'node:timers/promises';
import {
  type Client,
  type Message,
  MessageFlags,
  PermissionFlagsBits,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js';
import type { Log, Meter } from '../adapter.ts';
import { described, type Fault, faultOf, isForbidden, isPassing, isRefused, quiet } from './faults.ts';
import { type Payload, plainly } from './render.ts';

/** Brings messages to Discord. Nothing here throws; each says whether the message arrived. */
export interface Delivery {
  /** Answers a click or a command: the first answer decides whether one person or everybody reads it. */
  respond(interaction: RepliableInteraction, payload: Payload, openly: boolean): Promise<boolean>;
  /** Gains time for work that is more than thinking: shows that it works, or leaves the message as it is until it is changed. */
  defer(interaction: RepliableInteraction, how: 'reply' | 'update'): Promise<boolean>;
  /** Answers a message where it stands. @returns `forbidden` where the bot may not write there */
  answer(message: Message, payload: Payload): Promise<'done' | 'forbidden' | 'failed'>;
  /** Writes to somebody directly. */
  write(person: string, payload: Payload, nonce: string): Promise<boolean>;
  /** Does something with Discord; a fault is counted and logged. */
  attempt(what: string, work: () => Promise<unknown>): Promise<Fault | undefined>;
}

/** Discord's code for an interaction that was answered before. */
const ACKNOWLEDGED = '40060';
/** Milliseconds before another attempt after an outage. discord.js has tried thrice in a row before that. */
const PAUSES = [500, 2000];
/** The same for an interaction, which lives three seconds. */
const SOON = [100, 300, 600];
const LIFE = 3000;
/** What comes to the same when it is done twice; discord.js itself does not try again where a line is closed without an answer. */
const REPEATABLE: ReadonlySet<string> = new Set(['deferral', 'response', 'completion']);

/** @param onRefused is told when Discord no longer takes the token */
export function createDelivery(client: Client, log: Log, meter: Meter, onRefused: () => void): Delivery {
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
        const shown = may(channel, PermissionFlagsBits.EmbedLinks) ? payload : plainly(payload);
        const points = to !== undefined && may(channel, PermissionFlagsBits.ReadMessageHistory);
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
  return {
    attempt,
    async respond(interaction, payload, openly) {
      const body = { ...payload, ...(openly ? {} : { flags: MessageFlags.Ephemeral as const }) };
      const fault = await tryAll(
        'response',
        async () => {
          if (interaction.deferred || interaction.replied) await interaction.followUp(body);
          else await interaction.reply(body);
        },
        SOON,
        LIFE,
      );
      // The answer to an earlier attempt was lost on its way back to us; the person sees the reply.
      return fault === undefined || fault.code === ACKNOWLEDGED;
    },
    async defer(interaction, how) {
      const fault = await attempt('deferral', () =>
        how === 'update' && interaction.isMessageComponent()
          ? interaction.deferUpdate()
          : interaction.deferReply({ flags: MessageFlags.Ephemeral }),
      );
      // Acknowledged already by an attempt whose answer was lost: discord.js must be told.
      if (fault?.code === ACKNOWLEDGED) interaction.deferred = true;
      return fault === undefined || fault.code === ACKNOWLEDGED;
    },
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

/** Whether the bot may write in a channel, as far as its permissions are known. */
function mayAnswer(channel: SendableChannels): boolean {
  const { SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  return may(channel, channel.isThread() ? SendMessagesInThreads : SendMessages);
}

/** What is not known is tried: Discord itself refuses in the end. */
function may(channel: SendableChannels, permission: bigint): boolean {
  if (channel.isDMBased()) return true;
  const { guild } = channel;
  const me = guild.members.me;
  // Without the role of everybody, which is named after the server, discord.js cannot add permissions up.
  const known = me === null || !guild.roles.cache.has(guild.id) ? null : channel.permissionsFor(me);
  // A channel that messages come from can be seen: where that is missing, what is known of it is not worth anything.
  return !known?.has(PermissionFlagsBits.ViewChannel) || known.has(permission);
}
