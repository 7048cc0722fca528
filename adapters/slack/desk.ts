import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AskOptions, Origin } from '../../src/advisor.ts';
import type { Reply } from '../../src/reply.ts';
import type { Action } from '../actions.ts';
import type { Surroundings } from '../adapter.ts';
import { createConversations } from '../conversations.ts';
import { createLimiter, type Limit } from '../limiter.ts';
import { type Asker, conversationOf, isDirect } from './asker.ts';
import { cut } from './escape.ts';
import { readLine } from './line.ts';

/** A reply that was given, while it is remembered: about 20 MB when full. */
const MOST_REPLIES = 2000;
const REPLY_KEPT = 6 * 60 * 60 * 1000;
/** Threads that the bot takes part in: it answers there without a mention for two days. */
const MOST_THREADS = 20_000;
const THREAD_KEPT = 48 * 60 * 60 * 1000;
/** Questions of a person that the App Home offers again; in memory only. */
const RECENT = 5;
const MOST_PEOPLE = 5000;
const RECENT_KEPT = 24 * 60 * 60 * 1000;
/** Somebody who asks too fast is told so once in this time. */
const TOLD_AGAIN = 30_000;

export interface Given {
  readonly request: string;
  readonly reply: Reply;
  /** what was asked, in the person's own words */
  readonly question: string;
  /** the command that was run; nothing for a question */
  readonly command?: string;
}

export type Outcome =
  | ({ readonly type: 'reply' } & Given)
  /** the limit that is reached; `tell` is false where the person knows it already */
  | { readonly type: 'wait'; readonly limit: Limit; readonly tell: boolean }
  | { readonly type: 'privacy' | 'inbox' };

/** Answers people, and remembers for a while what it said to whom. */
export interface Desk {
  /** @param openly others can read the answer, so the channel's limit counts too */
  ask(text: string, asker: Asker, openly: boolean): Outcome;
  /** What a button or menu entry asks for. */
  pick(action: Extract<Action, { type: 'show' | 'run' }>, asker: Asker): Outcome;
  /** A reply that was given before; made again from its entry where it is forgotten. */
  recall(request: string, topic: string): Given | undefined;
  /** Whether the person has been talking to the bot in that place lately. */
  talks(asker: Asker): boolean;
  join(channel: string, thread: string): void;
  leave(channel: string, thread: string): void;
  takesPart(channel: string, thread: string): boolean;
  recent(person: string): readonly string[];
  forget(asker: Asker): void;
  origin(asker: Asker, request: string): Origin;
}

export function createDesk({ advisor, limits }: Pick<Surroundings, 'advisor' | 'limits'>): Desk {
  const conversations = createConversations();
  const limiter = createLimiter(limits);
  const given = new LRUCache<string, Given>({ max: MOST_REPLIES, ttl: REPLY_KEPT });
  const threads = new LRUCache<string, true>({ max: MOST_THREADS, ttl: THREAD_KEPT });
  const recents = new LRUCache<string, readonly string[]>({ max: MOST_PEOPLE, ttl: RECENT_KEPT });
  const told = new LRUCache<string, true>({ max: MOST_PEOPLE, ttl: TOLD_AGAIN });

  const origin = (asker: Asker, request: string): Origin => ({
    platform: 'slack',
    person: asker.person,
    ...(asker.channel === '' ? {} : { channel: asker.channel }),
    request,
  });
  const answer = (
    asker: Asker,
    asked: Pick<Given, 'question' | 'command'>,
    openly: boolean,
    make: (options: AskOptions) => Reply,
  ): Outcome => {
    const limit = limiter.take(asker.person, openly && !isDirect(asker) ? asker.channel : undefined);
    if (limit !== undefined) {
      const tell = !told.has(asker.person);
      if (tell) told.set(asker.person, true);
      return { type: 'wait', limit, tell };
    }
    const request = randomUUID().replaceAll('-', '').slice(0, 12);
    const key = conversationOf(asker);
    const reply = make({ context: conversations.context(key), origin: origin(asker, request) });
    conversations.remember(key, reply.turn);
    const made = { request, reply, ...asked };
    given.set(request, made);
    return { type: 'reply', ...made };
  };
  const remember = (person: string, question: string, outcome: Outcome): void => {
    // Nobody wants to find a cry for help in a list of recent questions.
    if (outcome.type !== 'reply' || outcome.reply.kind !== 'answer' || outcome.reply.handoff !== undefined) return;
    const before = recents.get(person) ?? [];
    recents.set(person, [cut(question, 150), ...before.filter(each => each !== question)].slice(0, RECENT));
  };
  return {
    ask(text, asker, openly) {
      const line = readLine(text, advisor);
      if (line.type === 'command')
        return answer(asker, { question: text, command: line.command.name }, openly, options =>
          advisor.run(line.command.name, line.command.parse(line.rest), options),
        );
      if (line.type !== 'question') return { type: line.type };
      const outcome = answer(asker, { question: line.text }, openly, options => advisor.ask(line.text, options));
      remember(asker.person, line.text, outcome);
      return outcome;
    },
    pick(action, asker) {
      if (action.type === 'show')
        return answer(asker, { question: action.topic }, false, options => advisor.show(action.topic, options));
      const typed = Object.values(action.input).join(' ');
      const question = action.command === 'ask' ? typed : `${action.command} ${typed}`.trim();
      return answer(asker, { question, command: action.command }, false, options =>
        advisor.run(action.command, action.input, options),
      );
    },
    recall(request, topic) {
      const kept = given.get(request);
      if (kept || topic === '') return kept;
      const reply = advisor.show(topic);
      return { request, reply, question: reply.question };
    },
    talks: asker => conversations.has(conversationOf(asker)),
    join: (channel, thread) => void threads.set(`${channel}|${thread}`, true),
    leave: (channel, thread) => void threads.delete(`${channel}|${thread}`),
    takesPart: (channel, thread) => threads.get(`${channel}|${thread}`) === true,
    recent: person => recents.get(person) ?? [],
    forget(asker) {
      recents.delete(asker.person);
      conversations.forget(conversationOf(asker));
    },
    origin,
  };
}
