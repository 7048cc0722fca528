import { createHash, randomUUID } from 'node:crypto';
import type { AdvisorEvent, Origin } from '../../advisor.ts';
import { blank, whole } from '../../curation/blank.ts';
import { isMiss, questionWords, type TextKept } from '../../curation/miss.ts';
import type { Reply } from '../../reply.ts';

/** Words of a question with the key under which equal questions are counted; neither where none may be kept. */
export interface Words {
  readonly text: string | null;
  readonly key: string | null;
}

/** One reply as it waits to be written. Who asked is hashed when it is written. */
export interface ReplyEntry extends Words {
  readonly type: 'reply';
  readonly id: string;
  readonly at: number;
  readonly origin: Origin;
  readonly command: string;
  readonly kind: Reply['kind'] | 'failed';
  readonly topics: readonly string[];
  readonly offered: readonly string[];
  readonly nearest: string;
  readonly confidence: number;
  readonly handoff: string;
  /** the entry that was shown by its id, as when somebody picks it from what was offered */
  readonly shown: string;
}

export interface RatingEntry extends Words {
  readonly type: 'rating';
  readonly at: number;
  readonly origin: Origin;
  readonly request: string;
  readonly helpful: boolean;
  readonly topics: readonly string[];
}

export type Entry = ReplyEntry | RatingEntry;

/** Answers whose words are remembered in case they are voted down, and for how many milliseconds. */
const MOST_REMEMBERED = 2000;
const LONGEST_REMEMBERED = 24 * 60 * 60 * 1000;
const NOTHING: Words = { text: null, key: null };

interface Remembered {
  readonly command: string;
  readonly question: string;
  readonly until: number;
  readonly origin: Origin;
}

/** Turns what the advisor reports into what is written. */
export interface Clerk {
  entryOf(event: AdvisorEvent): Entry;
  /** Forgets the words of somebody's recent answers. */
  forget(platform: string, person: string): void;
}

/** @param now milliseconds since 1970 */
export function createClerk(kept: TextKept, now: () => number): Clerk {
  /** what was recently answered, by platform and request, oldest first; only in memory, never written unless it is voted down */
  const recent = new Map<string, Remembered>();
  const words = (command: string, question: string): Words => {
    const text = kept === 'all' ? whole(question) : blank(question);
    const equal = questionWords(command, text);
    return equal === '' ? NOTHING : { text, key: keyOf(equal) };
  };
  const remember = (origin: Origin, command: string, question: string): void => {
    if (origin.request === undefined) return;
    const key = requestKey(origin.platform, origin.request);
    recent.delete(key);
    recent.set(key, { command, question, until: now() + LONGEST_REMEMBERED, origin });
    for (const [oldest, { until }] of recent) {
      if (recent.size <= MOST_REMEMBERED && until > now()) break;
      recent.delete(oldest);
    }
  };
  const recall = (origin: Origin, request: string): Words => {
    const found = recent.get(requestKey(origin.platform, request));
    return found && found.until > now() ? words(found.command, found.question) : NOTHING;
  };
  const reply = (event: Exclude<AdvisorEvent, { type: 'rated' }>): ReplyEntry => {
    const { command, origin } = event;
    const base = { type: 'reply', id: randomUUID(), at: now(), origin, command } as const;
    if (event.type === 'failed')
      return {
        ...base,
        ...(kept === 'none' ? NOTHING : words(command, event.question)),
        kind: 'failed',
        topics: [],
        offered: [],
        nearest: '',
        confidence: 0,
        handoff: '',
        shown: '',
      };
    const { reply: made } = event;
    const miss = isMiss(made);
    if (kept === 'misses' && made.kind === 'answer') remember(origin, command, made.question);
    return {
      ...base,
      ...(kept === 'all' || (kept === 'misses' && miss) ? words(command, made.question) : NOTHING),
      kind: made.kind,
      topics: made.topics,
      offered: made.choices.map(choice => choice.topic),
      nearest: made.candidates[0]?.topic ?? '',
      confidence: made.confidence,
      handoff: made.handoff ?? '',
      shown: shownBy(command, made),
    };
  };
  return {
    entryOf(event) {
      if (event.type !== 'rated') return reply(event);
      const { rating, origin } = event;
      const { request, helpful, topics } = rating;
      return {
        type: 'rating',
        at: now(),
        origin,
        request,
        helpful,
        topics,
        ...(helpful ? NOTHING : recall(origin, request)),
      };
    },
    forget(platform, person) {
      for (const [key, { origin }] of recent)
        if (origin.platform === platform && origin.person === person) recent.delete(key);
    },
  };
}

/** An entry that was asked for by its id or by its own question leaves no doubt, and nothing else is compared with it. */
function shownBy(command: string, reply: Reply): string {
  const [only, ...others] = reply.candidates;
  return command === 'ask' && reply.kind === 'answer' && others.length === 0 && only?.confidence === 1
    ? only.topic
    : '';
}

/** The id of equal questions: ten characters that people can type. */
function keyOf(equal: string): string {
  return createHash('sha256').update(equal).digest('hex').slice(0, 10);
}

function requestKey(platform: string, request: string): string {
  return `${platform}\0${request}`;
}
