import { existsSync, readFileSync } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { withoutBlanks } from '../curation/blank.ts';
import { unifiedDiff } from '../curation/diff.ts';
import type { InboxItem } from '../curation/inbox.ts';
import { closest } from '../engine/closest.ts';
import { tokenize } from '../engine/text.ts';
import type { SourceFile } from '../knowledge/document.ts';
import type { Entry, Knowledge } from '../knowledge/knowledge.ts';
import { addAlternate, addEntry, fileOfEntry, goldenLine } from '../knowledge/patch.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { readKnowledge } from '../knowledge/read.ts';
import { readFolder } from './folder.ts';

export interface PatchWishes {
  /** the knowledge folder */
  readonly folder: string;
  readonly entry?: string;
  readonly question?: string;
}

export interface Patch {
  /** id of the entry that gets the question */
  readonly entry: string;
  /** changed files: where they are, and how they are called in the difference */
  readonly files: readonly { readonly place: string; readonly path: string; readonly text: string }[];
  readonly golden: { readonly question: string; readonly topic: string };
  /** what `git apply` and `patch -p1` read */
  readonly diff: string;
  /** what to know about it, how to make the change, and what to do after it */
  readonly remarks: readonly string[];
  readonly how: string;
  readonly next: string;
}

/** Golden questions that come from the inbox; `test/questions/inbox.test.ts` asks them. */
const GOLDEN = 'test/questions/inbox.yaml';
/** A new entry starts with an answer that harms nobody when it is published by mistake. */
const NO_ANSWER_YET =
  'Nobody has written an answer to this yet. It has been noted; until then, please ask a person in this community.\n';
const LONGEST_QUESTION = 600;
const MOST_ALTERNATES = 5;

/**
 * Makes the change that teaches the bot a question: one more way to ask for an entry, or a new entry; and a golden question that proves it.
 * The changed folder is read before anything is shown, so that what comes out passes `check`.
 */
export function makePatch(item: InboxItem, wishes: PatchWishes): Patch | { code: 1 | 2; problem: string } {
  const { files, problems } = readFolder(wishes.folder);
  const read = readKnowledge(files);
  const before = [...problems, ...('problems' in read ? read.problems : [])];
  if ('problems' in read || before.length > 0)
    return { code: 2, problem: ['The knowledge has problems of its own:', ...before.map(formatProblem)].join('\n') };
  const { knowledge } = read;
  const wordings = wordingsOf(item, wishes.question);
  const [question, ...others] = wordings;
  if (question === undefined)
    return { code: 2, problem: 'No words are left of this question. Give it in your own with --question "…".' };
  const held = holderOf(question, knowledge);
  if (held)
    return {
      code: 1,
      problem: `"${held.line}" stands under "${held.entry.id}" already. Mark it as done, or give other words with --question "…".`,
    };
  const known = knowledge.entries.find(({ id }) => id === wishes.entry);
  if (wishes.entry !== undefined && !known) {
    const near = closest(
      wishes.entry,
      knowledge.entries.map(({ id }) => id),
    );
    return { code: 2, problem: `There is no entry "${wishes.entry}".${near ? ` Did you mean "${near}"?` : ''}` };
  }
  // A wording that the entry does not get is a real proof; without one the question itself is at least kept from getting lost.
  const golden = others.find(other => !holderOf(other, knowledge)) ?? question;
  const entry = known?.id ?? freshId(question, knowledge);
  const changed = known
    ? withAlternate(files, known.id, question)
    : withEntry(
        files,
        knowledge.entries.find(({ id }) => id === item.nearest),
        {
          id: entry,
          question,
          alternates: others.filter(other => other !== golden && !holderOf(other, knowledge)).slice(0, MOST_ALTERNATES),
          answer: NO_ANSWER_YET,
        },
      );
  const after = readKnowledge([...files.filter(({ path }) => path !== changed.path), changed]);
  const faults =
    'problems' in after ? after.problems : after.remarks.length > read.remarks.length ? after.remarks : undefined;
  if (faults) return { code: 1, problem: ['This would not pass the check:', ...faults.map(formatProblem)].join('\n') };
  return described(item, wishes.folder, files, changed, { question: golden, topic: entry }, known === undefined);
}

