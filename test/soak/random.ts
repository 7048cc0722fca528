/** Numbers from 0 to just below 1 that look random and are the same in every run (mulberry32). */
export type Random = () => number;

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. @throws where the list is empty */
export function oneOf<T>(list: readonly T[], random: Random): T {
  const found = list[Math.floor(random() * list.length)];
  if (found === undefined) throw new Error('nothing to choose from');
  return found;
}

/** One of several, each as often as its weight says. */
export function weighted<T extends string>(weights: Readonly<Record<T, number>>, random: Random): T {
  const names = Object.keys(weights) as T[];
  let left = random() * names.reduce((sum, name) => sum + weights[name], 0);
  for (const name of names) {
    left -= weights[name];
    if (left < 0) return name;
  }
  return oneOf(names, random);
}

/** The weights of things that stand behind their weight. */
export function weights(
  list: Readonly<Record<string, readonly [weight: number, ...unknown[]]>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(list).map(([name, [weight]]) => [name, weight]));
}
