import { fileURLToPath } from 'node:url';
import type { Library } from '../src/commands/library.ts';
import { loadLibrary } from '../src/io/load.ts';

const inProject = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

/** The project's own knowledge, with what the build has learnt from it. */
export async function ownLibrary(): Promise<Library> {
  const loaded = await loadLibrary(inProject('knowledge'), { keepIn: inProject('dist/learnt') });
  if ('library' in loaded) return loaded.library;
  throw new Error(loaded.problems.map(problem => problem.message).join('\n'));
}
