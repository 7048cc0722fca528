import { createHash } from 'node:crypto';

/** Words that make a run. */
const LENGTH = 6;
/** Bytes that are kept of a run's hash: among half a million runs one in 300 projects has a hit by chance. */
export const BYTES = 5;

/** Hashes, in hexadecimal, of every run of six words with the run itself; small letters and digits count, nothing else does. */
export function runsOf(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const runs = new Map<string, string>();
  for (let at = 0; at + LENGTH <= words.length; at++) {
    const run = words.slice(at, at + LENGTH).join(' ');
    runs.set(
      createHash('sha256')
        .update(run)
        .digest('hex')
        .slice(0, BYTES * 2),
      run,
    );
  }
  return runs;
}
