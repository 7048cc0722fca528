import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AskOptions, Input, Origin } from '../../src/advisor.ts';
import type { Reply } from '../../src/reply.ts';
import type { Surroundings } from '../adapter.ts';
import { createConversations } from '../conversations.ts';
import { createLimiter, type Limit } from '../limiter.ts';

/** Replies that are remembered for their buttons: about 20 MB when full. Without one its entry is shown again. */
const MOST_REPLIES = 2000;
const REPLY_KEPT = 6 * 60 * 60 * 1000;

/** Who asks and where; ids as Discord gives them. */
export interface Asker {
  readonly person: string;
  readonly channel: string;
}

/** What is asked: a question in somebody's own words, a command, or an entry by its id. */
export type Asked =
  | { readonly type: 'question'; readonly question: string }
  | { readonly type: 'command'; readonly name: string; readonly input: Input }
  | { readonly type: 'entry'; readonly topic: string };

export interface Given {
  /** id of the reply: in its buttons, the log and the journal */
  readonly request: string;
  readonly reply: Reply;
  /** what was asked, in the person's own words where there are any */
  readonly question: string;
}

/** Answers people, and remembers for a while what it said to whom. */
export interface Desk {
  /**
   * @param openly others can read the answer, so the channel's limit counts too
   * @returns the reply, or the limit that is reached
   */
  answer(asked: Asked, asker: Asker, openly: boolean): Given | { readonly limit: Limit };
  /** A reply that was given before, while it is remembered. */
  kept(request: string): Given | undefined;
  /** A reply that was given before; made again from its entry where it is forgotten. */
  recall(request: string, topic: string): Given | undefined;
  forget(asker: Asker): void;
  origin(asker: Asker, request: string): Origin;
}

export function createDesk({ advisor, limits }: Pick<Surroundings, 'advisor' | 'limits'>): Desk {
  const conversations = createConversations();
  const limiter = createLimiter(limits);
  const given = new LRUCache<string, Given>({ max: MOST_REPLIES, ttl: REPLY_KEPT });
  const key = ({ person, channel }: Asker): string => `${person} in ${channel}`;
  const origin = (asker: Asker, request: string): Origin => ({ platform: 'discord', ...asker, request });
  return {
    answer(asked, asker, openly) {
      const limit = limiter.take(asker.person, openly ? asker.channel : undefined);
      if (limit !== undefined) return { limit };
      const request = randomUUID().replaceAll('-', '').slice(0, 12);
      const options: AskOptions = {
        context: conversations.context(key(asker)),
        origin: origin(asker, request),
      };
      const reply = make(asked, options);
      conversations.remember(key(asker), reply.turn);
      const made = { request, reply, question: questionOf(asked, reply) };
      given.set(request, made);
      return made;
    },
    kept: request => given.get(request),
    recall(request, topic) {
      const kept = given.get(request);
      if (kept !== undefined || topic === '') return kept;
      const reply = advisor.show(topic);
      return { request, reply, question: reply.question };
    },
    forget: asker => conversations.forget(key(asker)),
    origin,
  };

  function make(asked: Asked, options: AskOptions): Reply {
    if (asked.type === 'question') return advisor.ask(asked.question, options);
    if (asked.type === 'entry') return advisor.show(asked.topic, options);
    return advisor.run(asked.name, asked.input, options);
  }
}

function questionOf(asked: Asked, reply: Reply): string {
  if (asked.type === 'question') return asked.question;
  if (asked.type === 'entry') return reply.sections[0]?.title ?? reply.question;
  const typed = Object.values(asked.input).join(' ').trim();
  // `/ask` takes the id of an entry where somebody picked a completion.
  if (asked.name === 'ask') return reply.topics.includes(typed) ? (reply.sections[0]?.title ?? typed) : typed;
  return `/${asked.name} ${typed}`.trim();
}
