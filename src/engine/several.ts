import type { Ranking } from './matcher.ts';
import { bestEntries, bestEntry, inContext, type Part, type Past, type Question, type Reader } from './question.ts';

/** Questions of one message that are answered. */
const MOST_QUESTIONS = 3;
/** A part of fewer words says too little. */
const LEAST_WORDS = 2;
/** Best entries of the whole message among which the parts' entries must stand. */
const AGREED = 6;

/**
 * The questions of a message that asks several: parts that are sure by themselves, each about another entry.
 * The message as a whole must agree: its best entry is among theirs and comes first, and theirs are among its best.
 * Statements count as questions ("I am burned out. And how do I ask for a raise?") unless the message tells a story.
 * @returns two or three questions, or none where the message asks one thing
 */
export function severalQuestions(
  parts: readonly Part[],
  whole: Ranking,
  isStory: boolean,
  past: Past | undefined,
  reader: Reader,
): Question[] {
  if (parts.length < 2) return [];
  const { matcher, thresholds } = reader;
  const agreed = bestEntries(matcher, whole, AGREED).map(entry => entry.id);
  const found = new Map<string, Question>();
  let before = past;
  for (const part of parts) {
    if (!part.asks && isStory) continue;
    const own = inContext(part.text, part.ranking(), before, reader);
    const topic = bestEntry(matcher, own.ranking);
    before = { words: own.ranking.words, topics: [topic] };
    const sure = own.ranking.confidence >= (part.asks ? thresholds.part : thresholds.statement);
    if (sure && own.ranking.words.length >= LEAST_WORDS && agreed.includes(topic) && !found.has(topic))
      found.set(topic, own);
  }
  const first = found.get(agreed[0] ?? '');
  if (!first || found.size < 2) return [];
  return [first, ...[...found.values()].filter(each => each !== first)].slice(0, MOST_QUESTIONS);
}
