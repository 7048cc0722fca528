import type { webApi } from '@slack/bolt';
import type { Log, Meter, Surroundings } from '../adapter.ts';
import type { Given, Outcome } from '../desk.ts';
import type { Account } from './account.ts';
import { type Asker, isDirect } from './asker.ts';
import { createDelivery, type Delivery } from './delivery.ts';
import { createSlackDesk, type SlackDesk } from './desk.ts';
import { faultOf } from './faults.ts';
import { HOW_TO_CALL, notice, privacyMessage, recordMessage } from './notices.ts';
import type { SlackOptions } from './options.ts';
import { type Message, render } from './render.ts';

/** What every listener works with. */
export interface Counter {
  readonly account: Account;
  readonly options: SlackOptions;
  readonly surroundings: Surroundings;
  readonly client: webApi.WebClient;
  readonly desk: SlackDesk;
  readonly delivery: Delivery;
  readonly log: Log;
  readonly meter: Meter;
  /** the workspace has the agent view, where every message to the bot opens a thread */
  readonly agent: { view: boolean };
  /** Whether the bot answers in that channel at all. */
  serves(channel: string): boolean;
  /** Acknowledges a click. Where that fails with its socket, the answer may still come another way. */
  acknowledge(ack: () => Promise<void>): Promise<void>;
  /** Keeps the program from ending in the middle of the work; its error goes to the log and to nobody else. */
  hand(what: string, work: () => Promise<void>): Promise<void>;
  /** Resolves when no work is in hand. */
  idle(): Promise<void>;
  /** A given reply as one person alone sees it, or as everybody does. */
  shown(given: Given, asker: Asker, view: { readonly openly: boolean; readonly page?: number }): Message;
  /** An outcome as a private message; nothing where there is nothing to say. */
  privately(outcome: Outcome, asker: Asker): Promise<Message | undefined>;
}

export function createCounter(
  account: Account,
  client: webApi.WebClient,
  options: SlackOptions,
  surroundings: Surroundings,
): Counter {
  const { log, meter, records } = surroundings;
  const inHand = new Set<Promise<void>>();
  const shown: Counter['shown'] = ({ reply, request, command }, asker, { openly, page }) =>
    render(reply, {
      request,
      share: !openly && !isDirect(asker),
      ...(command === 'help' ? { note: HOW_TO_CALL } : {}),
      person: options.personChannel !== undefined,
      ...(page === undefined ? {} : { page }),
    });
  return {
    account,
    options,
    surroundings,
    client,
    log,
    meter,
    agent: { view: false },
    shown,
    desk: createSlackDesk(surroundings),
    delivery: createDelivery(client, log, meter),
    serves: channel =>
      options.channels.length === 0 || isDirect({ person: '', channel }) || options.channels.includes(channel),
    acknowledge: ack => ack().catch(() => meter.count('slack', 'ack_failed')),
    async hand(what, work) {
      const started = performance.now();
      const mine = work().then(
        () => meter.replied('slack', (performance.now() - started) / 1000),
        (error: unknown) => {
          meter.count('slack', 'failed');
          log.error({ platform: 'slack', what, err: error, fault: faultOf(error).code }, 'could not answer');
        },
      );
      inHand.add(mine);
      await mine;
      inHand.delete(mine);
    },
    async idle() {
      while (inHand.size > 0) await Promise.allSettled([...inHand]);
    },
    async privately(outcome, asker) {
      switch (outcome.type) {
        case 'reply':
          return shown(outcome, asker, { openly: false });
        case 'wait':
          meter.count('slack', 'rate_limited');
          return outcome.tell ? notice(outcome.limit) : undefined;
        case 'privacy':
          return records
            ? privacyMessage(await records.stored({ platform: 'slack', person: asker.person }))
            : notice('nothing_stored');
        case 'inbox':
          if (!records) return notice('no_inbox');
          return options.moderators.includes(asker.person)
            ? recordMessage(await records.inbox())
            : notice('not_moderator');
      }
    },
  };
}
