import type { Matcher, Ranking } from './matcher.ts';
import { bestEntries, bestEntry, inContext, type Part, type Past, type Question, type Reader } from './question.ts';

/** Questions of one message that are answered. */
const MOST_QUESTIONS = 3;
/** A part of fewer words says too little. */
const LEAST_WORDS = 2;
/** Best entries of the whole message among which the parts' entries must stand, */
const AGREED = 6;
/** and how near to the very best one of them must come, as a share of its confidence. */
const NEARLY = 0.98;

/**
 * The questions of a message that asks several: parts that are sure by themselves, each about another entry.
 * The message as a whole must agree: theirs are among its best entries, and the very best, or one that is nearly as good, is one of theirs,
 * unless two parts ask something that would be answered by itself. What the whole finds best comes first.
 * Statements count as questions ("I am burned out. And how do I ask for a raise?") unless the message tells a story. Where one part alone
 * asks, what is said beside it is mostly its background: it must be as sure as an answer to be a question of its own.
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
  const best = bestEntries(matcher, whole, AGREED);
  const agreed = best.map(entry => entry.id);
  const found = new Map<string, Question>();
  const needed = parts.filter(part => part.asks).length > 1 ? thresholds.part : thresholds.answer;
  let asked = false;
  let answerable = 0;
  let before = past;
  for (const part of parts) {
    if (!part.asks && isStory) continue;
    let own: Question = { text: part.text, ranking: part.ranking() };
    // A statement counts by itself; a question may point to what was said before.
    if (part.asks) own = inContext(part.text, own.ranking, before, reader);
    // "what does a tester earn and how do I become one": the words of the first question fill in the second, and would win it too.
    if (own.completed === 'joined' && asked) own = withoutFound(own, found, agreed, matcher);
    const topic = bestEntry(matcher, own.ranking);
    before = { words: own.ranking.words, topics: [topic] };
    const sure = own.ranking.confidence >= (part.asks ? needed : thresholds.statement);
    if (sure && own.ranking.words.length >= LEAST_WORDS && agreed.includes(topic) && !found.has(topic)) {
      found.set(topic, own);
      if (part.asks && own.ranking.confidence >= thresholds.answer) answerable += 1;
    }
    asked ||= part.asks;
  }
  const leader = best.find(entry => found.has(entry.id));
  const leads = leader !== undefined && leader.confidence >= NEARLY * best[0]!.confidence;
  const first = leader && (leads || answerable > 1) ? found.get(leader.id) : undefined;
  if (!first || found.size < 2) return [];
  return [first, ...[...found.values()].filter(each => each !== first)].slice(0, MOST_QUESTIONS);
}

/**
 * A question whose best entry answers another one of the message already: its best among the others, as sure as it is beside that one,
 * where the message as a whole finds it the next best as well.
 */
function withoutFound(
  question: Question,
  found: ReadonlyMap<string, Question>,
  agreed: readonly string[],
  matcher: Matcher,
): Question {
  const ranked = bestEntries(matcher, question.ranking, found.size + 1);
  const next = ranked.find(entry => !found.has(entry.id));
  if (!next || next === ranked[0] || !agreed.slice(0, found.size + 1).includes(next.id)) return question;
  const scores = question.ranking.scores.slice();
  for (const [at, label] of matcher.labels.entries()) if (label.role === 'entry' && found.has(label.id)) scores[at] = 0;
  return { ...question, ranking: { ...question.ranking, scores, confidence: next.confidence } };
}
