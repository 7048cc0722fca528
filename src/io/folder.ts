import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SourceFile } from '../knowledge/document.ts';
import type { Problem } from '../knowledge/problem.ts';

/** A knowledge file is text that people write; one larger than this is not. 100,000 alternates take about 6 MB. */
const LARGEST_FILE = 16 * 1024 * 1024;
const MOST_FILES = 2000;
const DEEPEST = 8;

/**
 * Reads the YAML files of a knowledge folder, in the order of their paths. Other files (a README) are left alone.
 * @param folder path of the folder
 * @returns the files, and a problem for each that cannot be read: too large, not text, not UTF-8, a link that leads in a circle
 */
export function readFolder(folder: string): { files: SourceFile[]; problems: Problem[] } {
  const files: SourceFile[] = [];
  const problems: Problem[] = [];
  const report = (path: string, message: string): void => {
    problems.push({ file: path === '' ? '.' : path, line: 1, column: 1, message });
  };
  const seen = new Set<string>();
  let tooMany = false;
  const visit = (path: string, depth: number): void => {
    const shown = relative(folder, path).split(sep).join('/');
    try {
      const real = realpathSync(path);
      if (seen.has(real)) {
        report(shown, 'This link leads to a place that was read already. Take it out.');
        return;
      }
      seen.add(real);
      const about = lstatSync(real);
      if (about.isDirectory()) {
        if (depth > DEEPEST) {
          report(shown, `Folders are nested more than ${DEEPEST} deep. Put the files further up.`);
          return;
        }
        for (const name of readdirSync(real).sort()) if (!name.startsWith('.')) visit(join(path, name), depth + 1);
        return;
      }
      if (!/\.ya?ml$/i.test(path)) return;
      if (!about.isFile()) {
        report(shown, 'This is not a file. Take it out.');
        return;
      }
      if (about.size > LARGEST_FILE) {
        report(
          shown,
          `The file has ${Math.round(about.size / 1e6)} MB; at most ${LARGEST_FILE / 1024 / 1024} MB are read. Split it.`,
        );
        return;
      }
      if (files.length === MOST_FILES) {
        if (!tooMany) report(shown, `There are more than ${MOST_FILES} files. Join some.`);
        tooMany = true;
        return;
      }
      const text = decode(readFileSync(real));
      if (text === undefined) {
        report(shown, 'The file is not UTF-8 text. Save it as UTF-8.');
        return;
      }
      files.push({ path: shown, text });
    } catch (error) {
      report(shown, explain(error, depth));
    }
  };
  visit(folder, 0);
  return { files, problems };
}

/** UTF-8 text without control characters, or nothing: a binary file is never taken for knowledge. */
function decode(bytes: Buffer): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // A null byte is what gives a binary file away.
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}

function explain(error: unknown, depth: number): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT')
    return depth === 0
      ? 'This folder does not exist. Set KNOWLEDGE_DIR, or give the folder with --knowledge.'
      : 'This link leads nowhere. Take it out.';
  if (code === 'ELOOP') return 'This link leads in a circle. Take it out.';
  if (code === 'EACCES' || code === 'EPERM')
    return 'This may not be read by the user that runs the bot. Change its permissions.';
  return `It cannot be read (${code || 'unknown reason'}). Check the disk and the path.`;
}
