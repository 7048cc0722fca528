import type { Bot } from '../bot.ts';

/** What of the bot's memory is looked at, by the names of the metrics. */
const PARTS = {
  resident: 'process_resident_memory_bytes',
  'heap reserved': 'nodejs_heap_size_total_bytes',
  'heap used': 'nodejs_heap_size_used_bytes',
  external: 'nodejs_external_memory_bytes',
  'array buffers': 'nodejs_array_buffers_bytes',
} as const;
const NAMES = Object.values(PARTS);

/** Memory that may be added from the middle to the end: rubbish that is not collected yet, and caches that still fill up a little. */
const SHARE = 1.1;
const BYTES = 8e6;

/** Stretches of a run, as parts of it: caches have filled up by half of it. */
const STRETCHES = [
  [0.1, 0.25],
  [0.25, 0.4],
  [0.5, 0.65],
  [0.65, 0.85],
  [0.85, 1],
] as const;
const WARM = 2;

/** Samples of a bot's memory. */
export interface Memory {
  sample(): Promise<void>;
  /** The least of every stretch and the most of all, in MB: the least is what stays when the rubbish is collected. */
  table(): string[];
  /** What grew from the middle of the run to its end, each as a line for a person. */
  growth(): string[];
}

export function createMemory(bot: Bot): Memory {
  const samples: number[][] = [];
  const least = (part: number, [from, to]: readonly [number, number]): number =>
    Math.min(
      ...samples
        .slice(Math.floor(samples.length * from), Math.ceil(samples.length * to))
        .map(each => each[part] ?? Number.NaN),
    );
  const rows = Object.keys(PARTS).map((name, part) => ({ name, part }));
  return {
    async sample() {
      samples.push(await bot.metrics(NAMES));
    },
    table() {
      const head = [...STRETCHES.map(([from, to]) => `${percent(from)}-${percent(to)} %`), 'most'];
      return [
        ['least, in MB', ...head].map(cell).join(''),
        ...rows.map(({ name, part }) => {
          const most = Math.max(...samples.map(each => each[part] ?? 0));
          return [name, ...[...STRETCHES.map(stretch => least(part, stretch)), most].map(megabytes)].map(cell).join('');
        }),
      ];
    },
    growth: () =>
      rows.flatMap(({ name, part }) => {
        const [before, after] = [least(part, STRETCHES[WARM]), least(part, STRETCHES[STRETCHES.length - 1] ?? [0, 1])];
        return after <= before * SHARE + BYTES ? [] : [`${name}: from ${megabytes(before)} to ${megabytes(after)} MB`];
      }),
  };
}

function percent(part: number): string {
  return String(Math.round(part * 100));
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function cell(text: string, at: number): string {
  return at === 0 ? text.padEnd(16) : text.padStart(12);
}
