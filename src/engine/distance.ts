/** Rows of a QWERTY keyboard; a slip to a neighbour key costs less than any other change. */
const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const A = 97;
const LETTERS = 26;
/** 1 for two letters (each from 0) whose keys lie side by side. */
const beside = new Uint8Array(LETTERS * LETTERS);
for (const [row, keys] of ROWS.entries()) {
  for (let at = 0; at < keys.length; at++) {
    for (const other of [keys[at + 1], ROWS[row + 1]?.[at], ROWS[row + 1]?.[at - 1]]) {
      if (other === undefined) continue;
      const [one, two] = [keys.charCodeAt(at) - A, other.charCodeAt(0) - A];
      beside[one * LETTERS + two] = 1;
      beside[two * LETTERS + one] = 1;
    }
  }
}

/** What a slip costs, against 1 for any other change; a letter left out is as common as a neighbour's key. Chosen on slips of two kinds (README.md). */
const SLIP = 0.6;
const MISSING = 0.6;
const SWAP = 0.5;
const DOUBLED = 0.4;

/** What it costs to type one letter for another. */
function change(typed: number, meant: number): number {
  if (typed === meant) return 0;
  const one = typed - A;
  const two = meant - A;
  const letters = one >= 0 && one < LETTERS && two >= 0 && two < LETTERS;
  return letters && beside[one * LETTERS + two] === 1 ? SLIP : 1;
}

const WIDTH = 48;
const TOO_MANY = 99;
const edits = new Uint8Array(WIDTH * WIDTH);
const costs = new Float64Array(WIDTH * WIDTH);

/**
 * Edits (optimal string alignment) and their weighted cost, or nothing where more than `most` edits are needed.
 * Only cells within `most` of the diagonal are filled: a way through any other needs more edits.
 */
export function distance(from: string, to: string, most: number): { edits: number; cost: number } | undefined {
  const rows = from.length;
  const columns = to.length;
  for (let column = 0; column <= most && column <= columns; column++) {
    edits[column] = column;
    costs[column] = column;
  }
  if (most + 1 <= columns) edits[most + 1] = TOO_MANY;
  for (let row = 1; row <= rows; row++) {
    const here = row * WIDTH;
    const start = Math.max(1, row - most);
    const end = Math.min(columns, row + most);
    edits[here + start - 1] = start === 1 ? row : TOO_MANY;
    costs[here + start - 1] = row;
    if (end < columns) edits[here + end + 1] = TOO_MANY;
    const a = from.charCodeAt(row - 1);
    const beforeA = row > 1 ? from.charCodeAt(row - 2) : 0;
    let beforeB = start > 1 ? to.charCodeAt(start - 2) : 0;
    let least = start === 1 ? row : TOO_MANY;
    for (let column = start; column <= end; column++) {
      const b = to.charCodeAt(column - 1);
      const above = here - WIDTH + column;
      let edit = edits[above - 1]! + (a === b ? 0 : 1);
      let cost = costs[above - 1]! + change(a, b);
      // A letter too many in what was typed, or one left out; a repeated letter is the commonest of both.
      const extra = costs[above]! + (beforeA === a ? DOUBLED : 1);
      if (edits[above]! + 1 < edit || (edits[above]! + 1 === edit && extra < cost)) {
        edit = edits[above]! + 1;
        cost = extra;
      }
      const missing = costs[here + column - 1]! + (beforeB === b ? DOUBLED : MISSING);
      if (edits[here + column - 1]! + 1 < edit || (edits[here + column - 1]! + 1 === edit && missing < cost)) {
        edit = edits[here + column - 1]! + 1;
        cost = missing;
      }
      if (row > 1 && column > 1 && a === beforeB && beforeA === b) {
        const before = above - WIDTH - 2;
        const swapped = costs[before]! + SWAP;
        if (edits[before]! + 1 < edit || (edits[before]! + 1 === edit && swapped < cost)) {
          edit = edits[before]! + 1;
          cost = swapped;
        }
      }
      edits[here + column] = edit;
      costs[here + column] = cost;
      if (edit < least) least = edit;
      beforeB = b;
    }
    if (least > most) return undefined;
  }
  const last = rows * WIDTH + columns;
  return edits[last]! <= most ? { edits: edits[last]!, cost: costs[last]! } : undefined;
}
