import { parentPort, workerData } from 'node:worker_threads';
import type { LearnerAnswer, LearnerTask } from './learn-aside.ts';
import { learnAnew } from './load.ts';

/** What runs in the thread beside the one that answers: it reads, checks and learns a folder, says what came of it, and ends. */
const { folder, known, keepIn } = workerData as LearnerTask;
const found = await learnAnew(folder, known, { keepIn });
const answer: LearnerAnswer =
  // A copy of its own: a Buffer may be a window on memory that others share.
  'body' in found ? { key: found.key, body: new Uint8Array(found.body).buffer } : found;
parentPort?.postMessage(answer, 'body' in answer ? [answer.body] : []);
