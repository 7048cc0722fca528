import type { Client, RepliableInteraction } from 'discord.js';
import type { Log, Meter, Surroundings } from '../adapter.ts';
import { createDesk, type Desk, type Given, type Outcome } from '../desk.ts';
import { createQueue } from '../queue.ts';
import { type Asker, conversationOf, isDirect } from './asker.ts';
import type { Callbacks } from './callbacks.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { described } from './faults.ts';
import { HOW_TO_CALL, notice, privacyMessage, recordMessage } from './notices.ts';
import type { DiscordOptions } from './options.ts';
import { MODERATES } from './registration.ts';
import { type Payload, render } from './render.ts';

/** What every listener works with. */
export interface Counter {
  readonly client: Client;
  readonly options: DiscordOptions;
  readonly surroundings: Surroundings;
  readonly desk: Desk<Asker>;
  readonly delivery: Delivery;
  readonly log: Log;
  readonly meter: Meter;
  /** Whether the bot answers in that place at all. */
  serves(asker: Asker): boolean;
  /**
   * Does the work when its turn comes, and keeps the program from ending before; its error goes to the log and to nobody else.
   * @param openly whether everybody shall read the answer; given where somebody who waits may be shown that the bot is thinking
   */
  hand(what: string, work: () => Promise<void>, interaction?: RepliableInteraction, openly?: boolean): void;
  /** Takes nothing more in hand. Resolves when no work is left. */
  drain(): Promise<void>;
  /** A given reply as one person alone sees it, or as everybody does. */
  shown(given: Given, asker: Asker, view: { readonly openly: boolean; readonly page?: number }): Payload;
  /** What is said instead of an answer; nothing where there is nothing to say. */
  instead(outcome: Exclude<Outcome, { type: 'reply' }>): Payload | undefined;
  /** What is stored about somebody, for that person alone. */
  stored(asker: Asker): Promise<Payload>;
  /** What people asked in vain, for moderators. */
  inbox(interaction: RepliableInteraction): Promise<Payload>;
  /** Where "Ask a person" leads for somebody; nothing where nobody is there to be asked. */
  peopleFor(asker: Asker): string | undefined;
}

export function createCounter(
  client: Client,
  options: DiscordOptions,
  surroundings: Surroundings,
  desk: Desk<Asker>,
  callbacks: Callbacks,
  onRefused: () => void,
): Counter {
  const { log, meter, records } = surroundings;
  const queue = createQueue();
  let draining = false;
  const delivery = createDelivery(client, callbacks, log, meter, onRefused);
  const peopleFor = ({ guild, channel, parent }: Asker): string | undefined =>
    options.personChannel ??
    (options.personRole !== undefined && guild !== undefined ? (parent ?? channel) : undefined);
  return {
    client,
    options,
    surroundings,
    desk,
    delivery,
    log,
    meter,
    peopleFor,
    serves: ({ guild, channel, parent }) =>
      guild === undefined ||
      options.channels.length === 0 ||
      options.channels.includes(channel) ||
      (parent !== undefined && options.channels.includes(parent)),
    hand(what, work, interaction, openly) {
      if (draining) return meter.count('discord', 'stopping');
      const started = performance.now();
      if (interaction) delivery.arrived(interaction);
      const failed = async (error: unknown): Promise<void> => {
        meter.count('discord', 'failed');
        log.error({ platform: 'discord', what, ...described(error) }, 'could not answer');
        if (interaction) await delivery.respond(interaction, notice('sorry'), false);
      };
      const done = (): void => {
        if (what !== 'completion') meter.replied('discord', (performance.now() - started) / 1000);
      };
      const waiter =
        interaction && openly !== undefined
          ? { person: interaction.user.id, late: () => delivery.think(interaction, openly) }
          : undefined;
      void queue.enter(() => work().then(done, failed), waiter).catch(() => {});
    },
    async drain() {
      draining = true;
      await queue.idle();
    },
    shown: ({ reply, request, command }, asker, { openly, page }) =>
      render(reply, {
        request,
        share: !openly && !asker.direct,
        ...(command === 'help' ? { note: HOW_TO_CALL } : {}),
        person: peopleFor(asker) !== undefined,
        ...(page === undefined ? {} : { page }),
      }),
    instead(outcome) {
      if (outcome.type === 'wait') {
        meter.count('discord', 'rate_limited');
        return outcome.tell ? notice(outcome.limit) : undefined;
      }
      if (outcome.type === 'privacy') return notice(records ? 'use_privacy' : 'nothing_stored');
      return notice(records ? 'use_inbox' : 'no_inbox');
    },
    stored: async ({ person }) =>
      records ? privacyMessage(await records.stored({ platform: 'discord', person })) : notice('nothing_stored'),
    async inbox(interaction) {
      if (!records) return notice('no_inbox');
      // Discord offers the command to moderators alone; what people wrote is worth a second look.
      const may = interaction.memberPermissions?.has(MODERATES) ?? false;
      return may ? recordMessage(await records.inbox()) : notice('not_moderator');
    },
  };
}

export function createDiscordDesk(surroundings: Surroundings): Desk<Asker> {
  return createDesk<Asker>(surroundings, { platform: 'discord', conversationOf, isDirect });
}
