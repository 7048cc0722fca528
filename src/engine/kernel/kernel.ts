import type { Lines } from '../lines.ts';
import { MANY_LABELS, RIVALS } from '../rivals.ts';
import { type Index, isCommon } from '../rows.ts';
import { LOOK } from './look.wasm.ts';

/** How a line is looked at. */
export interface LookOptions {
  /** share of a line's features that are left out at random each time it is seen, 0 to 1, to 1 in 256 */
  readonly dropout: number;
  /** factor from a score to a logit */
  readonly scale: number;
  /** what the sum of squared slopes starts from: large enough that the first steps do not jump */
  readonly slope: number;
  /** probabilities below this share of the highest are taken for zero: their labels are left as they are */
  readonly least: number;
}

/** Learns lines, one look after the other, in WebAssembly (look.as.ts). */
export interface Kernel {
  /**
   * Learns from the start: looks at the lines round by round, in an order that is drawn anew for each.
   * @param rate size of the first step @param fall what each step is of the one before, 0 to 1
   * @returns the weights, in the order of the start's
   */
  learn(seed: number, looks: number, rate: number, fall: number): Float32Array;
}

/** Of the features that many labels have, this share is kept of what is kept of the others: they cost most and say least. */
export const COMMON_KEPT = 0.625;

/** Variables of look.as.ts that are set before the first look: sizes, and addresses. */
interface Variables {
  readonly labels: number;
  readonly lanes: number;
  readonly most: number;
  readonly scale: number;
  readonly behind: number;
  readonly commonLeft: number;
  readonly left: number;
  readonly starts: number;
  readonly middles: number;
  readonly rows: number;
  readonly values: number;
  readonly owners: number;
  readonly order: number;
  readonly round: number;
  readonly scores: number;
  readonly errors: number;
  readonly wrong: number;
  readonly powers: number;
  readonly rivals: number;
  readonly kept: number;
  readonly amounts: number;
}

/** What look.as.ts exports. */
type Look = {
  learn(looks: number, rate: number, fall: number): void;
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  readonly free: { readonly value: number };
} & Readonly<Record<keyof Variables | 'state', { value: number }>>;

// TypeScript's library has no types for WebAssembly without those of a browser.
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: Look };
};

let compiled: object | undefined;

/** Bytes of a number, what addresses of rows are multiples of, and bytes of a page of WebAssembly's memory. */
const NUMBER = 4;
const ALIGNED = 16;
const PAGE = 65_536;
/** Numbers that are added at once. */
const FOUR = 4;
/** Random decisions are made by eight bits each. */
const SHARES = 256;

/** The memory, as whole numbers and as real ones. */
interface Cells {
  readonly whole: Uint32Array;
  readonly real: Float32Array;
}

/** Rows of the features in the memory: whether they have a place for every label, and their addresses. */
interface Rows {
  readonly full: Uint8Array;
  readonly addresses: Uint32Array;
  /** length of a full row */
  readonly lanes: number;
}

/** @param start the weights before learning, which stay as they are @param lines what is looked at */
export function createKernel(start: Index, lines: Lines, options: LookOptions): Kernel {
  // Compiled when something is learnt: a start that reads what was learnt before does without.
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(LOOK), letter => letter.charCodeAt(0)));
  const { exports } = new WebAssembly.Instance(compiled);
  let end = exports.free.value;
  /** @returns the address of so many numbers */
  const take = (numbers: number): number => {
    const place = Math.ceil(end / ALIGNED) * ALIGNED;
    end = place + NUMBER * numbers;
    return place;
  };
  const { labels } = start;
  const rows = placeRows(start, take);
  const count = lines.labels.length;
  const longest = longestOf(lines);
  const variables: Variables = {
    labels,
    lanes: rows.lanes,
    most: labels > MANY_LABELS ? RIVALS : 0,
    scale: options.scale,
    behind: -Math.log(options.least) / options.scale,
    commonLeft: Math.round(SHARES * (1 - (1 - options.dropout) * COMMON_KEPT)),
    left: Math.round(SHARES * options.dropout),
    starts: take(count + 1),
    middles: take(count),
    rows: take(lines.ids.length),
    values: take(lines.ids.length),
    owners: take(count),
    order: take(lines.order.length),
    round: lines.order.length,
    scores: take(rows.lanes),
    errors: take(rows.lanes),
    // One place more: the right label may come on top, and what is left out at the end of a line is written before.
    wrong: take(labels + 1),
    powers: take(labels),
    rivals: take(RIVALS),
    kept: take(longest + 1),
    amounts: take(longest + 1),
  };
  for (const name of Object.keys(variables) as (keyof Variables)[]) exports[name].value = variables[name];
  exports.memory.grow(Math.max(0, Math.ceil((end - exports.memory.buffer.byteLength) / PAGE)));
  const cells: Cells = {
    whole: new Uint32Array(exports.memory.buffer),
    real: new Float32Array(exports.memory.buffer),
  };
  writeLines(cells, lines, rows, variables);
  return {
    learn(seed, looks, rate, fall) {
      exports.state.value = seed;
      cells.whole.set(lines.order, variables.order / NUMBER);
      writeRows(cells, start, rows, options.slope);
      exports.learn(looks, rate, fall);
      return readRows(cells, start, rows);
    },
  };
}

