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

/** What is believed of a weight before any trial: it is about `mean`, give or take 1 / √`precision`. */
export interface Belief {
  readonly mean: number;
  readonly precision: number;
}

/** Probability, 0 to 1, for the given inputs. */
export function probability(calibration: Calibration, inputs: readonly number[]): number {
  let sum = calibration.bias;
  for (let at = 0; at < inputs.length; at++) sum += (calibration.weights[at] ?? 0) * inputs[at]!;
  return 1 / (1 + Math.exp(-sum));
}

/**
 * Fits a probability to held-out trials: logistic regression by Newton's method, with Platt's smoothed targets
 * (Platt 1999, "Probabilistic outputs for support vector machines"; Lin, Lin, Weng 2007) and a normal prior for each weight:
 * few trials move it little, many decide alone.
 * @param prior of the bias and of the weight of each input, in order; when left out, about 0 for the weights and anything for the bias
 */
export function calibrate(trials: readonly Trial[], prior?: readonly Belief[]): Calibration {
  const size = prior?.length ?? (trials[0]?.inputs.length ?? 0) + 1;
  const beliefs = prior ?? Array.from({ length: size }, (_, at) => ({ mean: 0, precision: at === 0 ? 1e-6 : 1 }));
  const rights = trials.filter(trial => trial.right).length;
  const wrongs = trials.length - rights;
  const high = (rights + 1) / (rights + 2);
  const low = 1 / (wrongs + 2);
  // From 0, where every trial pulls: far out Newton's steps are too long.
  const theta = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const slope = beliefs.map(({ mean, precision }, at) => precision * (mean - theta[at]!));
    const curve = beliefs.map(({ precision }, row) => beliefs.map((_, column) => (row === column ? precision : 0)));
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
