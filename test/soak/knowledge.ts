import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** A copy of the knowledge that somebody keeps editing. */
export interface Edited {
  readonly folder: string;
  /** The next edit: a new line, as an editor saves it; every third time a broken file, which the edit after it mends. */
  edit(): void;
  /** A new line, whatever came before. */
  add(): void;
  /** One of two states in turn: after the first time each is only read again, because what was learnt is kept. */
  turn(): void;
  remove(): void;
}

/** @param small leaves out the examples of what is out of scope, half of all lines, so that it is learnt in a second or two */
export function editedKnowledge(small = false): Edited {
  const place = mkdtempSync(join(tmpdir(), 'signpost-soak-'));
  const folder = join(place, 'knowledge');
  cpSync(OWN, folder, { recursive: true });
  if (small) rmSync(join(folder, 'out-of-scope.yaml'));
  const file = join(folder, 'faq/start.yaml');
  const original = readFileSync(file, 'utf8');
  let edits = 0;
  let turned = false;
  const save = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const add = (): void => {
    edits += 1;
    save(original.replace('alternates:', `alternates:\n      - a line that was added while it runs, edit ${edits}`));
  };
  return {
    folder,
    edit() {
      if (edits % 3 !== 2) return add();
      edits += 1;
      save(original.slice(0, original.length / 2).concat('\n  - [broken'));
    },
    add,
    turn() {
      turned = !turned;
      save(original.replace('alternates:', `alternates:\n      - a line that comes and goes, ${turned}`));
    },
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
