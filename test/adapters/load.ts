import { readFileSync } from 'node:fs';

/** Milliseconds of processor time that the main thread of a program has used; nothing where the system does not tell. */
function processorTime(pid: number | undefined): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** What a burst costs the program and the double that it talks to; both run on one machine, so each also waits for the other. */
export interface Costs {
  /** one line for people */
  told(): string;
}

export function countCosts(pid: number | undefined): Costs {
  const own = process.cpuUsage();
  const bot = processorTime(pid);
  return {
    told() {
      const { user, system } = process.cpuUsage(own);
      const after = processorTime(pid);
      const used = bot === undefined || after === undefined ? '' : `; ${after - bot} ms of processor time for the bot`;
      return `${used}, ${Math.round((user + system) / 1000)} ms for the double`;
    },
  };
}

/** @returns the value below which a part of the numbers lies */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

/** Prints what the tests saw, for reports: they assert only what must hold on any machine. */
export function report(what: string, times: readonly number[], costs?: Costs): void {
  const [half, most, slowest] = [0.5, 0.99, 1].map(part => Math.round(percentile(times, part)));
  process.stdout.write(`${what}: p50 ${half} ms, p99 ${most} ms, slowest ${slowest} ms${costs?.told() ?? ''}\n`);
}

/**
 * The share of acknowledgements that took the bot itself at most so long, by its own histogram: from the arrival of a command in the
 * process to the acknowledgement, or the answer that is one, handed to the network. What the double takes does not count.
 * @param metrics what `/metrics` says before and after the burst
 * @param seconds a bound of one of its buckets
 */
export function shareWithin(
  metrics: readonly [before: string, after: string],
  platform: string,
  seconds: number,
): number {
  const value = (text: string, row: string): number =>
    Number(
      text
        .split('\n')
        .find(line => line.startsWith(row))
        ?.split(' ')
        .at(-1) ?? 0,
    );
  const grown = (row: string): number => value(metrics[1], row) - value(metrics[0], row);
  const name = 'signpost_acknowledged_seconds';
  const within = grown(`${name}_bucket{le="${seconds}",platform="${platform}"}`);
  return within / grown(`${name}_count{platform="${platform}"}`);
}
