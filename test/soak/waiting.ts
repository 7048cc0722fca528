/** Those who wait for something to be shown. */
export interface Waiting<Shown> {
  /** The first thing shown from now on under one of the keys; nothing where none comes in time. */
  expect(keys: readonly string[], milliseconds: number): Promise<Shown | undefined>;
  /** things that were shown and that nobody waited for */
  readonly unasked: number;
  close(): void;
}

/** Milliseconds between two looks at what was shown. */
const LOOK = 4;

/**
 * Hands what a double shows to whoever waits for it, and takes it off the double's list, which would otherwise grow without end.
 * @param keysOf what a thing can be waited for by
 */
export function createWaiting<Shown>(shown: Shown[], keysOf: (shown: Shown) => readonly string[]): Waiting<Shown> {
  const waiting = new Map<string, (shown: Shown) => void>();
  let unasked = 0;
  const look = setInterval(() => {
    for (const each of shown.splice(0)) {
      const keys = keysOf(each);
      const [tell] = keys.flatMap(key => waiting.get(key) ?? []);
      if (tell) tell(each);
      else if (keys.length > 0) unasked += 1;
    }
  }, LOOK);
  return {
    get unasked() {
      return unasked;
    },
    expect: (keys, milliseconds) =>
      new Promise(resolve => {
        const end = (found?: Shown): void => {
          clearTimeout(late);
          for (const key of keys) if (waiting.get(key) === end) waiting.delete(key);
          resolve(found);
        };
        const late = setTimeout(end, milliseconds);
        for (const key of keys) waiting.set(key, end);
      }),
    close: () => clearInterval(look),
  };
}
