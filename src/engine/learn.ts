import { remembered } from './by-word.ts';
import type { Calibration } from './calibrate.ts';
import { type ConfidenceOptions, fitConfidence, type Role } from './confidence.ts';
import { type FeatureOptions, type Features, features } from './features.ts';
import { flatten } from './lines.ts';
import { type Index, withoutSmall } from './rows.ts';
import { collectSpace, createSpace, type SpaceData } from './space.ts';
import { tokenize } from './text.ts';
import { centroids, createTrainer, meanBeside, meanOf, type TrainingOptions } from './train.ts';
import type { CompiledVocabulary } from './vocabulary.ts';
import type { Word } from './word.ts';

/** What a text may belong to. */
export interface Label {
  readonly id: string;
  readonly role: Role;
  readonly lines: readonly string[];
  /** those of the lines that people said in passing: they teach less than what was written as a way to ask */
  readonly utterances?: ReadonlySet<string>;
}

export interface MatcherOptions {
  readonly features: FeatureOptions;
  /** weights of the views words, pairs, letters */
  readonly views: readonly [number, number, number];
  readonly training: TrainingOptions;
  /** how many times as often as all others the lines are seen that ask as people ask: questions and alternates. The sum stays the same */
  readonly often: number;
  /** trainings whose mean is taken; one in a very large knowledge base */
  readonly runs: number;
  readonly confidence: ConfidenceOptions;
  /** weight of a word put right surely, and by a guess (spelling.ts) */
  readonly corrected: readonly [number, number];
}

/** Chosen on questions that are not in the knowledge; README.md in this folder has the measurements. */
export const OPTIONS: MatcherOptions = {
  features: { company: 0.6, concept: 2 },
  views: [1, 0.85, 0.7],
  training: {
    epochs: 18,
    touches: 8e8,
    dropout: 0.6,
    scale: 25,
    step: [0.1, 0.01],
    slope: 0.03,
    least: 0.03,
    seed: 1,
  },
  often: 3,
  runs: 3,
  confidence: {
    coverage: 2,
    folds: 3,
    rounds: 2,
    epochs: 3,
    hiddenEntries: 4,
    hiddenWeight: { besideExamples: 0.06, alone: 0.5 },
    elsewhere: 0.15,
  },
  corrected: [1, 0.6],
};

/** What learning yields: plain data that can be stored, and that restores the matcher without learning. */
export interface Trained {
  readonly vocabulary: CompiledVocabulary;
  /** words of the lines and how often each stands there: what spelling knows */
  readonly words: ReadonlyMap<string, number>;
  readonly space: SpaceData;
  readonly index: Index;
  readonly calibration: Calibration;
}

/** Who misspells a word means one that entries use: "salry" is salary, although "salty" stands among the out-of-scope lines. */
const IN_ENTRY = 20;

/**
 * From so many lines on one training and one round of trials must do, each of them shorter, and words that keep company are left out:
 * so that 100,000 lines load in seconds.
 */
const VERY_LARGE = 30_000;

/** The options with which so many lines are learnt and compared in a time that is fit. */
export function affordable(
  options: MatcherOptions,
  labels: readonly Label[],
): MatcherOptions & { readonly trials: TrainingOptions } {
  const { training, confidence } = options;
  const lines = labels.reduce((sum, label) => sum + label.lines.length, 0);
  if (lines < VERY_LARGE) return { ...options, trials: training };
  return {
    ...options,
    features: { ...options.features, company: 0 },
    runs: 1,
    training: { ...training, touches: training.touches / 4 },
    trials: { ...training, touches: training.touches / 8 },
    confidence: { ...confidence, rounds: Math.min(1, confidence.rounds) },
  };
}

/** Learns the labels' lines. @param read words of a line as the matcher reads them, without spelling */
export function learn(
  labels: readonly Label[],
  read: (tokens: readonly string[]) => Word[],
  options: MatcherOptions,
): Omit<Trained, 'vocabulary'> {
  const { features: ways, training, runs, trials, confidence, views, often } = affordable(options, labels);
  const roles = labels.map(label => label.role);
  const owners: number[] = [];
  const words = new Map<string, number>();
  const times: number[] = [];
  const seen: Features[] = [];
  const full = labels.some(({ utterances }) => utterances !== undefined && utterances.size > 0) ? often : 1;
  for (const [owner, { lines, utterances }] of labels.entries()) {
    for (const line of lines) {
      const tokens = tokenize(line);
      if (tokens.length === 0) continue;
      const weight = roles[owner] === 'entry' ? IN_ENTRY : 1;
      for (const token of tokens) words.set(token, (words.get(token) ?? 0) + weight);
      owners.push(owner);
      times.push(roles[owner] === 'entry' && !utterances?.has(line) ? full : 1);
      seen.push(features(read(tokens), ways));
    }
  }
  const labelOf = Int32Array.from(owners);
  const own = labelOf.filter(owner => roles[owner] !== 'elsewhere').length;
  const data = collectSpace(seen, line => roles[owners[line]!] === 'entry', own);
  const space = createSpace(data, views);
  const letters = remembered(space.lettersOf);
  const vectors = seen.map(line => space.vector(line, letters));
  /** The mean of trainings with these seeds over the first so many lines, which belong to the first so many labels. */
  const trained = (
    lineCount: number,
    labelCount: number,
    seeds: readonly number[],
    timesOf: readonly number[] = times,
    epochs = training.epochs,
  ): Index => {
    const flat = flatten(vectors, labelOf, [...vectors.keys()].slice(0, lineCount), timesOf);
    const start = centroids(flat, labelCount, space.size);
    return meanOf(seeds.map(createTrainer(start, flat, { ...training, epochs })));
  };
  /** Every run with what lies elsewhere but the first, which learns from the knowledge alone what comes first in it. */
  const beside = (elsewhere: number): Index => {
    // The own lines have the same looks as alone, and what lies elsewhere no more than they have.
    const often = Math.max(1, Math.round(elsewhere / own));
    const evened = times.map((many, line) => (line < own ? many * often : many));
    const epochs = (training.epochs * (own + elsewhere / often)) / vectors.length;
    const others = trained(vectors.length, labels.length, seeds.slice(runs > 1 ? 1 : 0), evened, epochs);
    return runs > 1 ? meanBeside(trained(own, labels.length - 1, seeds.slice(0, 1)), others, 1 / runs) : others;
  };
  const seeds = Array.from({ length: runs }, (_, run) => training.seed + run);
  const index = own < vectors.length ? beside(vectors.length - own) : trained(own, labels.length, seeds);
  const calibration = fitConfidence(roles, vectors, labelOf, space, trials, confidence);
  return { words, space: data, index: withoutSmall(index), calibration };
}
