import type { Label } from '../../src/engine/matcher.ts';

/** A group of lines that belong together: an entry, or a kind of message that no entry answers. */
export type Group = Label;

/** What a contestant makes of a question. */
export interface Found {
  /** ids of the best entries, best first, up to five */
  readonly ranked: readonly string[];
  /** how sure it is of the first, in whatever unit: only the order counts */
  readonly confidence: number;
  /** what it does by itself; a library leaves that to whoever uses it */
  readonly decided?: 'answer' | 'choices' | 'nothing';
  readonly offered?: readonly string[];
}

export interface Contestant {
  readonly name: string;
  /** Takes the lines in; ready to search when it resolves. */
  load(groups: readonly Group[]): Promise<(question: string) => Found | Promise<Found>>;
  /** where a question takes a large part of a second: it is asked the first so many of each set, in scope and out of it */
  readonly mostQuestions?: { readonly inside: number; readonly outside: number };
  /** more lines than this it cannot take in a reasonable time */
  readonly mostLines?: number;
}

/** One line that a library found, with a score: the higher the better. */
export interface Hit {
  readonly line: number;
  readonly score: number;
}

export const MOST_RANKED = 5;

/** Groups as one list of lines, and whose each is. */
export function flat(groups: readonly Group[]): { texts: string[]; owners: Int32Array } {
  const texts: string[] = [];
  const owners: number[] = [];
  for (const [owner, { lines }] of groups.entries())
    for (const line of lines) {
      texts.push(line);
      owners.push(owner);
    }
  return { texts, owners: Int32Array.from(owners) };
}

/**
 * The best entries by their best line. Lines of small talk and of what lies outside take part: where one of them is ahead of every entry,
 * the confidence is what the best entry lacks, so below zero.
 */
export function byEntry(hits: Iterable<Hit>, groups: readonly Group[], owners: Int32Array): Found {
  const best = new Map<number, number>();
  for (const { line, score } of hits) {
    const owner = owners[line]!;
    if (score > (best.get(owner) ?? Number.NEGATIVE_INFINITY)) best.set(owner, score);
  }
  let outside = Number.NEGATIVE_INFINITY;
  const entries: [number, number][] = [];
  for (const each of best) {
    if (groups[each[0]]!.role === 'entry') entries.push(each);
    else outside = Math.max(outside, each[1]);
  }
  entries.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  const first = entries[0]?.[1];
  const behind = first === undefined ? Number.NEGATIVE_INFINITY : first - outside;
  return {
    ranked: entries.slice(0, MOST_RANKED).map(([owner]) => groups[owner]!.id),
    confidence: first === undefined || behind < 0 ? behind : first,
  };
}