function placeRows({ labels, starts }: Index, take: (numbers: number) => number): Rows {
  const lanes = Math.ceil(labels / FOUR) * FOUR;
  const full = new Uint8Array(starts.length - 1);
  const addresses = new Uint32Array(full.length);
  for (let feature = 0; feature < full.length; feature++) {
    const length = starts[feature + 1]! - starts[feature]!;
    full[feature] = isCommon(length, labels) ? 1 : 0;
    addresses[feature] = take(full[feature] ? 2 * lanes : 1 + 3 * length);
  }
  return { full, addresses, lanes };
}

function longestOf({ starts }: Lines): number {
  let longest = 0;
  for (let line = 0; line + 1 < starts.length; line++) longest = Math.max(longest, starts[line + 1]! - starts[line]!);
  return longest;
}

/** Lines with the addresses of their features' rows, those of full rows first. */
function writeLines({ whole, real }: Cells, lines: Lines, { full, addresses }: Rows, at: Variables): void {
  whole.set(lines.starts, at.starts / NUMBER);
  whole.set(lines.labels, at.owners / NUMBER);
  const middles = at.middles / NUMBER;
  const rows = at.rows / NUMBER;
  const values = at.values / NUMBER;
  for (let line = 0, next = 0; line < lines.labels.length; line++) {
    for (let pass = 1; pass >= 0; pass--) {
      for (let place = lines.starts[line]!; place < lines.starts[line + 1]!; place++) {
        const feature = lines.ids[place]!;
        if (full[feature] !== pass) continue;
        whole[rows + next] = addresses[feature]!;
        real[values + next] = lines.values[place]!;
        next += 1;
      }
      if (pass === 1) whole[middles + line] = next;
    }
  }
}

/** Weights as they are at the start. @param slope what the sums of squared slopes start from */
function writeRows({ whole, real }: Cells, index: Index, { full, addresses, lanes }: Rows, slope: number): void {
  const { starts, label, weight } = index;
  for (let feature = 0; feature < full.length; feature++) {
    const row = addresses[feature]! / NUMBER;
    const end = starts[feature + 1]!;
    let at = starts[feature]!;
    if (full[feature]) {
      real.fill(0, row, row + lanes);
      // A label that does not have the feature keeps its weight of zero.
      real.fill(Number.POSITIVE_INFINITY, row + lanes, row + 2 * lanes);
      for (; at < end; at++) {
        real[row + label[at]!] = weight[at]!;
        real[row + lanes + label[at]!] = slope;
      }
    } else {
      whole[row] = end - at;
      for (let next = row + 1; at < end; at++, next += 3) {
        whole[next] = NUMBER * label[at]!;
        real[next + 1] = weight[at]!;
        real[next + 2] = slope;
      }
    }
  }
}

/** The weights that `writeRows` wrote, as they are now. */
function readRows({ real }: Cells, { starts, label }: Index, { full, addresses }: Rows): Float32Array {
  const all = new Float32Array(label.length);
  for (let feature = 0; feature < full.length; feature++) {
    const row = addresses[feature]! / NUMBER;
    for (let at = starts[feature]!, next = row + 2; at < starts[feature + 1]!; at++, next += 3)
      all[at] = real[full[feature] ? row + label[at]! : next]!;
  }
  return all;
}
