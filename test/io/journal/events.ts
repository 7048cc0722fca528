import type { AdvisorEvent, Origin } from '../../../src/advisor.ts';
import { replyOf } from '../../../src/commands/reply-of.ts';
import type { Reply, ReplyKind } from '../../../src/reply.ts';

const DAY = 24 * 3_600_000;
/** The day on which the tests take place. */
export const TODAY = Date.UTC(2026, 10, 21, 12);
export const days = (count: number): number => count * DAY;

export const ada: Origin = { platform: 'discord', person: '1001', channel: '77' };
export const barbara: Origin = { platform: 'discord', person: '2002', channel: '77' };
export const grace: Origin = { platform: 'slack', person: 'U9', channel: 'C7' };

/** A clock that stands still until it is set. */
export function stoppedClock(start = TODAY): { now: () => number; set(time: number): void } {
  let time = start;
  return {
    now: () => time,
    set(later) {
      time = later;
    },
  };
}

let requests = 0;
export function requestOf(origin: Origin): Origin {
  return { ...origin, request: `request-${++requests}` };
}

export function answered(
  kind: ReplyKind,
  question: string,
  origin: Origin,
  rest: Partial<Omit<Reply, 'turn'>> = {},
): AdvisorEvent {
  return { type: 'answered', command: 'ask', reply: replyOf(kind, question, [], rest), origin };
}

/** A plain answer from one entry. */
export function answer(question: string, topic: string, origin: Origin): AdvisorEvent {
  return answered('answer', question, origin, {
    topics: [topic],
    candidates: [
      { topic, confidence: 0.9 },
      { topic: 'other', confidence: 0.1 },
    ],
    confidence: 0.9,
  });
}

export function offered(question: string, topics: readonly string[], origin: Origin): AdvisorEvent {
  return answered('choices', question, origin, {
    choices: topics.map(topic => ({ topic, label: topic })),
    candidates: topics.map(topic => ({ topic, confidence: 0.4 })),
    confidence: 0.4,
  });
}

/** Somebody picks an entry: it is shown by its id. */
export function shown(topic: string, origin: Origin): AdvisorEvent {
  return answered('answer', `The question of ${topic}?`, origin, {
    topics: [topic],
    candidates: [{ topic, confidence: 1 }],
    confidence: 1,
  });
}

export function rated(origin: Origin, helpful: boolean, topics: readonly string[], by: Origin = origin): AdvisorEvent {
  return { type: 'rated', rating: { request: origin.request ?? '', topics, helpful }, origin: by };
}
