import { leading } from '../engine/matcher.ts';
import type { Understanding } from '../engine/understand.ts';
import type { Explanation } from '../reply.ts';
import type { Library } from './library.ts';

const MOST_LABELS = 5;
const MOST_LINES = 3;

/** What made the decision: words as read, scores of the nearest labels, the lines that look most like the question. */
export function explain(understanding: Understanding, library: Library): Explanation {
  const [question] = understanding.questions;
  if (!question) return { words: [], corrected: [], coverage: 0, decision: understanding.rule, candidates: [] };
  const { matcher } = library;
  const { ranking } = question;
  return {
    words: ranking.words.map(word => word.text),
    corrected: [...new Set(ranking.corrected)],
    coverage: ranking.coverage,
    decision: question.completed
      ? `${understanding.rule}; completed from the turn before (${question.completed})`
      : understanding.rule,
    candidates: leading(ranking.scores, MOST_LABELS).map(at => {
      const label = matcher.labels[at]!;
      return {
        label: label.id,
        role: label.role,
        score: ranking.scores[at]!,
        lines: matcher.nearestLines(at, ranking.words, MOST_LINES),
        because: matcher.because(at, ranking.words),
      };
    }),
  };
}
