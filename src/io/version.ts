import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

/** The program's version, from package.json (two folders up from the built file as from the source). */
export const VERSION: string = readVersion();

function readVersion(): string {
  for (const up of ['../../', '../../../']) {
    try {
      const text = readFileSync(new URL(`${up}package.json`, import.meta.url), 'utf8');
      return String((JSON.parse(text) as { version: unknown }).version);
    } catch {
      // Not there: one folder further up.
    }
  }
  return '0';
}

/** Where it is decided what is learnt: how knowledge is read, how the engine learns from it, and how that is stored. */
const LEARNING = /^(?:engine\/.*|knowledge\/.*|io\/pack)\.[jt]s$/;

/**
 * A fingerprint of the code that learns: what was learnt by other code is learnt again, whatever the version says.
 * @param source folder of the program's code, as built or as written
 */
export function learningCode(source: URL = new URL('../', import.meta.url)): string {
  const hash = createHash('sha256');
  const names = readdirSync(source, { encoding: 'utf8', recursive: true }).map(name => name.replaceAll('\\', '/'));
  for (const name of names.filter(each => LEARNING.test(each)).sort())
    hash.update(name).update(readFileSync(new URL(name, source)));
  return hash.digest('hex');
}
