/** Work that may be interrupted: wherever it yields, something else may come in between. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does the work without a break. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
