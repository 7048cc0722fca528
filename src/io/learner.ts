import type { LearnerHead, LearnerTask } from './learn-aside.ts';
import { learnAnew } from './load.ts';

/** What runs in the process beside the one that answers: it reads, checks and learns a folder, writes what came of it, and ends. */
const { folder, known, keepIn } = JSON.parse(process.argv[2] ?? '{}') as LearnerTask;

// Ctrl+C reaches this process too; the one that answers decides when it is over.
process.on('SIGINT', () => {});
const found = await learnAnew(folder, known, { keepIn });
const head: LearnerHead = 'body' in found ? { key: found.key, bytes: found.body.byteLength } : found;
process.stdout.write(`${JSON.stringify(head)}\n`);
if ('body' in found) process.stdout.write(found.body);
