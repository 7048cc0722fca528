import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Library } from '../src/commands/library.ts';
import { loadLibrary } from '../src/io/load.ts';
import { learningCode } from '../src/io/version.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** Fingerprint of the built engine: what it has learnt is as good for its source. */
export const BUILT_CODE = learningCode(pathToFileURL(inProject('dist/src/')));

/** The project's own knowledge, with what the build has learnt from it. */
export async function ownLibrary(): Promise<Library> {
  const loaded = await loadLibrary(inProject('knowledge'), {
    keepIn: inProject('dist/learnt'),
    code: BUILT_CODE,
  });
  if ('library' in loaded) return loaded.library;
  throw new Error(loaded.problems.map(problem => problem.message).join('\n'));
}
