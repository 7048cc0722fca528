// AssemblyScript (a part of TypeScript that compiles to WebAssembly): the inner loop of learning, with four numbers at a time where rows are full.
// Learning took three to four times as long in JavaScript. `npm run kernel` compiles this file into look.wasm.ts; a test checks that it did,
// and another compares what is learnt with the same written plainly. kernel.ts lays out the memory, sets the variables and calls `learn`.
// Addresses are in bytes; every number takes four.

/** where the memory is free for the caller */
export const free: usize = __heap_base;

/** number of labels, */
export let labels: i32 = 0;
/** and rounded up to a multiple of four: so many places have full rows, scores and errors */
export let lanes: i32 = 0;
/** how many labels are compared exactly where there are too many to compare all; 0: all are */
export let most: i32 = 0;
/** factor from a score to a logit, and how far behind the best score a label is taken for impossible */
export let scale: f32 = 0;
export let behind: f32 = 0;
/** of 256 features so many are left out, of common ones and of others */
export let commonLeft: i32 = 0;
export let left: i32 = 0;
/** state of the random generator */
export let state: i32 = 0;

/**
 * The lines. Line l has the entries `starts[l]` to `starts[l + 1]` of `rows` and `values`, with those of full rows before `middles[l]`, and belongs to `owners[l]`.
 * An entry of `rows` is the address of a feature's row:
 * full: `lanes` weights, then `lanes` sums of squared slopes; any other: a length, then that many times the address of a label (4 · label), its weight, its sum.
 */
export let starts: usize = 0;
export let middles: usize = 0;
export let rows: usize = 0;
export let values: usize = 0;
export let owners: usize = 0;
/** The lines as they are seen in a round, each as often as it is; and how many that are. */
export let order: usize = 0;
export let round: i32 = 0;

/** Room for a look: scores and errors of all labels (errors are all 0 between looks), */
export let scores: usize = 0;
export let errors: usize = 0;
/** labels in error with their powers of e, labels that are compared exactly, */
export let wrong: usize = 0;
export let powers: usize = 0;
export let rivals: usize = 0;
/** and the rows that are not left out, with their values. */
export let kept: usize = 0;
export let amounts: usize = 0;

/** 32 random bits: the generator of random.ts. */
export function bits(): i32 {
  state += STEP;
  return mixed(state);
}

const STEP = 0x6d2b79f5;

function mixed(from: i32): i32 {
  let value = (from ^ (from >>> 15)) * (from | 1);
  value ^= value + (value ^ (value >>> 7)) * (value | 61);
  return value ^ (value >>> 14);
}

/** Takes over the entries that are not left out, by eight random bits each, and without a branch: the processor would guess it wrong half of the time. */
function take(from: i32, to: i32, size: i32, least: i32): i32 {
  let drawn = 0;
  let random = state;
  for (let at = from; at < to; at++) {
    if (((at - from) & 3) === 0) {
      random += STEP;
      drawn = mixed(random);
    } else drawn >>>= 8;
    store<u32>(kept + (size << 2), load<u32>(rows + (at << 2)));
    store<f32>(amounts + (size << 2), load<f32>(values + (at << 2)));
    size += i32((drawn & 255) >= least);
  }
  state = random;
  return size;
}

/** Scales the amounts to length 1 together. */
function scaleToOne(size: i32): void {
  let length: f32 = 0;
  for (let at = 0; at < size; at++) {
    const amount = load<f32>(amounts + (at << 2));
    length += amount * amount;
  }
  if (length === 0) return;
  const factor = <f32>1 / sqrt<f32>(length);
  for (let at = 0; at < size; at++) store<f32>(amounts + (at << 2), load<f32>(amounts + (at << 2)) * factor);
}

