import { completed, joined, leaning } from './follow-up.ts';
import { leading, type Matcher, OPTIONS, type Ranking, type ReadText } from './matcher.ts';
import type { Segment } from './segments.ts';
import type { Slots } from './slots.ts';
import type { Word } from './word.ts';

/** Limits on the probability that the best entry is right. */
export interface Thresholds {
  /** from here on the bot answers */
  readonly answer: number;
  /** from here on it asks back */
  readonly choices: number;
  /** what a question needs that is one of several in a message (`answer`, where it is the only one beside statements), */
  readonly part: number;
  /** and what a statement needs that stands beside them */
  readonly statement: number;
  /** from here on it asks back where a long message tells a story, which is rarely about something else altogether */
  readonly story: number;
  /** how far small talk, a hand-off or another subject must lie before the best entry to be taken for it */
  readonly lead: number;
}

/** What reading a question needs. */
export interface Reader {
  readonly matcher: Matcher;
  readonly slots: Slots;
  readonly thresholds: Thresholds;
}

/** A sentence of a message, or one of the questions that a sentence joins; compared with the knowledge when that is needed. */
export interface Part extends Segment {
  readonly reading: ReadText;
  ranking(): Ranking;
}

/** A question, compared with the knowledge. */
export interface Question {
  readonly text: string;
  readonly ranking: Ranking;
  /** how a follow-up was completed from the turn before */
  readonly completed?: 'details' | 'joined';
}

/** What a question may refer to. */
export interface Past {
  /** the question of the turn before, as words, with what it took from earlier turns filled in */
  readonly words: readonly Word[];
  /** entries that answered it */
  readonly topics: readonly string[];
}

/** An entry with how well it fits. */
export interface Scored {
  readonly id: string;
  readonly score: number;
  /** probability that it is the right one */
  readonly confidence: number;
}

/** How fast the probability falls with the distance to the best score. */
const FALL = 10;

/** The best entries for a question: the first has the calibrated probability, the others less with their distance to it. */
export function bestEntries(matcher: Matcher, ranking: Ranking, most: number): Scored[] {
  const entries = leading(ranking.scores, most, at => matcher.labels[at]!.role === 'entry');
  const best = ranking.scores[entries[0] ?? 0] ?? 0;
  return entries.map(at => ({
    id: matcher.labels[at]!.id,
    score: ranking.scores[at]!,
    confidence: ranking.confidence * Math.exp(FALL * (ranking.scores[at]! - best)),
  }));
}

/** How far the best label lies before the best entry: above 0 where the text resembles something that no entry answers. */
export function lead(matcher: Matcher, ranking: Ranking): number {
  return ranking.scores[ranking.best]! - (bestEntries(matcher, ranking, 1)[0]?.score ?? 0);
}

/** Share that the best label has of all, as learning weighs them (softmax), 0 to 1. */
export function share({ scores, best }: Ranking): number {
  return 1 / scores.reduce((sum, score) => sum + Math.exp(OPTIONS.training.scale * (score - scores[best]!)), 0);
}

export function bestEntry(matcher: Matcher, ranking: Ranking): string {
  return bestEntries(matcher, ranking, 1)[0]?.id ?? '';
}

/** Share of the usual lead that a message needs to be about something else than what it points to: "which coin should I buy with it". */
const ELSEWHERE = 0.75;

/** A question in the light of the turn before it; one that stands on its own is left as it is. */
export function inContext(
  text: string,
  alone: Ranking,
  past: Past | undefined,
  { matcher, slots, thresholds }: Reader,
): Question {
  const own: Question = { text, ranking: alone };
  if (!past || past.words.length === 0) return own;
  const leans = leaning(alone.words);
  if (leans === 'none') return own;
  const details = completed(alone.words, past.words, slots);
  if (details) {
    const ranking = matcher.rank({ words: details.words, corrected: alone.corrected });
    const stays = details.swapped ? past.topics.filter(topic => !details.left.includes(topic)) : [];
    return { text, ranking: stays.length > 0 ? favoured(matcher, ranking, stays) : ranking, completed: 'details' };
  }
  const role = matcher.labels[alone.best]!.role;
  const enough = leans === 'short' && role === 'smalltalk' ? 0 : ELSEWHERE * thresholds.lead;
  const surelyElse = lead(matcher, alone) >= enough;
  if (role !== 'entry' && surelyElse) return own;
  const needsMore = alone.confidence < thresholds.answer || leans === 'pointing';
  if (!needsMore) return own;
  const both = matcher.rank({ words: joined(alone.words, past.words), corrected: alone.corrected });
  return role === 'smalltalk' || both.confidence > alone.confidence
    ? { text, ranking: both, completed: 'joined' }
    : own;
}

/** The same question about something else mostly stays with the topic, unless that is what was replaced ("is rust worth it", "and go?"): the entries that answered before get a head start. */
const HEAD_START = 0.04;

function favoured(matcher: Matcher, ranking: Ranking, topics: readonly string[]): Ranking {
  const scores = ranking.scores.slice();
  for (const [at, label] of matcher.labels.entries())
    if (label.role === 'entry' && topics.includes(label.id)) scores[at]! += HEAD_START;
  return { ...ranking, ...matcher.judge(scores, ranking.coverage) };
}
