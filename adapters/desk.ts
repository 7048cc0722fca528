import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { AskOptions, Origin } from '../src/advisor.ts';
import type { Reply } from '../src/reply.ts';
import type { Action } from './actions.ts';
import type { Surroundings } from './adapter.ts';
import { createConversations } from './conversations.ts';
import { createLimiter, type Limit } from './limiter.ts';
import { readLine } from './line.ts';

/** A reply that was given, while it is remembered: about 20 MB when full. */
const MOST_REPLIES = 2000;
const REPLY_KEPT = 6 * 60 * 60 * 1000;
/** Somebody who asks too fast is told so once in this time. */
const MOST_TOLD = 5000;
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

/** Who asks, and where; ids as the platform gives them. */
export interface Asking {
  readonly person: string;
  /** empty where it is none */
  readonly channel: string;
}

/** What differs between platforms. */
export interface Ways<Asker extends Asking> {
  readonly platform: string;
  /** A key for what was said before: nothing crosses people or channels. */
  conversationOf(asker: Asker): string;
  /** Whether nobody else reads along there. */
  isDirect(asker: Asker): boolean;
}

/** Answers people, and remembers for a while what it said to whom. */
export interface Desk<Asker extends Asking> {
  /** @param openly others can read the answer, so the channel's limit counts too */
  ask(text: string, asker: Asker, openly: boolean): Outcome;
  /** What a button, a menu entry or a command with named parameters asks for. */
  pick(action: Extract<Action, { type: 'show' | 'run' }>, asker: Asker, openly?: boolean): Outcome;
  /** A reply that was given before; made again from its entry where it is forgotten. */
  recall(request: string, topic: string): Given | undefined;
  /** Whether the person has been talking to the bot in that place lately. */
  talks(asker: Asker): boolean;
  forget(asker: Asker): void;
  origin(asker: Asker, request: string): Origin;
}

export function createDesk<Asker extends Asking>(
  { advisor, limits }: Pick<Surroundings, 'advisor' | 'limits'>,
  { platform, conversationOf, isDirect }: Ways<Asker>,
): Desk<Asker> {
  const conversations = createConversations();
  const limiter = createLimiter(limits);
  const given = new LRUCache<string, Given>({ max: MOST_REPLIES, ttl: REPLY_KEPT });
  const told = new LRUCache<string, true>({ max: MOST_TOLD, ttl: TOLD_AGAIN });

  const origin = (asker: Asker, request: string): Origin => ({
    platform,
    person: asker.person,
    ...(asker.channel === '' ? {} : { channel: asker.channel }),
    request,
  });
  const answer = (
    asker: Asker,
    asked: Pick<Given, 'command'> & { readonly question?: string },
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
    const made = { request, reply, question: reply.question, ...asked };
    given.set(request, made);
    return { type: 'reply', ...made };
  };
  return {
    ask(text, asker, openly) {
      const line = readLine(text, advisor);
      if (line.type === 'command')
        return answer(asker, { question: text, command: line.command.name }, openly, options =>
          advisor.run(line.command.name, line.command.parse(line.rest), options),
        );
      if (line.type !== 'question') return { type: line.type };
      return answer(asker, { question: line.text }, openly, options => advisor.ask(line.text, options));
    },
    pick(action, asker, openly = false) {
      if (action.type === 'show') return answer(asker, {}, openly, options => advisor.show(action.topic, options));
      const typed = Object.values(action.input).join(' ');
      const question = action.command === 'ask' ? typed : `${action.command} ${typed}`.trim();
      return answer(asker, { question, command: action.command }, openly, options =>
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
    forget: asker => conversations.forget(conversationOf(asker)),
    origin,
  };
}
