import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OWN = fileURLToPath(new URL('../../knowledge', import.meta.url));

/** A copy of the knowledge that somebody keeps editing. */
export interface Edited {
  readonly folder: string;
  /** The next edit, as an editor saves it: mostly a line that comes and goes, sometimes a new line, sometimes a broken file. */
  edit(): void;
  /** A line comes or goes. Both states are learnt once and then only read, because what was learnt is kept. */
  turn(): void;
  remove(): void;
}

/** One edit in so many breaks the file, which the next one mends; one in so many adds something that was never there. */
const BREAKS = 3;
const ADDS = 8;

export function editedKnowledge(): Edited {
  const place = mkdtempSync(join(tmpdir(), 'signpost-soak-'));
  const folder = join(place, 'knowledge');
  cpSync(OWN, folder, { recursive: true });
  const file = join(folder, 'faq/start.yaml');
  const original = readFileSync(file, 'utf8');
  let edits = 0;
  let turned = false;
  const save = (text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  const withLine = (line: string): string => original.replace('alternates:', `alternates:\n      - ${line}`);
  const turn = (): void => {
    turned = !turned;
    save(turned ? withLine('a line that comes and goes') : original);
  };
  return {
    folder,
    edit() {
      edits += 1;
      if (edits % ADDS === 0) save(withLine(`a line that was added while it runs, edit ${edits}`));
      else if (edits % BREAKS === 0) save(original.slice(0, original.length / 2).concat('\n  - [broken'));
      else turn();
    },
    turn,
    remove: () => rmSync(place, { recursive: true, force: true }),
  };
}
