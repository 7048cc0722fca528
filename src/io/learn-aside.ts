import { spawn } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Problem } from '../knowledge/problem.ts';

export interface LearnerTask {
  readonly folder: string;
  /** key of the knowledge that is in use */
  readonly known: string;
  /** folder in which what was learnt is kept for the next start */
  readonly keepIn: string;
}

export type LearnerAnswer =
  | { readonly key: string; readonly body: Buffer }
  | { readonly unchanged: true }
  | { readonly problems: readonly Problem[] };

/** What the other process writes first, as one line: a body of so many bytes follows, if there is one. */
export type LearnerHead =
  | { readonly key: string; readonly bytes: number }
  | Exclude<LearnerAnswer, { readonly body: Buffer }>;

/** Reads and learns a folder away from the process that answers. It may be stopped by the signal; then it rejects, as when the other process fails. */
export type LearnAside = (task: LearnerTask, signal: AbortSignal) => Promise<LearnerAnswer>;

/** The largest folder that is promised (15,000 alternates) takes a minute on a slow machine. */
const LONGEST = 10 * 60_000;
/** Characters of the other process's standard error that are told when it fails. */
const MOST_TOLD = 2000;

/** The same file name as this one's: `.js` when built. */
const LEARNER = fileURLToPath(new URL(`./learner${extname(import.meta.url)}`, import.meta.url));

/**
 * A process of its own rather than a thread: learning takes two hundred megabytes for a few seconds, which the C library keeps for the
 * process that had them, and which the system gets back from one that ends.
 */
export const learnAside: LearnAside = (task, signal) =>
  new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('the program is stopping'));
    const child = spawn(process.execPath, [...process.execArgv, LEARNER, JSON.stringify(task)], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
    const answer = createAnswer();
    let told = '';
    const end = (): void => {
      reject(new Error(signal.aborted ? 'the program is stopping' : `it took longer than ${LONGEST / 60_000} minutes`));
      child.kill('SIGKILL');
    };
    patience.addEventListener('abort', end, { once: true });
    child.stdout.on('data', answer.take);
    child.stderr.on('data', (chunk: Buffer) => {
      told = `${told}${chunk}`.slice(-MOST_TOLD);
    });
    child.once('error', reject);
    // By then everything it wrote has been read.
    child.once('close', (code, killed) => {
      patience.removeEventListener('abort', end);
      const whole = code === 0 ? answer.whole() : undefined;
      const said = told.trim() || 'It said nothing.';
      if (whole) resolve(whole);
      else reject(new Error(`the process that reads the knowledge ended with ${code ?? killed}. ${said}`));
    });
  });

/** Puts together what arrives in pieces: a line, and a body for which the room is made at once. */
function createAnswer(): { take(chunk: Buffer): void; whole(): LearnerAnswer | undefined } {
  let line = '';
  let head: LearnerHead | undefined;
  let body = Buffer.alloc(0);
  let filled = 0;
  return {
    take(chunk) {
      let rest = chunk;
      if (!head) {
        const at = chunk.indexOf('\n');
        line += chunk.toString('utf8', 0, at < 0 ? chunk.length : at);
        if (at < 0) return;
        head = JSON.parse(line) as LearnerHead;
        if ('bytes' in head) body = Buffer.alloc(head.bytes);
        rest = chunk.subarray(at + 1);
      }
      filled += rest.copy(body, filled);
    },
    whole() {
      if (!head || !('bytes' in head)) return head;
      return filled === head.bytes ? { key: head.key, body } : undefined;
    },
  };
}
