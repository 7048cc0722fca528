/** A fitted σ(bias + Σ weight · input). */
export interface Calibration {
  readonly bias: number;
  readonly weights: readonly number[];
}

/** One held-out question: what was measured about its best candidate, and whether that was the right one. */
export interface Trial {
  readonly inputs: readonly number[];
  readonly right: boolean;
  /** how much the trial counts, 1 by default */
  readonly weight?: number;
}

/** Probability, 0 to 1, for the given inputs. */
export function probability(calibration: Calibration, inputs: readonly number[]): number {
  let sum = calibration.bias;
  for (let at = 0; at < inputs.length; at++) sum += (calibration.weights[at] ?? 0) * inputs[at]!;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a probability to held-out trials: logistic regression by Newton's method, with Platt's smoothed targets
 * (Platt 1999, "Probabilistic outputs for support vector machines"; Lin, Lin, Weng 2007) and a small ridge.
 * With no trials, or all of one kind, the result is constant.
 */
export function calibrate(trials: readonly Trial[], ridge = 1): Calibration {
  const size = (trials[0]?.inputs.length ?? 0) + 1;
  const rights = trials.filter(trial => trial.right).length;
  const wrongs = trials.length - rights;
  const high = (rights + 1) / (rights + 2);
  const low = 1 / (wrongs + 2);
  const theta = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const slope = theta.map((value, at) => (at === 0 ? 0 : -ridge * value));
    const curve = theta.map((_, row) =>
      theta.map((_, column) => (row === column ? ridge * (row === 0 ? 1e-6 : 1) : 0)),
    );
    for (const trial of trials) {
      const weight = trial.weight ?? 1;
      const inputs = [1, ...trial.inputs];
      let sum = 0;
      for (let at = 0; at < size; at++) sum += theta[at]! * inputs[at]!;
      const p = 1 / (1 + Math.exp(-sum));
      const error = ((trial.right ? high : low) - p) * weight;
      const spread = p * (1 - p) * weight;
      for (let row = 0; row < size; row++) {
        slope[row]! += error * inputs[row]!;
        for (let column = 0; column < size; column++) curve[row]![column]! += spread * inputs[row]! * inputs[column]!;
      }
    }
    const move = solve(curve, slope);
    let largest = 0;
    for (let at = 0; at < size; at++) {
      theta[at]! += move[at]!;
      largest = Math.max(largest, Math.abs(move[at]!));
    }
    if (largest < 1e-8) break;
  }
  return { bias: theta[0]!, weights: theta.slice(1) };
}

/** Gauss-Jordan elimination of a small symmetric system. */
function solve(matrix: number[][], right: readonly number[]): number[] {
  const size = right.length;
  const rows = matrix.map((row, at) => [...row, right[at]!]);
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let row = pivot + 1; row < size; row++)
      if (Math.abs(rows[row]![pivot]!) > Math.abs(rows[best]![pivot]!)) best = row;
    [rows[pivot], rows[best]] = [rows[best]!, rows[pivot]!];
    const divisor = rows[pivot]![pivot]! || 1e-12;
    for (let row = 0; row < size; row++) {
      if (row === pivot) continue;
      const factor = rows[row]![pivot]! / divisor;
      for (let column = pivot; column <= size; column++) rows[row]![column]! -= factor * rows[pivot]![column]!;
    }
  }
  return rows.map((row, at) => row[size]! / (row[at] || 1e-12));
}
