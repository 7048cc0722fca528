import type { Contestant, Found, Group } from './contestant.ts';
import { type Measures, matchedOutcome, measure, type Outcome, ownOutcome, quantile, type Trial } from './measure.ts';
import type { Question, QuestionSet, Round } from './sets.ts';

export interface Row extends Measures {
  readonly name: string;
  /** top-1 with typos in the questions */
  readonly typos: number;
  /** milliseconds to take the lines in, the mean of all rounds */
  readonly load: number;
  /** questions that were asked: fewer where one takes long */
  readonly asked: number;
}

/** Questions asked before the clock counts: the first ones are slower while the machine code is being made. */
const WARM_UP = 20;

type Ask = (question: string) => Found | Promise<Found>;

async function timed(ask: Ask, text: string): Promise<{ found: Found; microseconds: number }> {
  const started = performance.now();
  const answer = ask(text);
  const found = answer instanceof Promise ? await answer : answer;
  return { found, microseconds: (performance.now() - started) * 1000 };
}

async function loaded(contestant: Contestant, groups: readonly Group[]): Promise<{ ask: Ask; load: number }> {
  const started = performance.now();
  const ask = await contestant.load(groups);
  return { ask, load: performance.now() - started };
}

interface Trials {
  readonly clean: Trial[];
  readonly typed: Trial[];
  readonly load: number;
}

async function trialsOf(contestant: Contestant, rounds: readonly Round[]): Promise<Trials> {
  const clean: Trial[] = [];
  const typed: Trial[] = [];
  let load = 0;
  for (const { groups, questions } of rounds) {
    const ready = await loaded(contestant, groups);
    load += ready.load / rounds.length;
    const ask = async (pick: (question: Question) => string, into: Trial[]): Promise<void> => {
      for (const question of questions)
        into.push({ wanted: question.wanted, ...(await timed(ready.ask, pick(question))) });
    };
    const warming = performance.now();
    for (const question of questions.slice(0, WARM_UP)) {
      await ready.ask(question.text);
      if (performance.now() - warming > WARM_UP_TIME) break;
    }
    await ask(question => question.text, clean);
    await ask(question => question.typed, typed);
  }
  return { clean, typed, load };
}

/** Milliseconds after which a slow contestant is warm enough. */
const WARM_UP_TIME = 2000;

/** The first questions of every round, those that a contestant is asked. */
function firstOf(rounds: readonly Round[], { mostQuestions }: Contestant): Round[] {
  if (!mostQuestions) return [...rounds];
  const share = (most: number): number => Math.ceil(most / rounds.length);
  return rounds.map(({ groups, questions }) => ({
    groups,
    questions: [
      ...questions.filter(question => question.wanted.length > 0).slice(0, share(mostQuestions.inside)),
      ...questions.filter(question => question.wanted.length === 0).slice(0, share(mostQuestions.outside)),
    ],
  }));
}

/**
 * The same questions for everybody, but that a slow contestant is asked the first of them only. The first of the contestants decides
 * by itself and sets the standard for the others, on the questions that they are asked.
 */
export async function compare(
  [first, ...others]: readonly [Contestant, ...Contestant[]],
  set: QuestionSet,
  say: (text: string) => void,
): Promise<Row[]> {
  const row = ({ name }: Contestant, { clean, typed, load }: Trials, outcome: Outcome): Row => ({
    name,
    ...measure(clean, outcome),
    typos: measure(typed, outcome).top1,
    load,
    asked: clean.length,
  });
  say(`${set.name}: ${first.name}`);
  const ours = await trialsOf(first, set.rounds);
  const asked = set.rounds.flatMap(round => round.questions);
  const trialOf = new Map(asked.map((question, at) => [question, ours.clean[at]!]));
  const rows = [row(first, ours, ownOutcome(ours.clean))];
  for (const contestant of others) {
    say(`${set.name}: ${contestant.name}`);
    const rounds = firstOf(set.rounds, contestant);
    const theirs = await trialsOf(contestant, rounds);
    const standard = ownOutcome(rounds.flatMap(round => round.questions).map(question => trialOf.get(question)!));
    rows.push(row(contestant, theirs, matchedOutcome(theirs.clean, standard)));
  }
  return rows;
}

export interface SpeedRow {
  readonly name: string;
  readonly lines: number;
  /** milliseconds to take the lines in */
  readonly load: number;
  /** megabytes that are held afterwards */
  readonly memory: number;
  /** milliseconds a question */
  readonly p50: number;
  readonly p99: number;
  /** questions that were asked: fewer where one takes long */
  readonly asked: number;
}

/** Milliseconds that a contestant may ask for at one size, but for a few questions that it has in any case. */
const BUDGET = 6000;
const LEAST_ASKED = 3;

function held(): number {
  // Given by node's --expose-gc; without it the figure includes what has not been collected yet.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

/**
 * Time and memory of one contestant for one size.
 * @param others questions that it is asked for a tenth of its budget before the clock counts: the machine code of a bot that runs has been made
 */
export async function speed(
  contestant: Contestant,
  groups: readonly Group[],
  questions: readonly string[],
  others: readonly string[],
): Promise<SpeedRow> {
  const before = held();
  const { ask, load } = await loaded(contestant, groups);
  const memory = held() - before;
  const started = performance.now();
  for (let at = 0; performance.now() - started < BUDGET / 10; at++) await ask(others[at % others.length]!);
  const times: number[] = [];
  const begun = performance.now();
  for (const question of questions) {
    times.push((await timed(ask, question)).microseconds / 1000);
    if (times.length >= LEAST_ASKED && performance.now() - begun > BUDGET) break;
  }
  return {
    name: contestant.name,
    lines: groups.reduce((sum, group) => sum + group.lines.length, 0),
    load,
    memory,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
    asked: times.length,
  };
}
