import { type Belief, type Calibration, calibrate, probability, type Trial } from './calibrate.ts';
import { flatten } from './lines.ts';
import { createScorer } from './scorer.ts';
import type { Space, Vector } from './space.ts';
import { centroids, type TrainingOptions, train } from './train.ts';

/**
 * Whether a label is an entry that can answer, or a kind of message that no entry answers. Elsewhere is what no bot answers, whatever its subject:
 * at most one label, the last of all.
 */
export type Role = 'entry' | 'smalltalk' | 'outside' | 'handoff' | 'elsewhere';

export interface ConfidenceOptions {
  /** power of the coverage in the strength of a match */
  readonly coverage: number;
  /** parts into which the lines are cut; one after the other is held out, `rounds` of them */
  readonly folds: number;
  readonly rounds: number;
  readonly epochs: number;
  /** one in so many entries is hidden as a whole in each round: its lines are then questions that nothing answers */
  readonly hiddenEntries: number;
  /**
   * Weight of such a line, against 1 for all others. Entries of one profession resemble each other, so these are hard cases:
   * they count little where there are examples of what no entry answers, and more where they are all there is.
   */
  readonly hiddenWeight: { readonly besideExamples: number; readonly alone: number };
  /** what lies elsewhere counts so much, all together, for each 1 of the lines that somebody means: it is many lines, and easily told apart */
  readonly elsewhere: number;
}

/** How sure it is that the best entry is the right one. */
export interface Confidence {
  /** @param scores score of every label @param coverage share of the text in words that entries use, 0 to 1 @returns probability, 0 to 1 */
  of(scores: Float64Array, coverage: number): number;
  readonly calibration: Calibration;
}

/** Below this coverage a text is mostly words that nobody taught the matcher, whatever the rest looks like: it is less and less sure. */
const HALF_KNOWN = 0.5;

export function createConfidence(
  roles: readonly Role[],
  calibration: Calibration,
  scale: number,
  power: number,
): Confidence {
  const answering = answeringAmong(roles);
  return {
    calibration,
    of: (all, coverage) =>
      probability(calibration, evidence(answering, all, coverage, scale, power)) * Math.min(1, coverage / HALF_KNOWN),
  };
}

/** 1 for each label that can answer. */
function answeringAmong(roles: readonly Role[]): Uint8Array {
  return Uint8Array.from(roles, role => (role === 'entry' ? 1 : 0));
}

/** e^-10 of the whole changes no probability that anybody sees, and most labels lie below it. */
const NEGLIGIBLE = 10;
/** Powers of e are looked up, in so many steps to one: quicker, and no probability changes by more than 0.002. */
const STEPS = 64;
/** e^-x for each step, taken in its middle; the best label, at 0, counts as 1. */
const POWERS = Float64Array.from({ length: NEGLIGIBLE * STEPS }, (_, step) =>
  step === 0 ? 1 : Math.exp(-(step + 0.5) / STEPS),
);

/**
 * What the probability is made of: how far the best entry stands out of all labels (logarithm of its softmax share), how strong it is,
 * its lead over whatever no entry answers, and its lead over the next entry. Strength and the first lead count less where the text holds unknown words.
 */
function evidence(answering: Uint8Array, all: Float64Array, coverage: number, scale: number, power: number): number[] {
  let best = 0;
  let second = 0;
  let outside = 0;
  for (let at = 0; at < all.length; at++) {
    const score = all[at]!;
    if (answering[at] === 0) {
      if (score > outside) outside = score;
    } else if (score <= second) {
      // Nearly all labels end here.
    } else if (score > best) {
      second = best;
      best = score;
    } else second = score;
  }
  // Where another label is better than the best entry the power is above 1, and the difference negative.
  const perStep = scale * STEPS;
  const least = best - NEGLIGIBLE / scale;
  let sum = 0;
  for (let at = 0; at < all.length; at++) {
    const score = all[at]!;
    if (score <= least) continue;
    const step = (best - score) * perStep;
    if (step < 0) sum += Math.exp(-step / STEPS);
    else if (step < POWERS.length) sum += POWERS[Math.floor(step)]!;
  }
  const known = coverage ** power;
  return [-Math.log(Math.max(sum, 1e-12)), best * known, (best - outside) * known, best - second];
}

