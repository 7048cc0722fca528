import { setTimeout as pause } from 'node:timers/promises';
import {
  type BaseInteraction,
  type InteractionResponseType,
  type RateLimitData,
  REST,
  type RESTOptions,
  Routes,
} from 'discord.js';
import type { Meter } from '../adapter.ts';
import type { Payload } from './render.ts';

/** An interaction lives three seconds: an answer that hangs leaves time for one more attempt, and one that is merely slow is waited for. */
const LONGEST_CALLBACK = 2600;

type FirstAnswer = Exclude<InteractionResponseType, InteractionResponseType.Pong>;

/**
 * The first answers to interactions, and what takes the place of a sign that the bot is thinking. They take a line of their own to Discord:
 * they have less time than other calls, do not count towards the bot's fifty a second (interactions/receiving-and-responding, "Endpoints"),
 * and are written here as Discord reads them, which discord.js would first find out of every field anew.
 */
export interface Callbacks {
  /** From now on an interaction waits for its first answer. */
  arrived(interaction: BaseInteraction): void;
  answer(interaction: BaseInteraction, type: FirstAnswer, data?: object): Promise<void>;
  /** Puts an answer in the place of that sign. */
  fill(interaction: BaseInteraction, data: object): Promise<void>;
  /** Takes that sign away. */
  clear(interaction: BaseInteraction): Promise<void>;
  /** Says something after the first answer. */
  follow(interaction: BaseInteraction, data: object): Promise<void>;
}

export function createCallbacks(
  rest: Partial<RESTOptions>,
  meter: Pick<Meter, 'acknowledged'>,
  onRateLimit: (limit: RateLimitData) => void,
): Callbacks {
  const line = new REST({ ...rest, timeout: LONGEST_CALLBACK, globalRequestsPerSecond: Number.POSITIVE_INFINITY });
  line.on('rateLimited', onRateLimit);
  const arrivals = new WeakMap<BaseInteraction, number>();
  const inTurn = createTurns();
  return {
    arrived: interaction => void arrivals.set(interaction, performance.now()),
    async answer(interaction, type, data) {
      const { id, token } = interaction;
      const arrival = arrivals.get(interaction);
      if (arrivals.delete(interaction) && arrival !== undefined)
        meter.acknowledged('discord', (performance.now() - arrival) / 1000);
      await inTurn(interaction.user.id, () =>
        line.post(Routes.interactionCallback(id, token), { body: { type, data }, auth: false }),
      );
    },
    async fill({ applicationId, token, user }, data) {
      await inTurn(user.id, () => line.patch(Routes.webhookMessage(applicationId, token), { body: data, auth: false }));
    },
    async clear({ applicationId, token, user }) {
      await inTurn(user.id, () => line.delete(Routes.webhookMessage(applicationId, token), { auth: false }));
    },
    async follow({ applicationId, token, user }, data) {
      await inTurn(user.id, () => line.post(Routes.webhook(applicationId, token), { body: data, auth: false }));
    },
  };
}

/** Milliseconds that a call waits for the one before it to be answered: one that hangs shall not cost the next one its three seconds. */
const HEAD_START = 250;
/** Calls of one person that wait for each other. Whoever sends more at once is a program, and would hold up itself. */
const MOST_IN_TURN = 10;

/** Lets the calls of each person leave in order: they go over many connections, on which a later one may overtake. */
function createTurns(): (person: string, call: () => Promise<unknown>) => Promise<void> {
  const lanes = new Map<string, { last: Promise<unknown>; under: number }>();
  return async (person, call) => {
    const lane = lanes.get(person) ?? { last: Promise.resolve(), under: 0 };
    lanes.set(person, lane);
    const before = lane.under > 0 && lane.under < MOST_IN_TURN ? lane.last : undefined;
    lane.under += 1;
    const mine = before ? Promise.race([before, pause(HEAD_START, undefined, { ref: false })]).then(call) : call();
    lane.last = mine.catch(() => {});
    try {
      await mine;
    } finally {
      lane.under -= 1;
      if (lane.under === 0) lanes.delete(person);
    }
  };
}

/** A message as Discord reads it. */
export function written({
  content,
  embeds,
  components,
  allowedMentions,
}: Omit<Payload, 'allowedMentions'> & {
  readonly allowedMentions: Payload['allowedMentions'] & { readonly roles?: string[] };
}): object {
  const { parse, repliedUser, roles } = allowedMentions;
  return {
    ...(content === undefined ? {} : { content }),
    embeds,
    components,
    allowed_mentions: { parse, replied_user: repliedUser, ...(roles ? { roles } : {}) },
  };
}
