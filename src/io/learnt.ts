import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Trained } from '../engine/matcher.ts';
import { type CompiledVocabulary, EMPTY_VOCABULARY } from '../engine/vocabulary.ts';
import type { SourceFile } from '../knowledge/document.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** A knowledge folder, read, checked and learnt: what a start needs. */
export interface Learnt {
  readonly knowledge: Knowledge;
  readonly trained: Trained;
}

/** Raise it when the stored shape changes. */
const SHAPE = 1;
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
 * @returns nothing where no file is there, or where it is cut off or damaged: then it has to be learnt again
 */
export function readLearnt(folders: readonly string[], key: string): Learnt | undefined {
  for (const folder of folders) {
    try {
      const stored = readFileSync(join(folder, `${key}.learnt`));
      const body = stored.subarray(CHECK);
      if (checksum(body).equals(stored.subarray(0, CHECK))) return unpack(body);
    } catch {
      // Not there, or not readable: the next folder, or learning again, takes its place.
    }
  }
  return undefined;
}

/**
 * Stores what was learnt, under another name first, so that a file is there whole or not at all.
 * @returns false where the folder cannot be written; nothing depends on it
 */
export async function writeLearnt(folder: string, key: string, learnt: Learnt): Promise<boolean> {
  const path = join(folder, `${key}.learnt`);
  const unfinished = `${path}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    const body = pack(learnt);
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

/** The plain part of what is stored; the long rows of numbers follow it as they are. Short strings are joined: thousands of small lists are slow to read. */
interface Plain {
  readonly knowledge: Omit<Knowledge, 'vocabulary'>;
  /** words of the lines, joined by spaces; how often each stands there is a row */
  readonly words: string;
  readonly vocabulary: {
    readonly words: string;
    readonly phrases: readonly (readonly [spelling: string, meaning: string])[];
    /** group → stems of its members, words joined by spaces, members by bars */
    readonly members: Readonly<Record<string, string>>;
    readonly exact: string;
    readonly plainEnglish: CompiledVocabulary['plainEnglish'];
  };
  readonly calibration: Trained['calibration'];
  readonly lines: number;
  readonly labels: number;
  /** bytes of each row of numbers */
  readonly bytes: readonly number[];
}

/** Length of the plain part in bytes stands first: then come the plain part, padded to eight, and the rows. */
const HEAD = 8;

function pack({ knowledge, trained }: Learnt): Buffer {
  const { space, index, words } = trained;
  const rows = [
    space.keys,
    space.counts,
    space.entries,
    index.starts,
    index.weight,
    index.label,
    Int32Array.from(words.values()),
  ];
  const { vocabulary: _, ...rest } = knowledge;
  const plain: Plain = {
    knowledge: rest,
    words: [...words.keys()].join(' '),
    vocabulary: packVocabulary(trained.vocabulary),
    calibration: trained.calibration,
    lines: space.lines,
    labels: index.labels,
    bytes: rows.map(row => row.byteLength),
  };
  const text = Buffer.from(JSON.stringify(plain));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(text.length);
  const padding = Buffer.alloc((8 - (text.length % 8)) % 8, ' ');
  const parts = rows.map(row => Buffer.from(row.buffer, row.byteOffset, row.byteLength));
  return Buffer.concat([head, text, padding, ...parts]);
}

function packVocabulary(vocabulary: CompiledVocabulary): Plain['vocabulary'] {
  const members: Record<string, string[]> = {};
  for (const list of vocabulary.members.values()) {
    for (const { group, stems } of list) {
      members[group] ??= [];
      members[group].push(stems.join(' '));
    }
  }
  return {
    words: [...vocabulary.words].join(' '),
    phrases: [...vocabulary.phrases.values()].flatMap(list =>
      list.map(({ words, becomes }) => [words.join(' '), becomes.join(' ')] as const),
    ),
    members: Object.fromEntries(Object.entries(members).map(([group, list]) => [group, list.join('|')])),
    exact: [...vocabulary.exact].join(' '),
    plainEnglish: vocabulary.plainEnglish,
  };
}

function unpack(body: Buffer): Learnt {
  const length = body.readUInt32LE();
  const plain = JSON.parse(body.toString('utf8', HEAD, HEAD + length)) as Plain;
  let at = HEAD + Math.ceil(length / 8) * 8;
  // Copied once, so that every row starts where its numbers may start.
  const next = (row: number): ArrayBuffer => {
    const from = at;
    at += plain.bytes[row]!;
    return new Uint8Array(body.subarray(from, at)).buffer;
  };
  const keys = new Int32Array(next(0));
  const counts = new Int32Array(next(1));
  const entries = new Uint8Array(next(2));
  const starts = new Int32Array(next(3));
  const weight = new Float32Array(next(4));
  const label = new Uint16Array(next(5));
  const times = new Int32Array(next(6));
  return {
    knowledge: { ...plain.knowledge, vocabulary: EMPTY_VOCABULARY },
    trained: {
      words: new Map(plain.words.split(' ').map((word, place) => [word, times[place]!])),
      vocabulary: unpackVocabulary(plain.vocabulary),
      space: { keys, counts, entries, lines: plain.lines },
      index: { labels: plain.labels, starts, label, weight },
      calibration: plain.calibration,
    },
  };
}

function unpackVocabulary(packed: Plain['vocabulary']): CompiledVocabulary {
  const under = <T>(map: Map<string, T[]>, key: string, item: T): void => {
    const list = map.get(key);
    if (list) list.push(item);
    else map.set(key, [item]);
  };
  const phrases = new Map<string, { words: string[]; becomes: string[] }[]>();
  for (const [spelling, meaning] of packed.phrases) {
    const words = spelling.split(' ');
    under(phrases, words[0]!, { words, becomes: meaning.split(' ') });
  }
  const members = new Map<string, { stems: string[]; group: string }[]>();
  for (const [group, list] of Object.entries(packed.members)) {
    for (const member of list.split('|')) {
      const stems = member.split(' ');
      under(members, stems[0]!, { stems, group });
    }
  }
  return {
    words: new Set(packed.words.split(' ')),
    phrases,
    members,
    exact: new Set(packed.exact.split(' ')),
    plainEnglish: packed.plainEnglish,
  };
}
