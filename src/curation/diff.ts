/** Unchanged lines around a change. */
const AROUND = 3;

/**
 * The difference of two texts in the unified form that `git apply` and `patch -p1` read, in one piece.
 * @param path of the file as it stands in the difference, with forward slashes
 * @param before nothing for a file that is new
 * @returns the empty text where nothing differs
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  const old = linesOf(before ?? '');
  const fresh = linesOf(after);
  const most = Math.min(old.length, fresh.length);
  let head = 0;
  while (head < most && old[head] === fresh[head]) head += 1;
  let tail = 0;
  while (tail < most - head && old.at(-1 - tail) === fresh.at(-1 - tail)) tail += 1;
  if (head === old.length && head === fresh.length) return '';
  const from = Math.max(0, head - AROUND);
  const oldTo = Math.min(old.length, old.length - tail + AROUND);
  const freshTo = Math.min(fresh.length, fresh.length - tail + AROUND);
  const range = (start: number, end: number): string => `${end === start ? start : start + 1},${end - start}`;
  const marked = (mark: string, lines: readonly string[]): string[] =>
    lines.map(line => `${mark}${line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`}`);
  return [
    `--- ${before === undefined ? '/dev/null' : `a/${path}`}\n`,
    `+++ b/${path}\n`,
    `@@ -${range(from, oldTo)} +${range(from, freshTo)} @@\n`,
    ...marked(' ', old.slice(from, head)),
    ...marked('-', old.slice(head, old.length - tail)),
    ...marked('+', fresh.slice(head, fresh.length - tail)),
    ...marked(' ', old.slice(old.length - tail, oldTo)),
  ].join('');
}

/** Lines with their ends. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}
