import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../knowledge/document.ts';

/** Raise it when the stored shape changes. */
const SHAPE = 4;
const CHECK = 8;
/** Older files in the folder are removed. */
const MOST_KEPT = 3;

/**
 * The name under which a folder's learning is stored: a change of a file, of the options or of the program gives another.
 * @param options settings that change what is learnt
 * @param program version of the program
 */
export function learntKey(files: readonly SourceFile[], options: unknown, program: string): string {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([SHAPE, program, process.versions.v8, options]));
  for (const { path, text } of files) hash.update(`\0${path}\0${Buffer.byteLength(text)}\0`).update(text);
  return hash.digest('hex').slice(0, 32);
}

/**
 * Reads what was learnt before.
 * @param folders where to look, first come first served
 * @returns what `pack` made of it; nothing where no file is there, or where it is cut off or damaged: then it has to be learnt again
 */
export function readLearnt(folders: readonly string[], key: string): Buffer | undefined {
  for (const folder of folders) {
    try {
      const stored = readFileSync(join(folder, `${key}.learnt`));
      const body = stored.subarray(CHECK);
      if (checksum(body).equals(stored.subarray(0, CHECK))) return body;
    } catch {
      // Not there, or not readable: the next folder, or learning again, takes its place.
    }
  }
  return undefined;
}

/**
 * Stores what was learnt and packed, under another name first, so that a file is there whole or not at all.
 * @returns false where the folder cannot be written; nothing depends on it
 */
export async function writeLearnt(folder: string, key: string, body: Buffer): Promise<boolean> {
  const path = join(folder, `${key}.learnt`);
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(unfinished, Buffer.concat([checksum(body), body]));
    await rename(unfinished, path);
    await removeOld(folder, path);
    return true;
  } catch {
    await rm(unfinished, { force: true }).catch(() => {});
    return false;
  }
}

async function removeOld(folder: string, keep: string): Promise<void> {
  const paths = (await readdir(folder)).filter(name => name.endsWith('.learnt')).map(name => join(folder, name));
  const dated = await Promise.all(paths.map(async path => ({ path, time: (await stat(path)).mtimeMs })));
  const old = dated
    .filter(({ path }) => path !== keep)
    .sort((a, b) => b.time - a.time)
    .slice(MOST_KEPT - 1);
  for (const { path } of old) await rm(path, { force: true });
}

/**
 * Two FNV-like sums over the 32-bit words: every damaged byte changes them. It guards against accidents, not against people,
 * and takes 3 ms where SHA-256 takes 30.
 */
function checksum(body: Buffer): Buffer {
  const whole = body.length - (body.length % 4);
  const words = new Uint32Array(new Uint8Array(body.subarray(0, whole)).buffer);
  let first = 0x811c9dc5 ^ body.length;
  let second = 0x5be0cd19;
  for (let at = 0; at < words.length; at++) {
    first = Math.imul(first ^ words[at]!, 0x01000193);
    second = Math.imul(second + words[at]!, 0x9e3779b1) ^ (second >>> 15);
  }
  for (let at = whole; at < body.length; at++) first = Math.imul(first ^ body[at]!, 0x01000193);
  const sum = Buffer.alloc(CHECK);
  sum.writeUInt32LE(first >>> 0, 0);
  sum.writeUInt32LE(second >>> 0, 4);
  return sum;
}