/**
 * Fits the confidence from the knowledge alone: some lines and some whole entries are held out of training, then asked.
 * Lines of an entry that was held out as a whole, and lines of all that is no entry, are questions that no entry answers.
 */
export function fitConfidence(
  roles: readonly Role[],
  vectors: readonly Vector[],
  labelOf: Int32Array,
  space: Space,
  training: TrainingOptions,
  options: ConfidenceOptions,
): Calibration {
  const trials: (Trial & { readonly isElsewhere: boolean })[] = [];
  const answering = answeringAmong(roles);
  const { besideExamples, alone } = options.hiddenWeight;
  const hiddenWeight = roles.includes('outside') ? besideExamples : alone;
  for (let round = 0; round < options.rounds; round++) {
    const out = (line: number): boolean => line % options.folds === round;
    const hidden = (line: number): boolean =>
      roles[labelOf[line]!] === 'entry' && labelOf[line]! % options.hiddenEntries === round % options.hiddenEntries;
    const chosen = [...vectors.keys()].filter(line => !out(line) && !hidden(line));
    const lines = flatten(vectors, labelOf, chosen);
    const start = centroids(lines, roles.length, space.size);
    const score = createScorer(train(start, lines, { ...training, epochs: options.epochs }));
    const known = new Uint8Array(space.size);
    for (const line of chosen)
      if (roles[labelOf[line]!] === 'entry')
        for (let at = 0; at < vectors[line]!.words; at++) known[vectors[line]!.ids[at]!] = 1;
    const every = Math.ceil(vectors.length / options.folds / MOST_TRIALS);
    for (let line = 0; line < vectors.length; line++) {
      if (!out(line) || Math.floor(line / options.folds) % every !== 0) continue;
      const all = score(vectors[line]!);
      trials.push({
        inputs: evidence(answering, all, coverageAmong(vectors[line]!, known, space), training.scale, options.coverage),
        right: bestEntry(roles, all) === labelOf[line],
        weight: hidden(line) ? hiddenWeight : 1,
        isElsewhere: roles[labelOf[line]!] === 'elsewhere',
      });
    }
  }
  return calibrate(balanced(trials, options.elsewhere), PRIOR);
}

/** Trials with those from elsewhere weighing so much together for each 1 of those that somebody means, none more than 1. */
function balanced(trials: readonly (Trial & { readonly isElsewhere: boolean })[], share: number): Trial[] {
  const elsewhere = trials.filter(trial => trial.isElsewhere).length;
  const meant = trials.filter(trial => !trial.isElsewhere && trial.weight === 1).length;
  const weight = Math.min(1, (share * meant) / Math.max(1, elsewhere));
  return trials.map(trial => (trial.isElsewhere ? { ...trial, weight } : trial));
}

/**
 * What is believed of the bias and of the four measurements before anything is asked. With five entries and twenty lines the trials alone
 * say things like "the stronger the match, the less sure"; they outweigh this where there are hundreds (README.md).
 */
const PRIOR: readonly Belief[] = [
  { mean: -2, precision: 8 },
  { mean: 1.2, precision: 16 },
  { mean: 2.5, precision: 2 },
  // Where there are examples of what lies outside this lead says more, and they are there to say how much.
  { mean: 2.5, precision: 0.4 },
  { mean: 6, precision: 0.8 },
];

/** Trials of a round; five numbers are fitted to them, so that more say nothing new. */
const MOST_TRIALS = 5000;

function bestEntry(roles: readonly Role[], all: ArrayLike<number>): number {
  let best = -1;
  for (let at = 0; at < all.length; at++) if (roles[at] === 'entry' && (best < 0 || all[at]! > all[best]!)) best = at;
  return best;
}

/** Coverage of a text as if only the marked features were known. */
function coverageAmong(vector: Vector, known: Uint8Array, space: Space): number {
  let mass = 0;
  for (let at = 0; at < vector.words; at++) if (known[vector.ids[at]!]) mass += space.rarityOf(vector.ids[at]!);
  return vector.mass > 0 ? Math.min(1, mass / vector.mass) : 0;
}
