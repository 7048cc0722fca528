import type { Trained } from '../engine/matcher.ts';
import type { Steps } from '../engine/steps.ts';
import { byName, type CompiledVocabulary, EMPTY_VOCABULARY } from '../engine/vocabulary.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** A knowledge folder, read, checked and learnt: what a start needs. */
export interface Learnt {
  readonly knowledge: Knowledge;
  readonly trained: Trained;
}

/** What stands first: what else is there, and the short things. Short strings are joined: thousands of small lists are slow to read. */
interface Plain {
  /** bytes of every part that follows, in order: pieces of the knowledge, then rows of numbers */
  readonly parts: readonly number[];
  readonly about: Knowledge['about'];
  readonly vocabulary: {
    readonly words: string;
    readonly phrases: readonly (readonly [spelling: string, meaning: string])[];
    /** group and the stems of its members, words joined by spaces, members by bars */
    readonly members: readonly (readonly [group: string, members: string])[];
    readonly exact: string;
    readonly plainEnglish: CompiledVocabulary['plainEnglish'];
    readonly strength: number;
  };
  /** words of the lines, joined by spaces; how often each stands there is a row */
  readonly words: string;
  readonly calibration: Trained['calibration'];
  readonly lines: number;
  readonly labels: number;
  /** how many rows of numbers follow the pieces of the knowledge */
  readonly rows: number;
}

/** What of the knowledge is lists. */
type Lists = Omit<Knowledge, 'vocabulary' | 'about'>;

/** One list of the knowledge, or a stretch of a long one. */
type Piece = readonly [name: string, items: readonly unknown[]];

/** Items of a list that are read between two breaks: less than two milliseconds. */
const PIECE = 25;
/** Phrases, groups or words that are read between two breaks. */
const BETWEEN_BREAKS = 500;
/** Length of the plain part in bytes stands first; every part starts at a multiple of eight. */
const HEAD = 8;

const padded = (length: number): number => Math.ceil(length / 8) * 8;

/** Everything that was learnt as one row of bytes: it can be stored, or handed from one process to another. */
export function pack({ knowledge, trained }: Learnt): Buffer {
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
  const { vocabulary: _, about, ...lists } = knowledge;
  const texts = pieces(lists).map(piece => Buffer.from(JSON.stringify(piece)));
  const parts = [...texts, ...rows.map(row => Buffer.from(row.buffer, row.byteOffset, row.byteLength))];
  const plain: Plain = {
    parts: parts.map(part => part.byteLength),
    rows: rows.length,
    about,
    words: [...words.keys()].join(' '),
    vocabulary: packVocabulary(trained.vocabulary),
    calibration: trained.calibration,
    lines: space.lines,
    labels: index.labels,
  };
  const text = Buffer.from(JSON.stringify(plain));
  const head = Buffer.alloc(HEAD);
  head.writeUInt32LE(text.length);
  const all = [text, ...parts].flatMap(part => [part, Buffer.alloc(padded(part.byteLength) - part.byteLength, ' ')]);
  return Buffer.concat([head, ...all]);
}

function pieces(lists: Lists): Piece[] {
  return Object.entries<readonly unknown[]>(lists).flatMap(([name, items]) => {
    const stretches: Piece[] = [];
    for (let from = 0; from === 0 || from < items.length; from += PIECE)
      stretches.push([name, items.slice(from, from + PIECE)]);
    return stretches;
  });
}

function packVocabulary(vocabulary: CompiledVocabulary): Plain['vocabulary'] {
  const members = new Map<string, string[]>();
  for (const list of vocabulary.members.values()) {
    for (const { group, stems } of list) under(members, group, stems.join(' '));
  }
  return {
    words: [...vocabulary.words].join(' '),
    phrases: [...vocabulary.phrases.values()].flatMap(list =>
      list.map(({ words, becomes }) => [words.join(' '), becomes.join(' ')] as const),
    ),
    members: [...members].sort(byName).map(([group, list]) => [group, list.join('|')] as const),
    exact: [...vocabulary.exact].join(' '),
    plainEnglish: vocabulary.plainEnglish,
    strength: vocabulary.strength,
  };
}

/** Reads what `pack` made, in steps, because a running bot answers meanwhile. */
export function* unpackSteps(body: Buffer): Steps<Learnt> {
  const length = body.readUInt32LE();
  const plain = JSON.parse(body.toString('utf8', HEAD, HEAD + length)) as Plain;
  yield;
  let at = HEAD + padded(length);
  let part = 0;
  const next = (): Buffer => {
    const from = at;
    const bytes = plain.parts[part]!;
    part += 1;
    at += padded(bytes);
    return body.subarray(from, from + bytes);
  };
  const lists: Record<string, unknown[]> = {};
  while (part < plain.parts.length - plain.rows) {
    const [name, items] = JSON.parse(next().toString('utf8')) as Piece;
    lists[name] = [...(lists[name] ?? []), ...items];
    yield;
  }
  // Copied once, so that every row starts where its numbers may start.
  const row = (): ArrayBuffer => new Uint8Array(next()).buffer;
  const space = {
    keys: new Int32Array(row()),
    counts: new Int32Array(row()),
    entries: new Uint8Array(row()),
    lines: plain.lines,
  };
  const starts = new Int32Array(row());
  yield;
  const weight = new Float32Array(row());
  const label = new Uint16Array(row());
  yield;
  const times = new Int32Array(row());
  const words = new Map<string, number>();
  for (const [place, word] of plain.words.split(' ').entries()) {
    words.set(word, times[place] ?? 0);
    if (place % BETWEEN_BREAKS === 0) yield;
  }
  return {
    knowledge: { ...(lists as Lists & typeof lists), about: plain.about, vocabulary: EMPTY_VOCABULARY },
    trained: {
      words,
      vocabulary: yield* unpackVocabulary(plain.vocabulary),
      space,
      index: { labels: plain.labels, starts, label, weight },
      calibration: plain.calibration,
    },
  };
}

function* unpackVocabulary(packed: Plain['vocabulary']): Steps<CompiledVocabulary> {
  const phrases = new Map<string, { words: string[]; becomes: string[] }[]>();
  for (const [place, [spelling, meaning]] of packed.phrases.entries()) {
    const words = spelling.split(' ');
    under(phrases, words[0]!, { words, becomes: meaning.split(' ') });
    if (place % BETWEEN_BREAKS === 0) yield;
  }
  const members = new Map<string, { stems: string[]; group: string }[]>();
  for (const [group, list] of packed.members) {
    for (const member of list.split('|')) {
      const stems = member.split(' ');
      under(members, stems[0]!, { stems, group });
    }
    yield;
  }
  const words = new Set(packed.words.split(' '));
  yield;
  const { plainEnglish, strength } = packed;
  return { words, phrases, members, exact: new Set(packed.exact.split(' ')), plainEnglish, strength };
}

function under<T>(map: Map<string, T[]>, key: string, item: T): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}
