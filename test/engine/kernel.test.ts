import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { COMMON_KEPT, createKernel } from '../../src/engine/kernel/kernel.ts';
import { flatten, type Lines } from '../../src/engine/lines.ts';
import { seededBits, seededRandom } from '../../src/engine/random.ts';
import { MANY_LABELS, RIVALS } from '../../src/engine/rivals.ts';
import { type Index, isCommon } from '../../src/engine/rows.ts';
import { centroids } from '../../src/engine/train.ts';
import { compileKernel, kernelIn } from '../scripts/compile-kernel.ts';

const OPTIONS = { dropout: 0.6, scale: 25, slope: 0.03, least: 0.03 };
const LOOKS = 150;
const RATE = 0.1;
const FALL = 0.99;

/** Lines of random features, the same in every run. The lower its number, the more lines have a feature. */
function randomLines(labels: number, features: number, perLabel: number): Lines {
  const random = seededRandom(7);
  const owners = Array.from({ length: labels * perLabel }, (_, line) => line % labels);
  const vectors = owners.map(() => {
    const ids = [...new Set(Array.from({ length: 20 }, () => Math.floor(features * random() ** 3)))];
    const values = Float32Array.from(ids, () => 0.1 + random());
    return { ids: Int32Array.from(ids), values, words: ids.length, mass: 1, coverage: 1 };
  });
  // Every third line is seen twice in a round.
  return flatten(
    vectors,
    owners,
    [...owners.keys()],
    owners.map((_, line) => (line % 3 === 0 ? 2 : 1)),
  );
}

/** What the kernel does, written plainly: a table of weights, and numbers of 64 bits. */
function plainly(start: Index, lines: Lines, seed: number): number[] {
  const bits = seededBits(seed);
  const order = [...lines.order];
  let rate = RATE;
  const rows = Array.from({ length: start.starts.length - 1 }, (_, id) => {
    const places = Array.from({ length: start.starts[id + 1]! - start.starts[id]! }, (_, at) => start.starts[id]! + at);
    return {
      full: isCommon(places.length, start.labels),
      of: new Map(places.map(at => [start.label[at]!, { weight: start.weight[at]!, sum: OPTIONS.slope }])),
    };
  });
  for (let look = 0; look < LOOKS; look++) {
    if (look % order.length === 0) {
      for (let at = order.length - 1; at > 0; at--) {
        const other = Math.floor(((bits() >>> 0) / 2 ** 32) * (at + 1));
        [order[at], order[other]] = [order[other]!, order[at]!];
      }
    }
    const line = order[look % order.length]!;
    const all = Array.from({ length: lines.starts[line + 1]! - lines.starts[line]! }, (_, at) => {
      const place = lines.starts[line]! + at;
      return { row: rows[lines.ids[place]!]!, value: lines.values[place]! };
    });
    const kept = [true, false].flatMap(full => {
      const left = 256 * (1 - (1 - OPTIONS.dropout) * (full ? COMMON_KEPT : 1));
      let drawn = 0;
      return all
        .filter(({ row }) => row.full === full)
        .filter((_, at) => {
          drawn = at % 4 === 0 ? bits() : drawn >>> 8;
          return (drawn & 255) >= Math.round(left);
        });
    });
    const length = Math.hypot(...kept.map(({ value }) => value)) || 1;
    const scored = (which: boolean[]): number[] =>
      Array.from({ length: start.labels }, (_, label) =>
        kept.reduce(
          (sum, { row, value }) =>
            which.includes(row.full) ? sum + (value / length) * (row.of.get(label)?.weight ?? 0) : sum,
          0,
        ),
      );
    const right = lines.labels[line]!;
    let rivals = [...Array(start.labels).keys()];
    if (start.labels > MANY_LABELS) {
      const first = scored([false]);
      rivals = rivals.sort((a, b) => first[b]! - first[a]! || a - b).slice(0, RIVALS);
      if (!rivals.includes(right)) rivals[RIVALS - 1] = right;
    }
    const scores = scored([true, false]);
    const highest = Math.max(...rivals.map(label => scores[label]!));
    const possible = rivals.filter(label => scores[label]! >= highest + Math.log(OPTIONS.least) / OPTIONS.scale);
    const power = (label: number): number => Math.exp(OPTIONS.scale * (scores[label]! - highest));
    const sum = possible.reduce((total, label) => total + power(label), 0);
    for (const label of new Set([...possible, right])) {
      if (possible.length === 1 && possible[0] === right) break;
      const error = (possible.includes(label) ? power(label) / sum : 0) - (label === right ? 1 : 0);
      for (const { row, value } of kept) {
        const cell = row.of.get(label);
        if (!cell) continue;
        const slope = (error * value) / length;
        cell.sum += slope * slope;
        cell.weight -= (rate * slope) / Math.sqrt(cell.sum);
      }
    }
    rate *= FALL;
  }
  return rows.flatMap(row => [...row.of.values()].map(({ weight }) => weight));
}

describe('the kernel', () => {
  test.each([
    ['few labels, rows of all lengths', 30, 3],
    ['a number of labels that no four divides', 21, 4],
    ['more labels than are compared exactly', MANY_LABELS + 50, 2],
  ])('learns what the plain way learns: %s', (_, labels, perLabel) => {
    const lines = randomLines(labels, 300, perLabel);
    const start = centroids(lines, labels, 300);
    const lengths = Array.from({ length: 300 }, (_, id) => start.starts[id + 1]! - start.starts[id]!);
    expect(lengths.some(length => isCommon(length, labels))).toBe(true);
    expect(lengths.some(length => length > 0 && !isCommon(length, labels))).toBe(true);
    const kernel = createKernel(start, lines, OPTIONS);
    for (const seed of [1, 99]) {
      const learnt = kernel.learn(seed, LOOKS, RATE, FALL);
      const wanted = plainly(start, lines, seed);
      expect(learnt).not.toEqual(start.weight);
      expect(Math.max(...wanted.map((weight, at) => Math.abs(weight - learnt[at]!)))).toBeLessThan(1e-4);
    }
  });

  test('is what its source compiles to (npm run kernel)', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    expect(readFileSync(join(kernelIn(root), 'look.wasm.ts'), 'utf8')).toBe(await compileKernel(root));
  }, 60_000);
});
