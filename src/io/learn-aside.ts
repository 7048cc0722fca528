import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Problem } from '../knowledge/problem.ts';

export interface LearnerTask {
  readonly folder: string;
  /** key of the knowledge that is in use */
  readonly known: string;
  /** folder in which what was learnt is kept for the next start */
  readonly keepIn: string;
}

export type LearnerAnswer =
  | { readonly key: string; readonly body: ArrayBuffer }
  | { readonly unchanged: true }
  | { readonly problems: readonly Problem[] };

/** Reads and learns a folder away from the thread that answers. It may be stopped by the signal; then it rejects, as when the thread fails. */
export type LearnAside = (task: LearnerTask, signal: AbortSignal) => Promise<LearnerAnswer>;

/** The largest folder that is promised (15,000 alternates) takes a minute on a slow machine. */
const LONGEST = 10 * 60_000;

/** The same file name as this one's: `.js` when built. */
const LEARNER = new URL(`./learner${extname(import.meta.url)}`, import.meta.url);

export const learnAside: LearnAside = (task, signal) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(LEARNER, { workerData: task });
    const patience = AbortSignal.any([signal, AbortSignal.timeout(LONGEST)]);
    const end = (): void => {
      reject(new Error(signal.aborted ? 'the program is stopping' : `it took longer than ${LONGEST / 60_000} minutes`));
      void worker.terminate();
    };
    if (patience.aborted) end();
    patience.addEventListener('abort', end, { once: true });
    worker.once('message', (answer: LearnerAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', code => {
      patience.removeEventListener('abort', end);
      reject(new Error(`the thread that reads the knowledge ended with code ${code} and said nothing`));
    });
  });
