import { readFileSync } from 'node:fs';

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