/** Writes the changed files, each whole or not at all. @returns what is wrong where one cannot be written, or nothing */
export async function writePatch({ files }: Patch): Promise<string | undefined> {
  for (const { place, path, text } of files) {
    const unfinished = join(dirname(place), `.${basename(place)}.${process.pid}`);
    try {
      await writeFile(unfinished, text);
      await rename(unfinished, place);
    } catch (error) {
      await rm(unfinished, { force: true }).catch(() => {});
      const code = error instanceof Error && 'code' in error ? ` (${error.code})` : '';
      return `${path} cannot be written${code}. Leave out --write, and apply what is shown where the files are kept.`;
    }
  }
  return undefined;
}

function described(
  item: InboxItem,
  folder: string,
  files: readonly SourceFile[],
  changed: SourceFile,
  golden: Patch['golden'],
  isNew: boolean,
): Patch {
  const inside = relative(process.cwd(), folder);
  // Names in the difference are seen from the place in which people stand, where the folder lies below it.
  const root =
    inside.startsWith('..') || resolve(inside) !== resolve(folder) ? dirname(resolve(folder)) : process.cwd();
  const named = (place: string): string => relative(root, place).replaceAll('\\', '/');
  const place = resolve(folder, changed.path);
  const all = [
    { place, path: named(place), before: files.find(({ path }) => path === changed.path)?.text, text: changed.text },
  ];
  const remarks: string[] = [];
  const line = goldenLine(golden.question, golden.topic);
  if (existsSync(join(root, dirname(GOLDEN)))) {
    const goldenPlace = join(root, GOLDEN);
    const before = existsSync(goldenPlace) ? readFileSync(goldenPlace, 'utf8') : undefined;
    if (!before?.includes(line)) {
      const start = before === undefined || before === '' || before.endsWith('\n') ? (before ?? '') : `${before}\n`;
      all.push({ place: goldenPlace, path: GOLDEN, before, text: start + line });
    }
  } else remarks.push(`A golden question for ${GOLDEN} of a checkout: ${line.trim()}`);
  if (isNew) remarks.push(`Write the answer of "${golden.topic}" in ${named(place)} before you publish it.`);
  return {
    entry: golden.topic,
    files: all.map(({ place: where, path, text }) => ({ place: where, path, text })),
    golden,
    diff: all.map(({ path, before, text }) => unifiedDiff(path, before, text)).join(''),
    remarks,
    how: `Make the change with --write, or pipe it into "git apply"${root === process.cwd() ? '' : ` in ${root}`}.`,
    next: `Then: npm run -s check-knowledge, and npm run -s inbox -- done ${item.id}`,
  };
}

/** Wordings that can stand in the knowledge, the leading one first; what was blanked is left out. */
function wordingsOf(item: InboxItem, instead: string | undefined): string[] {
  const all = [instead ?? item.question, ...(instead === undefined ? [] : [item.question]), ...item.others];
  const seen = new Set<string>();
  return all
    .map(text => withoutBlanks(text.replace(/\s+/g, ' ')).replace(/…$/, '').slice(0, LONGEST_QUESTION).trim())
    .filter(text => {
      const words = tokenize(text).join(' ');
      if (words === '' || seen.has(words)) return false;
      seen.add(words);
      return true;
    });
}

function holderOf(question: string, { entries }: Knowledge): { entry: Entry; line: string } | undefined {
  const words = tokenize(question).join(' ');
  for (const entry of entries)
    for (const line of [entry.question, ...entry.alternates])
      if (tokenize(line).join(' ') === words) return { entry, line };
  return undefined;
}

function withAlternate(files: readonly SourceFile[], id: string, question: string): SourceFile {
  const file = fileOfEntry(files, id)!;
  return { path: file.path, text: addAlternate(file.text, id, question)! };
}

/** The theme of the nearest entry is the most likely place; a theme of its own takes what is near to nothing. */
function withEntry(
  files: readonly SourceFile[],
  nearest: Entry | undefined,
  draft: Parameters<typeof addEntry>[1],
): SourceFile {
  const home = nearest ? fileOfEntry(files, nearest.id) : files.find(({ path }) => path === 'faq/asked.yaml');
  return { path: home?.path ?? 'faq/asked.yaml', text: addEntry(home?.text ?? '', draft) };
}

/** An id made of the first words of a question. */
function freshId(question: string, { entries }: Knowledge): string {
  const words = tokenize(question).filter(word => /^[a-z0-9]+$/.test(word));
  const start = words.slice(0, 6).join('-').slice(0, 60).replace(/-+$/, '') || 'asked';
  const taken = new Set(entries.map(({ id }) => id));
  let id = start;
  for (let count = 2; taken.has(id); count++) id = `${start}-${count}`;
  return id;
}
