import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Load } from './load.ts';
import { createRandom, oneOf } from './random.ts';

/** What became of many questions. */
export interface Tally {
  /** replies by platform and kind, as "discord ask" */
  readonly answered: ReadonlyMap<string, number>;
  /** what no reply was possible to, by platform and reason */
  readonly excused: ReadonlyMap<string, number>;
  /** questions without their reply, each as a line for a person */
  readonly lost: readonly string[];
  /** what went wrong on purpose, by platform and fault */
  readonly faults: ReadonlyMap<string, number>;
  readonly total: number;
}

export interface Drive {
  readonly questions: number;
  /** conversations at a time */
  readonly atOnce: number;
  /** milliseconds between two faults of one platform */
  readonly faultEvery: number;
  readonly seed: number;
  /** number of the first person, so that no two runs have the same */
  readonly firstPerson?: number;
  /** What the bot itself said lately, to stand below a question that lost its reply. */
  witness?(): readonly string[];
}

const asked: string[] = ['first.yaml', 'mixed.yaml'].flatMap(name => {
  const items: { q?: string }[] = parse(readFileSync(new URL(`../questions/${name}`, import.meta.url), 'utf8'));
  return items.flatMap(item => (item.q ? [item.q] : []));
});

/** Asks on average; then somebody else comes. */
const STAYS = 0.7;

/** Has people ask on all platforms at the same time, while things go wrong. */
export function drive(
  loads: readonly Load[],
  options: Drive,
): { readonly tally: Tally; readonly done: Promise<void>; count(): number } {
  const { questions, atOnce, faultEvery, seed } = options;
  const answered = new Map<string, number>();
  const excused = new Map<string, number>();
  const faults = new Map<string, number>();
  const lost: string[] = [];
  /** what is left to ask, by platform: each gets its share, the slow ones too */
  const left = loads.map((_, at) => Math.floor((questions + at) / loads.length));
  let begun = 0;
  let ended = 0;
  let people = options.firstPerson ?? 0;

  /** One conversation after the other, all on one platform. */
  const work = async (load: Load, number: number): Promise<void> => {
    const random = createRandom(seed + number);
    const place = number % loads.length;
    const mayAsk = (): boolean => (left[place] ?? 0) > 0;
    while (mayAsk()) {
      people += 1;
      const visitor = load.visitor(people);
      let stays = true;
      while (stays && mayAsk()) {
        left[place] = (left[place] ?? 0) - 1;
        begun += 1;
        stays = random() < STAYS;
        try {
          const { kind, excuse, last } = await visitor(`${oneOf(asked, random)} ${begun % 17}`, random);
          if (excuse === undefined) add(answered, `${load.name} ${kind}`);
          else add(excused, `${load.name}: ${excuse}`);
          if (last) stays = false;
        } catch (error) {
          lost.push([String(error), ...(options.witness?.() ?? [])].join('\n    '));
          stays = false;
        }
        ended += 1;
      }
    }
  };
  const chance = createRandom(seed);
  const disturbing = loads.map(load =>
    setInterval(() => add(faults, `${load.name}: ${load.disturb(chance)}`), faultEvery),
  );
  const workers = Array.from({ length: atOnce }, (_, at) => work(loads[at % loads.length]!, at));
  const done = Promise.all(workers).then(() => {
    for (const timer of disturbing) clearInterval(timer);
  });
  const tally: Tally = {
    answered,
    excused,
    faults,
    lost,
    get total() {
      return begun;
    },
  };
  return { tally, done, count: () => ended };
}

/** A tally as lines for a person. */
export function told({ answered, excused, lost, faults, total }: Tally): string[] {
  return [
    `${sum(answered)} of ${total} answered, ${lost.length} lost, ${sum(excused)} without a possible reply`,
    ...list(answered),
    ...(excused.size > 0 ? ['without a possible reply:', ...list(excused)] : []),
    ...lost.slice(0, 10).map(each => `  LOST ${each}`),
    `${sum(faults)} faults:`,
    ...list(faults),
  ];
}

export function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}

/** Counts as lines for a person. */
export function list(counts: ReadonlyMap<string, number>): string[] {
  return [...counts]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([name, count]) => `  ${String(count).padStart(7)} ${name}`);
}

export function add(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
