import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chart } from './chart.ts';
import type { Contestant } from './contestant.ts';
import { ALTERNATES, generate } from './generate.ts';
import { peers } from './peers.ts';
import { BENCH_FOLDER } from './place.ts';
import { type Results, report } from './report.ts';
import { compare, speed } from './run.ts';
import { goldenSet, heldOutSet, knowledgeOf, publicSet, type Question, type QuestionSet, sample } from './sets.ts';
import { matcherAlone, signpost } from './signpost.ts';

const { values: flags } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    sets: { type: 'string', default: process.env['BENCH_SETS'] ?? '../shared/benchmarks' },
    questions: { type: 'string', default: 'test/questions' },
    out: { type: 'string' },
  },
});
const quick = flags.quick;
const folder = fileURLToPath(BENCH_FOLDER);
const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Questions of each set that are asked: all of them, but for a quick look. */
const INSIDE = quick ? 60 : Number.POSITIVE_INFINITY;
const OUTSIDE = quick ? 30 : Number.POSITIVE_INFINITY;
const ROUNDS = quick ? 1 : 2;
const SIZES = quick ? [100, 1000] : [100, 1000, 10_000, 100_000];
const SPEED_QUESTIONS = quick ? 4000 : 20_000;
/** and those that each contestant is asked before, so that it is warm */
const WARMING_QUESTIONS = 1000;

function installPeers(): void {
  if (existsSync(join(folder, 'node_modules'))) return;
  say('Installing the libraries to compare with …');
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** The set with a fixed sample of its questions. */
function sampled(set: QuestionSet): QuestionSet {
  const share = (limit: number): number => Math.ceil(limit / set.rounds.length);
  const inside = (question: Question): boolean => question.wanted.length > 0;
  return {
    ...set,
    rounds: set.rounds.map(round => ({
      ...round,
      questions: [
        ...sample(round.questions.filter(inside), share(INSIDE), 1),
        ...sample(
          round.questions.filter(question => !inside(question)),
          share(OUTSIDE),
          2,
        ),
      ],
    })),
  };
}

const notes: string[] = [];

async function accuracy(): Promise<Results['accuracy']> {
  const ours = knowledgeOf('knowledge');
  const clinc = publicSet(join(flags.sets, 'clinc150-k10'), 'CLINC150, ten lines an entry');
  if (!clinc) notes.push('CLINC150: no `clinc150-k10` in the folder that `--sets` or `BENCH_SETS` names.');
  const golden = goldenSet(ours, flags.questions);
  if (golden.rounds[0]!.questions.length === 0) notes.push('Golden questions: none in `test/questions`.');
  const sets = [golden, heldOutSet(ours, ROUNDS), ...(clinc ? [clinc] : [])];
  const results: Results['accuracy'][number][] = [];
  for (const each of sets) {
    const set = sampled(each);
    const asked = set.rounds.flatMap(round => round.questions);
    if (asked.length === 0) continue;
    const lines = set.rounds[0]!.groups.reduce((sum, group) => sum + group.lines.length, 0);
    results.push({
      set,
      inside: asked.filter(question => question.wanted.length > 0).length,
      outside: asked.filter(question => question.wanted.length === 0).length,
      rows: await compare([signpost(set.knowledge), ...fitting(lines)], set, say),
    });
  }
  return results;
}

/** The libraries that can take so many lines. */
function fitting(lines: number): Contestant[] {
  return peers.filter(({ name, mostLines = Number.POSITIVE_INFINITY }) => {
    if (lines <= mostLines) return true;
    notes.push(`${name} with ${lines.toLocaleString('en-GB')} lines: its training takes many minutes.`);
    return false;
  });
}

async function speeds(): Promise<Results['speed']> {
  const results: Results['speed'][number][] = [];
  for (const alternates of SIZES) {
    const { groups, questions } = generate(alternates, SPEED_QUESTIONS + WARMING_QUESTIONS);
    const others = questions.splice(SPEED_QUESTIONS);
    const rows: Results['speed'][number]['rows'][number][] = [];
    for (const contestant of [matcherAlone, ...fitting(alternates)]) {
      say(`${alternates.toLocaleString('en-GB')} alternates: ${contestant.name}`);
      rows.push(await speed(contestant, groups, questions, others));
    }
    results.push({ alternates, entries: Math.max(1, Math.round(alternates / ALTERNATES)), rows });
  }
  return results;
}

function machine(): string {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return `${first?.model ?? 'unknown processor'}, ${cpus().length} cores, ${memory} GB, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the start`;
}

installPeers();
const date = new Date().toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
// Time first: what a process has done before makes it slower, and a bot does nothing else.
const speedOfAll = await speeds();
const results: Results = {
  date,
  machine: machine(),
  quick,
  accuracy: await accuracy(),
  speed: speedOfAll,
  notes,
};
const text = report(results);
process.stdout.write(text);
// The figures in the checkout are those of a full run.
const out = flags.out ?? (quick ? undefined : join(folder, 'results'));
if (out !== undefined) {
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, 'results.md'), text);
  writeFileSync(join(out, 'results.svg'), chart(results));
  say(`Written to ${out}`);
}
