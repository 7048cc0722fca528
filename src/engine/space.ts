import type { Features } from './features.ts';

/** A text as a point: ids of the features that the space knows, ascending order not guaranteed, values of total length 1. */
export interface Vector {
  readonly ids: Int32Array;
  readonly values: Float32Array;
  /** the first so many ids are words, the others pairs and runs of letters */
  readonly words: number;
  /** weight by rarity of all words of the text, known or not */
  readonly mass: number;
  /** share of the text's weight (by rarity) that lies in words which the space knows, 0 to 1 */
  readonly coverage: number;
}

/** All features that occur in the lines of a knowledge base, with their rarity. */
export interface Space {
  readonly size: number;
  /** number of lines that it was made from */
  readonly lines: number;
  vector(features: Features): Vector;
  /** rarity ln(1 + lines / lines with the feature); for a feature that no line has, that of the rarest */
  rarity(key: number): number;
  /** feature id of a key, -1 where no line has it */
  find(key: number): number;
  /** keys by feature id and number of lines by feature id: what is stored of a space */
  readonly keys: Uint32Array;
  readonly counts: Int32Array;
}

/** Open addressing over typed arrays: four times smaller than a Map at a million keys. */
function createTable(expected: number): { find(key: number): number; add(key: number): number; keys(): Uint32Array } {
  let capacity = 1024;
  while (capacity < expected * 2) capacity *= 2;
  let slots = new Int32Array(capacity).fill(-1);
  let keys = new Uint32Array(1024);
  let size = 0;
  const place = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 0) & (capacity - 1);
    while (slots[at]! >= 0 && keys[slots[at]!] !== key) at = (at + 1) & (capacity - 1);
    return at;
  };
  const grow = (): void => {
    capacity *= 2;
    slots = new Int32Array(capacity).fill(-1);
    for (let id = 0; id < size; id++) slots[place(keys[id]!)] = id;
  };
  return {
    find: key => slots[place(key)]!,
    add(key) {
      const at = place(key);
      const known = slots[at]!;
      if (known >= 0) return known;
      if (size === keys.length) {
        const larger = new Uint32Array(size * 2);
        larger.set(keys);
        keys = larger;
      }
      keys[size] = key;
      slots[at] = size;
      size += 1;
      if (size * 2 > capacity) grow();
      return size - 1;
    },
    keys: () => keys.slice(0, size),
  };
}

/**
 * Makes the space of the given lines.
 * @param lines features of every line
 * @param weights weight of each view (words, pairs, letters) before they are joined
 */
export function createSpace(lines: readonly Features[], weights: readonly [number, number, number]): Space {
  const table = createTable(lines.length * 16);
  let counts = new Int32Array(1024);
  for (const line of lines) {
    for (const view of line) {
      for (const key of view.keys()) {
        const id = table.add(key);
        if (id >= counts.length) {
          const larger = new Int32Array(counts.length * 2);
          larger.set(counts);
          counts = larger;
        }
        counts[id]! += 1;
      }
    }
  }
  return restoreSpace(table.keys(), counts, lines.length, weights);
}

/** The same from what was stored of it. */
export function restoreSpace(
  keys: Uint32Array,
  counts: Int32Array,
  lines: number,
  weights: readonly [number, number, number],
): Space {
  const size = keys.length;
  const table = createTable(size);
  for (let id = 0; id < size; id++) table.add(keys[id]!);
  const rarities = new Float32Array(size);
  for (let id = 0; id < size; id++) rarities[id] = Math.log(1 + lines / counts[id]!);
  const rarest = Math.log(1 + Math.max(1, lines));
  const rarity = (key: number): number => {
    const id = table.find(key);
    return id < 0 ? rarest : rarities[id]!;
  };
  return {
    size,
    lines,
    keys,
    counts: counts.slice(0, size),
    rarity,
    find: table.find,
    vector(views) {
      const ids: number[] = [];
      const values: number[] = [];
      let known = 0;
      let all = 0;
      let total = 0;
      let words = 0;
      for (let view = 0; view < 3; view++) {
        const start = values.length;
        let length = 0;
        for (const [key, times] of views[view]!) {
          const id = table.find(key);
          if (view === 0) all += (id < 0 ? rarest : rarities[id]!) * Math.min(1, times);
          if (id < 0) continue;
          if (view === 0) known += rarities[id]! * Math.min(1, times);
          const value = (times > 1 ? 1 + Math.log(times) : times) * rarities[id]!;
          ids.push(id);
          values.push(value);
          length += value * value;
        }
        if (view === 0) words = ids.length;
        if (length === 0) continue;
        const scale = weights[view]! / Math.sqrt(length);
        for (let at = start; at < values.length; at++) values[at]! *= scale;
        total += weights[view]! * weights[view]!;
      }
      const scale = total > 0 ? 1 / Math.sqrt(total) : 0;
      const scaled = new Float32Array(values.length);
      for (let at = 0; at < scaled.length; at++) scaled[at] = values[at]! * scale;
      return { ids: Int32Array.from(ids), values: scaled, words, mass: all, coverage: all > 0 ? known / all : 0 };
    },
  };
}
