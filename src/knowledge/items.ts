import type { Checked, Path } from './document.ts';
import type { Part, Parts } from './parts.ts';
import type { Problem } from './problem.ts';
import type { RawEntry } from './schema.ts';

/** An item of a list in a file, with the way to say something about it. */
export interface Item<T> {
  readonly value: T;
  readonly file: string;
  problem(path: Path, message: string): Problem;
}

/** All items of lists in several files. @param under where in each file its list stands */
export function items<T>(parts: readonly Part<readonly T[]>[], under: Path = []): Item<T>[] {
  return parts.flatMap(({ path, checked }) =>
    checked.value.map((value, at) => ({
      value,
      file: path,
      problem: (inside: Path, message: string) => checked.problem([...under, at, ...inside], message),
    })),
  );
}

/** The entries of all theme files. */
export function entriesOf({ faq }: Parts): Item<RawEntry>[] {
  return items(
    faq.map(({ path, checked }) => ({
      path,
      checked: { value: checked.value.entries, problem: checked.problem } as Checked<RawEntry[]>,
    })),
    ['entries'],
  );
}
