/** Attempts of one call that run into a limit; behind them another way is taken. */
const MOST_ATTEMPTS = 5;
/** Seconds of a Retry-After that are waited for: nobody waits longer for an answer. */
export const LONGEST_WAIT = 60;
/** Seconds that are waited where Slack does not say for how long, or not as a number. */
const UNSAID = 1;
/** Milliseconds beyond what Slack asks for: its clock and ours do not tick together. */
const MARGIN = 50;

type Fetch = typeof globalThis.fetch;

interface Limited {
  /** when the next call may go, by the clock */
  until: number;
  /** the one call that goes first then; the others see what becomes of it */
  first?: Promise<void>;
}

/**
 * Waits for as long as Slack asks, method by method (docs.slack.dev/apis/web-api/rate-limits). Slack's own client holds up every method
 * for the limit of one; it also takes up its calls again at the end of the first of several pauses that overlap.
 * @param longest milliseconds for one attempt
 * @param limited is told the seconds of every pause
 * @param now milliseconds of a clock that only goes forward
 */
export function createPatience(
  longest: number,
  limited: (seconds: number) => void,
  call: Fetch = globalThis.fetch,
  now: () => number = () => performance.now(),
  sleep: (milliseconds: number) => Promise<void> = milliseconds =>
    new Promise(resolve => setTimeout(resolve, milliseconds)),
): Fetch {
  const methods = new Map<string, Limited>();

  /** Resolves when a call may go; with what to call behind it where it goes first. */
  const turn = async (method: string): Promise<() => void> => {
    for (;;) {
      const state = methods.get(method);
      if (!state) return () => {};
      if (state.first) await state.first;
      else if (state.until > now()) await sleep(state.until - now());
      else {
        let end = (): void => {};
        state.first = new Promise(resolve => {
          end = resolve;
        });
        return () => {
          delete state.first;
          if (state.until <= now()) methods.delete(method);
          end();
        };
      }
    }
  };
  return async (input, init) => {
    const method = String(input);
    for (let attempt = 1; ; attempt += 1) {
      const done = await turn(method);
      try {
        const response = await call(input, { ...init, signal: AbortSignal.timeout(longest) });
        if (response.status !== 429) return response;
        const asked = Number(response.headers.get('retry-after') ?? Number.NaN);
        const seconds = Number.isNaN(asked) ? UNSAID : asked;
        limited(seconds);
        const state = methods.get(method) ?? { until: 0 };
        methods.set(method, state);
        state.until = Math.max(state.until, now() + seconds * 1000 + MARGIN);
        if (attempt >= MOST_ATTEMPTS || seconds > LONGEST_WAIT) return response;
        await response.body?.cancel();
      } finally {
        done();
      }
    }
  };
}
