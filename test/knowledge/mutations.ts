import fc from 'fast-check';
import type { SourceFile } from '../../src/knowledge/document.ts';

/** What slips in by a wrong key, a bad merge, a paste or malice. */
const SCRAPS = [
  ...[
    ':',
    '- ',
    '  ',
    '\t',
    '#',
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!!binary ',
    '! ',
    '|',
    '>',
    '%',
    '@',
    '`',
    '? ',
    ', ',
  ],
  ...[
    '---\n',
    '...\n',
    '<<: *a\n',
    '<<<<<<< HEAD\n',
    '=======\n',
    '\r\n',
    '\u2028',
    '\u0085',
    '\ufeff',
    '\u0000',
    '\u200b',
  ],
  ...['null', '~', 'yes', '404', '1e999', '0x1F', '2024-02-30', '.nan', '[]', '{}', 'true', 'NO', '12:30:45'],
  ...[
    '__proto__: {x: 1}\n',
    'constructor: x\n',
    '- - - - x\n',
    '[[[[[[[[',
    '!!js/function "x"',
    '🤷',
    '学位',
    'é',
    '\ud800',
  ],
  ...[
    'id: ',
    'question: ',
    'answer: |\n',
    'alternates:\n',
    'sources: [nowhere]\n',
    'related: nobody\n',
    'x'.repeat(5000),
  ],
];

type Change = (text: string) => string;

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const scrap = fc.constantFrom(...SCRAPS);
const at = (share: number, length: number): number => Math.floor(share * length);

/** Puts lines through a change of one of them. */
function onLine(share: number, change: (line: string, lines: string[], index: number) => string[]): Change {
  return text => {
    const lines = text.split('\n');
    const index = at(share, lines.length);
    return lines.flatMap((line, each) => (each === index ? change(line, lines, index) : [line])).join('\n');
  };
}

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(place, scrap).map(
    ([share, text]): Change =>
      all => {
        const from = at(share, all.length);
        return all.slice(0, from) + text + all.slice(from);
      },
  ),
  fc.tuple(place, fc.nat(40)).map(
    ([share, length]): Change =>
      all => {
        const from = at(share, all.length);
        return all.slice(0, from) + all.slice(from + length);
      },
  ),
  place.map(share => onLine(share, () => [])),
  place.map(share => onLine(share, line => [line, line])),
  fc
    .tuple(place, fc.integer({ min: -4, max: 4 }))
    .map(([share, by]) =>
      onLine(share, line => [by > 0 ? ' '.repeat(by) + line : line.slice(Math.min(-by, line.search(/\S|$/)))]),
    ),
  fc.tuple(place, place).map(([share, other]) => onLine(share, (_, lines) => [lines[at(other, lines.length)] ?? ''])),
  fc.tuple(place, scrap).map(([share, text]) => onLine(share, line => [line.replace(/(:|-)( .*)?$/, `$1 ${text}`)])),
  place.map(
    (share): Change =>
      all =>
        all.slice(0, at(share, all.length)),
  ),
  fc.constant<Change>(all => all.replaceAll('\n', '\r\n')),
  fc.constant<Change>(() => ''),
);

/** One or two changes to one or two files of a folder; now and then a file that is gone, doubled or named otherwise. */
export function broken(files: readonly SourceFile[]): fc.Arbitrary<SourceFile[]> {
  const index = fc.nat(files.length - 1);
  const edits = fc.array(fc.tuple(index, change), { minLength: 1, maxLength: 2 });
  const shuffle = fc.option(
    fc.tuple(
      index,
      fc.constantFrom('gone', 'faq/other.yaml', 'skills/other.yaml', 'notes.yaml', 'faq/deep/er.yml', 'pay.yaml'),
    ),
    { freq: 6, nil: undefined },
  );
  return fc.tuple(edits, shuffle).map(([changes, moved]) => {
    const texts = files.map(file => file.text);
    for (const [file, apply] of changes) texts[file] = apply(texts[file] ?? '');
    const folder = files.map(({ path }, each) => ({ path, text: texts[each] ?? '' }));
    if (moved === undefined) return folder;
    const [file, name] = moved;
    if (name === 'gone') return folder.filter((_, each) => each !== file);
    return [...folder.filter(({ path }) => path !== name), { path: name, text: texts[file] ?? '' }];
  });
}