/** Scores of all labels from full rows, four rows in one pass. */
function addFullRows(common: i32): void {
  const size = (<usize>lanes) << 2;
  let each = 0;
  for (; each + 3 < common; each += 4) {
    const a = <usize>load<u32>(kept + (each << 2));
    const b = <usize>load<u32>(kept + (each << 2), 4);
    const c = <usize>load<u32>(kept + (each << 2), 8);
    const d = <usize>load<u32>(kept + (each << 2), 12);
    const forA = v128.load32_splat(amounts + (each << 2));
    const forB = v128.load32_splat(amounts + (each << 2), 4);
    const forC = v128.load32_splat(amounts + (each << 2), 8);
    const forD = v128.load32_splat(amounts + (each << 2), 12);
    for (let at: usize = 0; at < size; at += 16) {
      const two = f32x4.add(f32x4.mul(forA, v128.load(a + at)), f32x4.mul(forB, v128.load(b + at)));
      const others = f32x4.add(f32x4.mul(forC, v128.load(c + at)), f32x4.mul(forD, v128.load(d + at)));
      v128.store(scores + at, f32x4.add(v128.load(scores + at), f32x4.add(two, others)));
    }
  }
  for (; each < common; each++) {
    const row = <usize>load<u32>(kept + (each << 2));
    const amount = v128.load32_splat(amounts + (each << 2));
    for (let at: usize = 0; at < size; at += 16)
      v128.store(scores + at, f32x4.add(v128.load(scores + at), f32x4.mul(amount, v128.load(row + at))));
  }
}

/** Adds the rows that are not full. */
function addShortRows(common: i32, size: i32): void {
  for (let each = common; each < size; each++) {
    let at = <usize>load<u32>(kept + (each << 2));
    const amount = load<f32>(amounts + (each << 2));
    const end = at + 12 * load<u32>(at);
    for (; at < end; at += 12) {
      const score = scores + load<u32>(at, 4);
      store<f32>(score, load<f32>(score) + amount * load<f32>(at, 8));
    }
  }
}

/** Chooses the labels with the highest scores, the first of equals first, and the right one in any case. */
function chooseRivals(right: u32): void {
  let size = 0;
  const end = (<usize>labels) << 2;
  let found = false;
  for (let label: usize = 0; label < end; label += 4) {
    const score = load<f32>(scores + label);
    if (size === most && score <= load<f32>(scores + load<u32>(rivals + ((size - 1) << 2)))) continue;
    let place = size < most ? size : size - 1;
    if (size < most) size += 1;
    while (place > 0 && load<f32>(scores + load<u32>(rivals + ((place - 1) << 2))) < score) {
      store<u32>(rivals + (place << 2), load<u32>(rivals + ((place - 1) << 2)));
      place -= 1;
    }
    store<u32>(rivals + (place << 2), <u32>label);
  }
  for (let each = 0; each < size; each++) found = found || load<u32>(rivals + (each << 2)) === right;
  if (!found) store<u32>(rivals + ((size - 1) << 2), right);
}

/** Adds full rows to the scores of the chosen labels. */
function addToRivals(common: i32): void {
  for (let each = 0; each < common; each++) {
    const row = <usize>load<u32>(kept + (each << 2));
    const amount = load<f32>(amounts + (each << 2));
    for (let rival = 0; rival < most; rival++) {
      const label = load<u32>(rivals + (rival << 2));
      store<f32>(scores + label, load<f32>(scores + label) + amount * load<f32>(row + label));
    }
  }
}

/** Notes a label that is possible, with e to the power of its distance to the best. */
function note(label: usize, count: i32, largest: f32): f32 {
  const power = Mathf.exp(scale * (load<f32>(scores + label) - largest));
  store<u32>(wrong + (count << 2), <u32>label);
  store<f32>(powers + (count << 2), power);
  return power;
}

/**
 * Turns scores into errors: the probability of each label that is possible, less one for the right label.
 * @returns how many labels have one
 */
