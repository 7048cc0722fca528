import type { Row, SpeedRow } from './run.ts';
import type { QuestionSet } from './sets.ts';

/** Everything that one run found. */
export interface Results {
  readonly date: string;
  readonly machine: string;
  readonly quick: boolean;
  readonly accuracy: readonly {
    readonly set: QuestionSet;
    readonly inside: number;
    readonly outside: number;
    readonly rows: readonly Row[];
  }[];
  readonly speed: readonly {
    readonly alternates: number;
    readonly entries: number;
    readonly rows: readonly SpeedRow[];
  }[];
  /** what was left out, and why */
  readonly notes: readonly string[];
}

/** At most three figures that mean something. */
export function figure(value: number): string {
  if (!Number.isFinite(value)) return '–';
  if (value >= 100) return Math.round(value).toLocaleString('en-GB');
  return value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
}

const share = (value: number): string => (Number.isFinite(value) ? value.toFixed(1) : '–');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '--:'))), ...rows.map(line)].join('\n');
}

const times = (value: number, standard: number): string => `${figure(value / standard)}×`;

function accuracyTable(rows: readonly Row[]): string {
  const [standard] = rows;
  return table(
    [
      '',
      'top-1',
      'with typos',
      'top-3',
      'AUROC',
      'right',
      'helped',
      'wrong',
      'outside answered',
      'p50 ms',
      'p99 ms',
      'p50 ratio',
      'load ms',
      'asked',
    ],
    rows.map(row => [
      row.name,
      ...[row.top1, row.typos, row.top3].map(share),
      Number.isFinite(row.auroc) ? row.auroc.toFixed(3) : '–',
      ...[row.right, row.helped, row.wrong, row.outsideAnswered].map(share),
      figure(row.p50),
      figure(row.p99),
      times(row.p50, standard!.p50),
      figure(row.load),
      String(row.asked),
    ]),
  );
}

function speedTable(rows: readonly SpeedRow[]): string {
  const [standard] = rows;
  return table(
    ['', 'p50 ms', 'p99 ms', 'p50 ratio', 'load ms', 'memory MB', 'questions'],
    rows.map(row => [
      row.name,
      figure(row.p50),
      figure(row.p99),
      times(row.p50, standard!.p50),
      figure(row.load),
      figure(row.memory),
      String(row.asked),
    ]),
  );
}

const READING = `**top-1, top-3**: the wanted entry is first, or among the first three, in % of the in-scope questions; **with typos**: top-1 with one slip in every
fourth word. **AUROC**: how well the score tells in-scope questions from out-of-scope ones (0.5 is guessing, 1 is always).
**right, helped, wrong**: answered with a wanted entry; that, or a wanted entry among the choices offered; answered with another entry.
**outside answered**: in % of the out-of-scope questions. Signpost decides by the limits it is shipped with. The libraries make no such decision: each
gets the two limits on its score that, on these very questions, let it answer most while making no more mistakes than Signpost, and leave as many
out-of-scope questions alone as Signpost does. So the column to compare is *right* (and *helped*) at equal harm, and it flatters the libraries.
**ratio**: time of one question against Signpost in the same run. **asked**: fuse.js is asked the first questions of each set only, and compared with
Signpost on those: so few that a share may be off by twenty points. The slips are one draw for each question: another draw moves *with typos* by
half a point to a point.`;

/** The results as Markdown. */
export function report(results: Results): string {
  const parts = [
    '# What the bench measured',
    `One run of \`npm run bench${results.quick ? ' -- --quick' : ''}\`, ${results.date}, ${results.machine}: everything in one process, one after the other, with the same lines and the same questions. The accuracy is the same in every run; the times are of this machine.`,
    '![Accuracy and time](results.svg)',
    '## Accuracy',
    READING,
    ...results.accuracy.flatMap(({ set, inside, outside, rows }) => [
      `### ${set.name}`,
      `${inside.toLocaleString('en-GB')} in-scope and ${outside.toLocaleString('en-GB')} out-of-scope questions; ${set.about}.`,
      accuracyTable(rows),
    ]),
    '## Time and memory',
    'Generated knowledge, 25 alternates an entry, and questions that stand in no line. Signpost is its matcher here, which does what the libraries do: a text in, the best entries out. Everyone is asked other questions for 0.6 s before the clock counts; where a question takes long, fewer are asked.',
    ...results.speed.flatMap(({ alternates, entries, rows }) => [
      `### ${alternates.toLocaleString('en-GB')} alternates, ${entries.toLocaleString('en-GB')} entries`,
      speedTable(rows),
    ]),
    ...(results.notes.length > 0 ? ['## Left out', results.notes.map(note => `- ${note}`).join('\n')] : []),
  ];
  return `${parts.join('\n\n')}\n`;
}
