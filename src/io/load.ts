import { fileURLToPath } from 'node:url';
import { createLibrary, type Library, labelsOf } from '../commands/library.ts';
import { createMatcher, OPTIONS } from '../engine/matcher.ts';
import { type Problem, sortProblems } from '../knowledge/problem.ts';
import { readFolder } from './folder.ts';
import { learntKey, readLearnt, writeLearnt } from './learnt.ts';
import { VERSION } from './version.ts';

export interface LoadOptions {
  /** folder in which what was learnt is kept for the next start; nothing is kept without it */
  readonly keepIn?: string;
  /** called before the learning starts when it will take a while, with the number of lines to learn */
  readonly onLearning?: (lines: number) => void;
}

/** What the build learnt beforehand, so that the first start is quick too. */
export const BUILT_IN = fileURLToPath(new URL('../../learnt', import.meta.url));

/** Every problem of a knowledge folder; nothing is learnt. */
export async function checkFolder(folder: string): Promise<readonly Problem[]> {
  const { files, problems } = readFolder(folder);
  if (problems.length > 0 && files.length === 0) return problems;
  const { readKnowledge } = await import('../knowledge/read.ts');
  const read = readKnowledge(files);
  return sortProblems([...problems, ...('problems' in read ? read.problems : [])]);
}

/** Fewer lines than this are learnt in less than half a second. */
const MANY_LINES = 800;

/**
 * Reads, checks and learns a knowledge folder; a folder that was learnt before is only read.
 * @returns everything that is needed to advise, or every problem of the folder
 */
export async function loadLibrary(
  folder: string,
  options: LoadOptions = {},
): Promise<{ library: Library } | { problems: readonly Problem[] }> {
  const { files, problems } = readFolder(folder);
  if (problems.length > 0 && files.length === 0) return { problems };
  const key = learntKey(files, OPTIONS, VERSION);
  if (problems.length === 0) {
    const before = readLearnt([...(options.keepIn === undefined ? [] : [options.keepIn]), BUILT_IN], key);
    if (before) {
      const matcher = createMatcher(labelsOf(before.knowledge), before.knowledge.vocabulary, OPTIONS, before.trained);
      return { library: createLibrary(before.knowledge, matcher) };
    }
  }
  // The YAML reader and the shapes take a fifth of a second to load: only when they are needed.
  const { readKnowledge } = await import('../knowledge/read.ts');
  const read = readKnowledge(files);
  if ('problems' in read || problems.length > 0) {
    return { problems: sortProblems([...problems, ...('problems' in read ? read.problems : [])]) };
  }
  const labels = labelsOf(read.knowledge);
  const lines = labels.reduce((sum, label) => sum + label.lines.length, 0);
  if (lines >= MANY_LINES) options.onLearning?.(lines);
  const matcher = createMatcher(labels, read.knowledge.vocabulary);
  if (options.keepIn !== undefined && lines >= MANY_LINES)
    await writeLearnt(options.keepIn, key, { knowledge: read.knowledge, trained: matcher.trained });
  return { library: createLibrary(read.knowledge, matcher) };
}
