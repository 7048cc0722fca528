import type { Found } from './contestant.ts';

/** What a contestant made of one question. */
export interface Trial {
  readonly wanted: readonly string[];
  readonly found: Found;
  readonly microseconds: number;
}

/** Shares are percentages of the in-scope questions, those about out-of-scope questions of those. */
export interface Measures {
  readonly top1: number;
  readonly top3: number;
  /** area under the ROC curve of the confidence, in-scope against out-of-scope */
  readonly auroc: number;
  readonly right: number;
  readonly helped: number;
  readonly wrong: number;
  readonly outsideAnswered: number;
  /** milliseconds */
  readonly p50: number;
  readonly p99: number;
}

export interface Outcome {
  readonly right: number;
  readonly helped: number;
  readonly wrong: number;
  readonly outsideAnswered: number;
  readonly outsideLeft: number;
}

type Decision = NonNullable<Found['decided']>;
/** Choices that a library would offer: as many as Signpost does. */
const OFFERED = 4;

const percent = (part: number, whole: number): number => (whole === 0 ? Number.NaN : (100 * part) / whole);

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Probability that a value of the first list is above one of the second, ties counting half. */
export function auroc(above: readonly number[], below: readonly number[]): number {
  let wins = 0;
  for (const high of above) for (const low of below) wins += high > low ? 1 : high === low ? 0.5 : 0;
  return above.length * below.length === 0 ? Number.NaN : wins / (above.length * below.length);
}

const isRight = ({ wanted, found }: Trial): boolean => wanted.includes(found.ranked[0] ?? '');

function outcome(trials: readonly Trial[], decide: (trial: Trial) => Decision): Outcome {
  const sums = { right: 0, helped: 0, wrong: 0, outsideAnswered: 0, outsideLeft: 0 };
  for (const trial of trials) {
    const decision = decide(trial);
    if (trial.wanted.length === 0) {
      if (decision === 'answer') sums.outsideAnswered += 1;
      else if (decision === 'nothing') sums.outsideLeft += 1;
      continue;
    }
    const offered = trial.found.offered ?? trial.found.ranked.slice(0, OFFERED);
    const right = decision === 'answer' && isRight(trial);
    if (right) sums.right += 1;
    else if (decision === 'answer') sums.wrong += 1;
    if (right || (decision === 'choices' && offered.some(id => trial.wanted.includes(id)))) sums.helped += 1;
  }
  return sums;
}

/** The outcome by the contestant's own decisions. */
export const ownOutcome = (trials: readonly Trial[]): Outcome =>
  outcome(trials, trial => trial.found.decided ?? 'answer');

/**
 * The outcome of a library that makes no decision, with two limits on its score that are chosen on these very questions, in its favour:
 * it answers as long as it makes no more mistakes (wrong answers, and answers to what is out of scope) than the standard,
 * and it offers choices as long as it leaves as many out-of-scope questions alone as the standard does.
 */
export function matchedOutcome(trials: readonly Trial[], standard: Outcome): Outcome {
  const limits = [...new Set(trials.map(trial => trial.found.confidence))].sort((a, b) => a - b);
  limits.push(Number.POSITIVE_INFINITY);
  const at = (answer: number, choices: number): Outcome =>
    outcome(trials, ({ found }) =>
      found.ranked.length === 0 || found.confidence < choices
        ? 'nothing'
        : found.confidence >= answer
          ? 'answer'
          : 'choices',
    );
  const mistakes = ({ wrong, outsideAnswered }: Outcome): number => wrong + outsideAnswered;
  const answer = lowest(limits, limit => mistakes(at(limit, limit)) <= mistakes(standard));
  const choices = lowest(
    limits,
    limit => at(limit, limit).outsideAnswered <= outsideCount(trials) - standard.outsideLeft,
  );
  return at(answer, Math.min(answer, choices));
}

const outsideCount = (trials: readonly Trial[]): number => trials.filter(trial => trial.wanted.length === 0).length;

/** The lowest of ascending limits that will do, by halving: what will do does so from there on. */
function lowest(limits: readonly number[], willDo: (limit: number) => boolean): number {
  let low = 0;
  let high = limits.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (willDo(limits[middle]!)) high = middle;
    else low = middle + 1;
  }
  return limits[low]!;
}

export function measure(trials: readonly Trial[], result: Outcome): Measures {
  const inside = trials.filter(trial => trial.wanted.length > 0);
  const outside = trials.filter(trial => trial.wanted.length === 0);
  const among = (most: number): number =>
    inside.filter(({ wanted, found }) => found.ranked.slice(0, most).some(id => wanted.includes(id))).length;
  const times = trials.map(trial => trial.microseconds / 1000);
  return {
    top1: percent(among(1), inside.length),
    top3: percent(among(3), inside.length),
    auroc: auroc(
      inside.map(trial => trial.found.confidence),
      outside.map(trial => trial.found.confidence),
    ),
    right: percent(result.right, inside.length),
    helped: percent(result.helped, inside.length),
    wrong: percent(result.wrong, inside.length),
    outsideAnswered: percent(result.outsideAnswered, outside.length),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  };
}
