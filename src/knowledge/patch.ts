import {
  type Document,
  isCollection,
  isMap,
  isPair,
  isSeq,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { SourceFile } from './document.ts';

/** The theme files of a folder that hold an entry, in their order. */
export function fileOfEntry(files: readonly SourceFile[], id: string): SourceFile | undefined {
  return files.find(file => file.path.startsWith('faq/') && findEntry(entriesIn(parse(file.text)), id) !== undefined);
}

/**
 * Adds another way to ask to an entry. Nothing else in the file changes, comments and line breaks included.
 * @param line one line of plain text
 * @returns the new text; nothing where the file does not hold the entry
 */
export function addAlternate(text: string, id: string, line: string): string | undefined {
  const document = parse(text);
  const entry = findEntry(entriesIn(document), id);
  if (!entry) return undefined;
  const alternates = entry.get('alternates', true);
  if (isSeq(alternates) && !alternates.flow && alternates.items.length > 0) {
    const first = rangeOf(alternates.items[0])[0];
    const indent = /^[^\S\n]*(?=-)/.exec(lineAt(text, first));
    if (indent) return afterLine(text, rangeOf(alternates.items.at(-1))[1], `${indent[0]}- ${scalar(line)}`);
  }
  const keys = columnOf(text, rangeOf(entry)[0]);
  if (!entry.flow && !entry.has('alternates') && keys !== undefined) {
    const indent = ' '.repeat(keys);
    const end = Math.max(...entry.items.map(({ key, value }) => rangeOf(value ?? key)[1]));
    return afterLine(text, end, `${indent}alternates:\n${indent}  - ${scalar(line)}`);
  }
  // An unusual layout: the library writes the file anew, which may wrap lines differently.
  if (isSeq(alternates)) alternates.add(document.createNode(line));
  else entry.set('alternates', document.createNode([line]));
  return document.toString({ lineWidth: 0 });
}

export interface Draft {
  readonly id: string;
  readonly question: string;
  readonly alternates: readonly string[];
  readonly answer: string;
}

/**
 * Adds a new entry at the end of a theme file.
 * @param text of the file; empty for a new one
 */
export function addEntry(text: string, draft: Draft): string {
  const entry = {
    id: draft.id,
    question: draft.question,
    answer: draft.answer,
    ...(draft.alternates.length > 0 ? { alternates: draft.alternates } : {}),
  };
  const document = parse(text);
  const entries = entriesIn(document);
  const written = stringify([entry], { lineWidth: 0 });
  if (!entries || entries.items.length === 0) return text.trim() === '' ? written : withItem(document, entry);
  const indent = /^[^\S\n]*(?=-)/.exec(lineAt(text, rangeOf(entries.items[0])[0]));
  if (entries.flow || !indent) return withItem(document, entry);
  const lines = written
    .trimEnd()
    .split('\n')
    .map(line => (line === '' ? '' : indent[0] + line))
    .join('\n');
  return afterLine(text, rangeOf(entries.items.at(-1))[1], `\n${lines}`);
}

/** One line for a file of golden questions. */
export function goldenLine(question: string, topic: string): string {
  return `- {q: ${JSON.stringify(question)}, topics: [${topic}], kind: real}\n`;
}

function withItem(document: Document, entry: object): string {
  const list = entriesIn(document);
  if (list) list.add(document.createNode(entry));
  else if (isMap(document.contents)) document.setIn(['entries'], document.createNode([entry]));
  else document.contents = document.createNode([entry]);
  return document.toString({ lineWidth: 0 });
}

function parse(text: string): Document {
  return parseDocument(text, { prettyErrors: false });
}

function entriesIn(document: Document): YAMLSeq | undefined {
  const { contents } = document;
  const list = isMap(contents) ? contents.get('entries', true) : contents;
  return isSeq(list) ? list : undefined;
}

function findEntry(entries: YAMLSeq | undefined, id: string): YAMLMap | undefined {
  return entries?.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id);
}

/** Where a part of the file begins and where its value ends. */
function rangeOf(part: unknown): readonly [number, number] {
  const { range } = (part ?? {}) as { range?: readonly [number, number, number] | null };
  const [start = 0, end = 0] = range ?? [];
  if (!isCollection(part) || part.flow) return [start, end];
  // The range of a block takes in the comments behind it; its last part does not.
  const last = part.items.at(-1);
  if (isPair(last)) return [start, rangeOf(last.value ?? last.key)[1]];
  return last === undefined ? [start, end] : [start, rangeOf(last)[1]];
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return text.slice(start, offset);
}

/** Column of the keys of a block, whose first key stands at the offset; nothing where that is no block. */
function columnOf(text: string, offset: number): number | undefined {
  const before = lineAt(text, offset);
  return /^[\s-]*$/.test(before) ? before.length : undefined;
}

/** Puts whole lines behind the line in which an offset stands. */
function afterLine(text: string, offset: number, lines: string): string {
  const newline = text[offset - 1] === '\n' ? offset - 1 : text.indexOf('\n', offset);
  if (newline < 0) return `${text}\n${lines}\n`;
  return `${text.slice(0, newline + 1)}${lines}\n${text.slice(newline + 1)}`;
}

function scalar(line: string): string {
  return stringify(line, { lineWidth: 0 }).trimEnd();
}
