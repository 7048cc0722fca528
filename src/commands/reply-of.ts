import type { Reply, ReplyKind, Section } from '../reply.ts';

/**
 * A reply with nothing but its sections; the rest is filled in by who makes it.
 * @param question what was asked, in the words in which a follow-up may refer to it
 */
export function replyOf(
  kind: ReplyKind,
  question: string,
  sections: readonly Section[],
  rest: Partial<Omit<Reply, 'turn'>> & { readonly understood?: string } = {},
): Reply {
  const { understood = question, ...parts } = rest;
  const topics = parts.topics ?? [];
  return {
    kind,
    question,
    sections,
    topics,
    candidates: [],
    confidence: 0,
    choices: [],
    skills: [],
    sources: [],
    next: [],
    turn: { question, understood, kind, topics, offered: (parts.choices ?? []).map(choice => choice.topic) },
    ...parts,
  };
}