function findErrors(right: u32): i32 {
  const size = (<usize>lanes) << 2;
  const end = (<usize>labels) << 2;
  let largest = f32.NEGATIVE_INFINITY;
  let sum: f32 = 0;
  let count = 0;
  if (most > 0) {
    for (let rival = 0; rival < most; rival++)
      largest = max<f32>(largest, load<f32>(scores + load<u32>(rivals + (rival << 2))));
    for (let rival = 0; rival < most; rival++) {
      const label = load<u32>(rivals + (rival << 2));
      if (load<f32>(scores + label) >= largest - behind) sum += note(label, count++, largest);
    }
  } else {
    // Places without a label have a score of 0: where all others are below, a few more labels are taken for impossible.
    let four = v128.load(scores);
    for (let at: usize = 16; at < size; at += 16) four = f32x4.max(four, v128.load(scores + at));
    largest = max<f32>(
      max<f32>(f32x4.extract_lane(four, 0), f32x4.extract_lane(four, 1)),
      max<f32>(f32x4.extract_lane(four, 2), f32x4.extract_lane(four, 3)),
    );
    const floor = f32x4.splat(largest - behind);
    for (let at: usize = 0; at < size; at += 16) {
      let possible = i32x4.bitmask(f32x4.ge(v128.load(scores + at), floor));
      for (; possible !== 0; possible &= possible - 1) {
        const label = at + ((<usize>ctz(possible)) << 2);
        if (label < end) sum += note(label, count++, largest);
      }
    }
  }
  if (count === 1 && load<u32>(wrong) === right) return 0;
  for (let each = 0; each < count; each++)
    store<f32>(errors + load<u32>(wrong + (each << 2)), load<f32>(powers + (each << 2)) / sum);
  const error = load<f32>(errors + right);
  if (error === 0) store<u32>(wrong + (count++ << 2), right);
  store<f32>(errors + right, error - 1);
  return count;
}

/** Moves a weight against an error, by AdaGrad. @param sum address of the sum of squared slopes */
function move(weight: usize, sum: usize, slope: f32, rate: f32): void {
  const squares = load<f32>(sum) + slope * slope;
  store<f32>(sum, squares);
  store<f32>(weight, load<f32>(weight) - (rate * slope) / sqrt<f32>(squares));
}

function improve(common: i32, size: i32, count: i32, rate: f32): void {
  for (let each = 0; each < common; each++) {
    const row = <usize>load<u32>(kept + (each << 2));
    const amount = load<f32>(amounts + (each << 2));
    for (let at = 0; at < count; at++) {
      const label = load<u32>(wrong + (at << 2));
      const weight = row + label;
      move(weight, weight + ((<usize>lanes) << 2), load<f32>(errors + label) * amount, rate);
    }
  }
  for (let each = common; each < size; each++) {
    let at = <usize>load<u32>(kept + (each << 2));
    const amount = load<f32>(amounts + (each << 2));
    const end = at + 12 * load<u32>(at);
    for (; at < end; at += 12) {
      const error = load<f32>(errors + load<u32>(at, 4));
      if (error !== 0) move(at + 8, at + 12, error * amount, rate);
    }
  }
}

/** Looks at a line once: leaves features out at random, compares what stays with the labels, and moves the weights. @param rate size of the step */
function look(line: i32, rate: f32): void {
  const from = load<i32>(starts + (line << 2));
  const middle = load<i32>(middles + (line << 2));
  const to = load<i32>(starts + (line << 2), 4);
  const right = load<u32>(owners + (line << 2)) << 2;
  const common = take(from, middle, 0, commonLeft);
  const size = take(middle, to, common, left);
  scaleToOne(size);
  memory.fill(scores, 0, (<usize>lanes) << 2);
  if (most === 0) addFullRows(common);
  addShortRows(common, size);
  if (most > 0) {
    chooseRivals(right);
    addToRivals(common);
  }
  const count = findErrors(right);
  improve(common, size, count, rate);
  for (let each = 0; each < count; each++) store<f32>(errors + load<u32>(wrong + (each << 2)), 0);
}

/** Mixes the order of the lines. */
function shuffle(): void {
  for (let at = round - 1; at > 0; at--) {
    const other = <usize>((<f64>(<u32>bits()) / 4294967296) * <f64>(at + 1));
    const held = load<u32>(order + (at << 2));
    store<u32>(order + (at << 2), load<u32>(order + (other << 2)));
    store<u32>(order + (other << 2), held);
  }
}

/** Looks at lines, round by round, each in another order. @param rate size of the first step, and what each is of the one before: `fall` */
export function learn(looks: i32, rate: f64, fall: f64): void {
  for (let each = 0; each < looks; each++) {
    if (each % round === 0) shuffle();
    look(load<i32>(order + ((each % round) << 2)), <f32>rate);
    rate *= fall;
  }
}
