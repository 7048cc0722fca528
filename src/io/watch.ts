import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Milliseconds between two looks at the folder. */
const PAUSE = 1000;
/** A look that takes long, as over a network, is followed by so many times its length of pause, up to so many usual pauses. */
const SHARE = 10;
const MOST_PAUSES = 5;
/** As deep as knowledge is read. */
const DEEPEST = 8;

export interface Watch {
  stop(): void;
}

/**
 * Calls back when the YAML files of a folder have changed and then stayed as they are for one more look, so that an editor or a copy
 * that is still writing is left to finish.
 *
 * It looks at names, sizes and times instead of waiting for the system's events: those do not cross the mounts of many container
 * set-ups (virtual machines, network drives), and they are lost when a folder is swapped by a symbolic link, as Kubernetes does.
 * @param seen what the folder looked like when it was read
 */
export function watchFolder(folder: string, seen: string, changed: () => void, pause = PAUSE): Watch {
  let told = seen;
  let last = seen;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  const look = async (): Promise<void> => {
    const started = performance.now();
    const now = await appearance(folder);
    if (stopped) return;
    if (now !== told && now === last) {
      told = now;
      changed();
    }
    last = now;
    const took = performance.now() - started;
    timer = setTimeout(() => void look(), Math.max(pause, Math.min(took * SHARE, pause * MOST_PAUSES)));
    timer.unref();
  };
  timer = setTimeout(() => void look(), pause);
  timer.unref();
  return {
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** Names, sizes and times of the YAML files of a folder, as one text; it never throws, because a folder that is gone looks different too. */
export async function appearance(folder: string, depth = 0): Promise<string> {
  try {
    const names = (await readdir(folder)).filter(name => !name.startsWith('.')).sort();
    const parts = await Promise.all(names.map(name => appearanceOf(join(folder, name), depth)));
    return parts.join('');
  } catch {
    return 'not there';
  }
}

async function appearanceOf(path: string, depth: number): Promise<string> {
  try {
    const about = await stat(path);
    if (about.isDirectory()) return depth < DEEPEST ? await appearance(path, depth + 1) : '';
    return /\.ya?ml$/i.test(path) ? `${path}\0${about.ino} ${about.size} ${about.mtimeMs} ${about.ctimeMs}\n` : '';
  } catch {
    return `${path}\0gone\n`;
  }
}
