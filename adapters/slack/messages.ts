import type { App } from '@slack/bolt';
import { LRUCache } from 'lru-cache';
import { type Asker, isDirect } from './asker.ts';
import type { Counter } from './counter.ts';
import { mentions, readable } from './escape.ts';
import { elsewhere } from './notices.ts';

/** Events and messages that are remembered, so that each is answered once; Slack repeats within the hour. */
const MOST_SEEN = 20_000;
const SEEN_KEPT = 2 * 60 * 60 * 1000;

/** A message that a person wrote. */
interface Said {
  readonly person: string;
  readonly channel: string;
  readonly ts: string;
  readonly thread?: string;
  readonly text: string;
}

/** Mentions, direct messages, and what is said in threads that the bot takes part in. */
export function listenToMessages(app: App, counter: Counter): void {
  const { desk, delivery, account, meter } = counter;
  const seen = new LRUCache<string, true>({ max: MOST_SEEN, ttl: SEEN_KEPT });
  const isNew = (...keys: readonly string[]): boolean => {
    const known = keys.some(key => seen.has(key));
    for (const key of keys) seen.set(key, true);
    if (known) meter.count('slack', 'duplicate');
    return !known;
  };

  /** @param addressed the message is meant for the bot beyond doubt */
  const answer = async (said: Said, addressed: boolean): Promise<void> => {
    const place: Asker = { person: said.person, channel: said.channel };
    // In a direct message the answer stands below the question; in the agent view and elsewhere in the question's thread.
    const thread = said.thread ?? (isDirect(place) && !counter.agent.view ? undefined : said.ts);
    const asker: Asker = thread === undefined ? place : { ...place, thread };
    if (!counter.serves(said.channel)) {
      if (addressed) await delivery.whisper(asker, elsewhere(counter.options.channels));
      return;
    }
    const talks = desk.talks(asker);
    const outcome = desk.ask(readable(said.text, account.userId), asker, true);
    if (outcome.type !== 'reply') {
      const message = addressed || talks ? await counter.privately(outcome, asker) : undefined;
      if (message) await delivery.whisper(asker, message);
      return;
    }
    // People also talk to each other in a thread: silence is better there than not to understand aloud.
    if (!addressed && !talks && outcome.reply.kind !== 'answer') return;
    // Somebody may go on before Slack has confirmed the answer.
    if (thread !== undefined) desk.join(said.channel, thread);
    const posted = await delivery.post(said.channel, thread, counter.shown(outcome, asker, { openly: true }));
    if (!posted && thread !== undefined) desk.leave(said.channel, thread);
    if (!posted && !isDirect(asker)) await delivery.whisper(asker, counter.shown(outcome, asker, { openly: false }));
  };

  app.event('app_mention', ({ event, body }) => {
    const said = saidIn(event);
    if (!said || !isNew(body.event_id, `${said.channel}|${said.ts}`)) return Promise.resolve();
    meter.count('slack', 'mention');
    return counter.hand('mention', () => answer(said, true));
  });

  app.event('message', ({ event, body }) => {
    const said = saidIn(event);
    if (!said) return Promise.resolve();
    const direct = isDirect(said);
    if (!direct) {
      // A mention comes as an event of its own; a message to somebody else is none of the bot's business.
      if (said.thread === undefined || !desk.takesPart(said.channel, said.thread)) return Promise.resolve();
      if (mentions(said.text, account.userId) || /^\s*<@[UW]/.test(said.text)) return Promise.resolve();
    }
    if (!isNew(body.event_id, `${said.channel}|${said.ts}`)) return Promise.resolve();
    meter.count('slack', direct ? 'direct_message' : 'follow_up');
    return counter.hand('message', () => answer(said, direct));
  });
}

/** What a person said, or nothing where it was a bot, an edit, a joining, or anything else than a plain message. */
function saidIn(event: object): Said | undefined {
  const { user, channel, ts, thread_ts, text, subtype, bot_id, edited, hidden } = event as Readonly<
    Record<string, unknown>
  >;
  if (subtype !== undefined || bot_id !== undefined || edited !== undefined || hidden === true) return undefined;
  if (typeof user !== 'string' || typeof channel !== 'string' || typeof ts !== 'string') return undefined;
  return {
    person: user,
    channel,
    ts,
    text: typeof text === 'string' ? text : '',
    ...(typeof thread_ts === 'string' ? { thread: thread_ts } : {}),
  };
}
