/** Something wrong with a knowledge folder, at a place, with what to do about it. */
export interface Problem {
  /** path inside the knowledge folder, with forward slashes */
  readonly file: string;
  /** from 1 */
  readonly line: number;
  /** from 1, in UTF-16 units */
  readonly column: number;
  /** what is wrong and what to do, in plain sentences */
  readonly message: string;
}

/** `file:line:column: message`, as editors and terminals link it. */
export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.message}`;
}

/** `file:line`, to speak of another place in a message. */
export function place({ file, line }: Problem): string {
  return `${file}:${line}`;
}

/** Problems in the order in which a person would mend them: by file, then from top to bottom. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(
    (a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
