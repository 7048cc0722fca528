import type { Matcher, Ranking } from './matcher.ts';
import { bestEntry, type Part } from './question.ts';

/** From so many parts on a message tells a story, with the question somewhere in it. */
export const STORY = 4;
/** Weight of a part that only tells, beside one that asks. */
const TELLS = 0.5;
/** Most of the score that the parts may have, and the sum of their weights at which they have half of it. */
const SHARE = 0.5;
const HALF = 0.3;
/** A question that agrees with the story as a whole is nearly as sure as if it stood alone. */
const AGREES = 0.9;

/**
 * A long message as a whole and by its parts: each part counts by how sure it is by itself, and more when it asks.
 * The words of a story resemble many entries a little; the one question in it resembles one.
 */
export function storyRanking(matcher: Matcher, whole: Ranking, parts: readonly Part[]): Ranking {
  const rankings = parts.map(part => part.ranking());
  const weights = parts.map((part, at) => rankings[at]!.confidence * (part.asks ? 1 : TELLS));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (sum === 0) return whole;
  const share = (SHARE * sum) / (sum + HALF);
  const scores = new Float64Array(whole.scores.length);
  for (let label = 0; label < scores.length; label++) scores[label] = (1 - share) * whole.scores[label]!;
  let coverage = (1 - share) * whole.coverage;
  for (const [at, ranking] of rankings.entries()) {
    const part = (share * weights[at]!) / sum;
    coverage += part * ranking.coverage;
    for (let label = 0; label < scores.length; label++) scores[label]! += part * ranking.scores[label]!;
  }
  const judged: Ranking = { ...whole, ...matcher.judge(scores, coverage) };
  const best = bestEntry(matcher, judged);
  const agreeing = parts.flatMap((part, at) =>
    part.asks && bestEntry(matcher, rankings[at]!) === best ? [AGREES * rankings[at]!.confidence] : [],
  );
  return { ...judged, confidence: Math.max(judged.confidence, ...agreeing) };
}
