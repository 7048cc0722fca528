import { type Advisor, createAdvisor } from '../../src/advisor.ts';
import { createLibrary } from '../../src/commands/library.ts';
import { createMatcher, leading, OPTIONS } from '../../src/engine/matcher.ts';
import { EMPTY_VOCABULARY } from '../../src/engine/vocabulary.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import type { Reply } from '../../src/reply.ts';
import { type Contestant, type Found, MOST_RANKED } from './contestant.ts';

const SETTLED = { answer: 'answer', choices: 'choices', unknown: 'nothing', smalltalk: 'nothing' } as const;

function found(reply: Reply): Found {
  return {
    ranked: reply.candidates.map(candidate => candidate.topic),
    confidence: reply.confidence,
    decided: SETTLED[reply.kind],
    offered: reply.choices.map(choice => choice.topic),
  };
}

/** Signpost as it is shipped, with what it adds to a folder by itself: the whole way from a message to the reply, by the thresholds of the program. */
export function signpost(knowledge: Knowledge): Contestant {
  return {
    name: 'Signpost',
    async load(groups) {
      const beside = labelsOf(knowledge).filter(({ role }) => role === 'elsewhere');
      const matcher = createMatcher([...groups, ...beside], knowledge.vocabulary);
      const advisor: Advisor = createAdvisor(createLibrary(knowledge, matcher));
      return question => found(advisor.ask(question));
    },
  };
}

/** The matcher alone, which does what the libraries do: a text in, the best entries out. */
export const matcherAlone: Contestant = {
  name: 'Signpost, matcher',
  async load(groups) {
    const matcher = createMatcher(groups, EMPTY_VOCABULARY, OPTIONS);
    const isEntry = (at: number): boolean => groups[at]!.role === 'entry';
    return question => {
      const { scores, confidence } = matcher.rank(question);
      return { ranked: leading(scores, MOST_RANKED, isEntry).map(at => groups[at]!.id), confidence };
    };
  },
};
