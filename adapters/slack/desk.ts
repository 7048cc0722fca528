import { LRUCache } from 'lru-cache';
import type { Surroundings } from '../adapter.ts';
import { createDesk, type Desk, type Outcome } from '../desk.ts';
import { type Asker, conversationOf, isDirect } from './asker.ts';
import { cut } from './escape.ts';

/** Threads that the bot takes part in: it answers there without a mention for two days. */
const MOST_THREADS = 20_000;
const THREAD_KEPT = 48 * 60 * 60 * 1000;
/** Questions of a person that the App Home offers again; in memory only. */
const RECENT = 5;
const MOST_PEOPLE = 5000;
const RECENT_KEPT = 24 * 60 * 60 * 1000;

/** Answers people, and remembers for a while what it said to whom, in which threads, and what was asked. */
export interface SlackDesk extends Desk<Asker> {
  join(channel: string, thread: string): void;
  leave(channel: string, thread: string): void;
  takesPart(channel: string, thread: string): boolean;
  recent(person: string): readonly string[];
}

export function createSlackDesk(surroundings: Pick<Surroundings, 'advisor' | 'limits'>): SlackDesk {
  const desk = createDesk<Asker>(surroundings, { platform: 'slack', conversationOf, isDirect });
  const threads = new LRUCache<string, true>({ max: MOST_THREADS, ttl: THREAD_KEPT });
  const recents = new LRUCache<string, readonly string[]>({ max: MOST_PEOPLE, ttl: RECENT_KEPT });

  const remember = (person: string, outcome: Outcome): void => {
    if (outcome.type !== 'reply' || outcome.command !== undefined || outcome.reply.kind !== 'answer') return;
    // Nobody wants to find a cry for help in a list of recent questions.
    if (outcome.reply.handoff !== undefined) return;
    const { question } = outcome;
    const before = recents.get(person) ?? [];
    recents.set(person, [cut(question, 150), ...before.filter(each => each !== question)].slice(0, RECENT));
  };
  return {
    ...desk,
    ask(text, asker, openly) {
      const outcome = desk.ask(text, asker, openly);
      remember(asker.person, outcome);
      return outcome;
    },
    join: (channel, thread) => void threads.set(`${channel}|${thread}`, true),
    leave: (channel, thread) => void threads.delete(`${channel}|${thread}`),
    takesPart: (channel, thread) => threads.get(`${channel}|${thread}`) === true,
    recent: person => recents.get(person) ?? [],
    forget(asker) {
      recents.delete(asker.person);
      desk.forget(asker);
    },
  };
}
