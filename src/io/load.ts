import { fileURLToPath } from 'node:url';
import { createLibrary, type Library, librarySteps } from '../commands/library.ts';
import { createMatcher, matcherSteps, OPTIONS } from '../engine/matcher.ts';
import { atOnce, type Steps } from '../engine/steps.ts';
import { labelsOf } from '../knowledge/labels.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import { readFolder } from './folder.ts';
import { learntKey, readLearnt, writeLearnt } from './learnt.ts';
import { type Learnt, pack, unpackSteps } from './pack.ts';
import { learningCode, VERSION } from './version.ts';

export interface LoadOptions {
  /** fingerprint of the code that learns; that of this very code by default */
  readonly code?: string;
  /** folder in which what was learnt is kept for the next start; nothing is kept without it */
  readonly keepIn?: string;
  /** called before the learning starts when it will take a while, with the number of lines to learn */
  readonly onLearning?: (lines: number) => void;
}

/** What the build learnt beforehand, so that the first start is quick too. */
export const BUILT_IN = fileURLToPath(new URL('../../learnt', import.meta.url));

/** Every problem of a knowledge folder, and every remark on it that lets a bot start all the same; nothing is learnt. */
export async function checkFolder(folder: string): Promise<readonly Problem[]> {
  const { files, problems } = readFolder(folder);
  if (problems.length > 0 && files.length === 0) return problems;
  const { readKnowledge } = await import('../knowledge/read.ts');
  const read = readKnowledge(files);
  return sortProblems([...problems, ...('problems' in read ? read.problems : read.remarks)]);
}

/** Fewer lines than this are learnt in less than half a second. */
const MANY_LINES = 800;

/**
 * Reads, checks and learns a knowledge folder; a folder that was learnt before is only read.
 * @returns everything that is needed to advise and the key of what was read, or every problem of the folder
 */
export async function loadLibrary(
  folder: string,
  options: LoadOptions = {},
): Promise<{ library: Library; key: string } | { problems: readonly Problem[] }> {
  const found = await learnFolder(folder, options);
  if ('problems' in found) return found;
  if ('stored' in found) return { library: atOnce(restoreSteps(found.stored)), key: found.key };
  const { knowledge, trained } = found.learnt;
  const matcher = createMatcher(labelsOf(knowledge), knowledge.vocabulary, OPTIONS, trained);
  return { library: createLibrary(knowledge, matcher), key: found.key };
}

/** The same for a folder that may have changed, with everything as one row of bytes that can be handed to another process. */
export async function learnAnew(
  folder: string,
  known: string,
  options: LoadOptions = {},
): Promise<{ body: Buffer; key: string } | { unchanged: true } | { problems: readonly Problem[] }> {
  const found = await learnFolder(folder, options, known);
  if ('problems' in found || 'unchanged' in found) return found;
  return { key: found.key, body: 'stored' in found ? found.stored : pack(found.learnt) };
}

/** What was packed, made ready to advise from, in steps of a few milliseconds. */
export function* restoreSteps(body: Buffer): Steps<Library> {
  const { knowledge, trained } = yield* unpackSteps(body);
  const matcher = yield* matcherSteps(labelsOf(knowledge), knowledge.vocabulary, OPTIONS, trained);
  return yield* librarySteps(knowledge, matcher);
}

type Found = { key: string; stored: Buffer } | { key: string; learnt: Learnt } | { problems: readonly Problem[] };

function learnFolder(folder: string, options: LoadOptions): Promise<Found>;
function learnFolder(folder: string, options: LoadOptions, known: string): Promise<Found | { unchanged: true }>;
async function learnFolder(
  folder: string,
  { keepIn, onLearning, code = learningCode() }: LoadOptions,
  known?: string,
): Promise<Found | { unchanged: true }> {
  const { files, problems } = readFolder(folder);
  if (problems.length > 0 && files.length === 0) return { problems };
  const key = learntKey(files, OPTIONS, `${VERSION} ${code}`);
  if (problems.length === 0) {
    if (key === known) return { unchanged: true };
    const stored = readLearnt([...(keepIn === undefined ? [] : [keepIn]), BUILT_IN], key);
    if (stored) return { key, stored };
  }
  // The YAML reader and the shapes take a fifth of a second to load: only when they are needed.
  const { readKnowledge } = await import('../knowledge/read.ts');
  const read = readKnowledge(files);
  if ('problems' in read || problems.length > 0) {
    return { problems: sortProblems([...problems, ...('problems' in read ? read.problems : [])]) };
  }
  const labels = labelsOf(read.knowledge);
  const lines = labels.reduce((sum, { role, lines }) => sum + (role === 'elsewhere' ? 0 : lines.length), 0);
  if (lines >= MANY_LINES) onLearning?.(lines);
  const { trained } = createMatcher(labels, read.knowledge.vocabulary);
  const learnt = { knowledge: read.knowledge, trained };
  if (keepIn !== undefined && lines >= MANY_LINES) await writeLearnt(keepIn, key, pack(learnt));
  return { key, learnt };
}
