import { byWord } from './by-word.ts';
import { PAIRS, pair } from './keys.ts';
import { reweighed, type Word, wordOf } from './word.ts';

/** A technology whose name is also a plain English word: when it means the technology. */
export interface PlainEnglishName {
  /** the word that stands for the technology, used nowhere else (go → golang) */
  readonly means: string;
  /** it is the technology after one of these words ("learn go"), */
  readonly after: readonly string[];
  /** or before one of these ("go developer"), */
  readonly before: readonly string[];
  /** but not before one of these ("go to", "rest of") */
  readonly never_before: readonly string[];
}

export interface VocabularySource {
  /** meaning → spellings and abbreviations that are the same (kubernetes: k8s, kube) */
  readonly same: Readonly<Record<string, readonly string[]>>;
  /** group → words that mean nearly the same (pay: salary, wage, earn) */
  readonly alike: Readonly<Record<string, readonly string[]>>;
  readonly plain_english: Readonly<Record<string, PlainEnglishName>>;
  /** names that never stand for a neighbour and are never put right to one */
  readonly exact: readonly string[];
  /** how much a group counts, against 1 for one of a vocabulary that was made for its subject; 1 when left out */
  readonly strength?: number;
}

export const EMPTY_VOCABULARY: VocabularySource = { same: {}, alike: {}, plain_english: {}, exact: [] };

export interface Vocabulary {
  /** A word that is ready to be applied. @param weight how much it counts */
  typed(text: string, weight?: number): Typed;
  /** Words with spellings made the same, plain English told from technology, groups and exact names marked. */
  apply(words: readonly Typed[]): Word[];
  /** every word that the vocabulary mentions: spelling must know them */
  readonly words: ReadonlySet<string>;
  /** Whether two words stand side by side in a spelling, given the keys of their stems: where it makes one word of them no line has both any more. */
  together(first: number, second: number): boolean;
}

/** A word as typed or put right, with how much it counts. */
export interface Typed {
  readonly known: Known;
  readonly weight: number;
}

/** Key of the stem of a word by itself. */
export function stemOf({ known }: Typed): number {
  return known.lone.word.cut.stem;
}

/** All that the vocabulary knows of a word, looked up once. */
interface Known {
  readonly text: string;
  /** spellings that begin with it, the longest first */
  readonly phrases: readonly Phrase[] | undefined;
  /** where it is also a technology's name */
  readonly sense: Sense | undefined;
  readonly lone: Lone;
}

interface Sense {
  readonly means: Lone;
  readonly after: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
}

interface Phrase {
  readonly words: readonly string[];
  readonly becomes: readonly string[];
}

interface Member {
  readonly stems: readonly string[];
  readonly group: string;
}

/** A vocabulary cut into words and stems: plain data that can be stored, because cutting thousands of phrases takes time. */
export interface CompiledVocabulary {
  readonly words: ReadonlySet<string>;
  /** spellings by their first word, the longest first */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** members of groups by the stem of their first word */
  readonly members: ReadonlyMap<string, readonly Member[]>;
  readonly exact: ReadonlySet<string>;
  readonly plainEnglish: VocabularySource['plain_english'];
  readonly strength: number;
}

/**
 * @param source checked vocabulary
 * @param split turns a spelling into words (the tokenizer)
 * @param stem turns a word into its stem, so that a group's words match in every form
 */
export function compileVocabulary(
  source: VocabularySource,
  split: (text: string) => string[],
  stem: (word: string) => string,
): CompiledVocabulary {
  const phrases = new Map<string, Phrase[]>();
  const members = new Map<string, Member[]>();
  const words = new Set<string>();
  const take = (text: string): string[] => {
    const parts = split(text);
    for (const word of parts) words.add(word);
    return parts;
  };
  const under = <T>(map: Map<string, T[]>, key: string): T[] => {
    const list = map.get(key) ?? [];
    map.set(key, list);
    return list;
  };
  for (const [meaning, spellings] of Object.entries(source.same)) {
    const becomes = take(meaning);
    for (const spelling of spellings) {
      const parts = take(spelling);
      if (parts[0] !== undefined) under(phrases, parts[0]).push({ words: parts, becomes });
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  // By name, so that what is stored group by group comes back in the same order.
  for (const [group, list] of Object.entries(source.alike).sort(byName)) {
    for (const member of list) {
      const stems = take(member).map(stem);
      if (stems[0] === undefined) continue;
      const known = under(members, stems[0]);
      if (!known.some(other => other.group === group && other.stems.join(' ') === stems.join(' ')))
        known.push({ stems, group });
    }
  }
  const exact = new Set([
    ...source.exact.flatMap(take),
    ...Object.values(source.plain_english).map(sense => sense.means),
  ]);
  const { plain_english: plainEnglish, strength = 1 } = source;
  return { words, phrases, members, exact, plainEnglish, strength };
}

/** Order of groups by their names. */
export function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

/** Words that list names: what stands on both sides of them is of one kind. */
const LISTING = new Set(['or', 'and', 'vs', 'versus']);

/** What a word is by itself. */
interface Lone {
  readonly stem: string;
  /** it is the second word of a member of some group: few words are */
  readonly second: boolean;
  /** with the groups that it belongs to by itself */
  readonly word: Word;
  /** members of groups that begin with it, by the stem of their second word */
  readonly longer: ReadonlyMap<string, readonly Member[]> | undefined;
}

function loneWord(
  text: string,
  stem: string,
  members: CompiledVocabulary['members'],
  seconds: ReadonlySet<string>,
  exact: ReadonlySet<string>,
): Lone {
  const concepts: string[] = [];
  let longer: Map<string, Member[]> | undefined;
  for (const member of members.get(stem) ?? []) {
    const next = member.stems[1];
    if (next === undefined) concepts.push(member.group);
    else {
      longer ??= new Map();
      longer.set(next, [...(longer.get(next) ?? []), member]);
    }
  }
  const word = wordOf(text, 1, exact.has(text), concepts);
  return { stem, second: seconds.has(stem), word, longer };
}

/** Groups of a word where it stands: its own, and those of which it begins a member of several words. */
function groupsOf(
  { word }: Lone,
  longer: ReadonlyMap<string, readonly Member[]>,
  words: readonly Lone[],
  at: number,
): readonly string[] {
  const next = words[at + 1];
  const candidates = next?.second ? longer.get(next.stem) : undefined;
  if (!candidates) return word.concepts;
  let groups = word.concepts;
  for (const { stems, group } of candidates) {
    let offset = 2;
    while (offset < stems.length && words[at + offset]?.stem === stems[offset]) offset += 1;
    if (offset === stems.length && !groups.includes(group)) groups = [...groups, group];
  }
  return groups;
}

/** The word stands for the technology where its neighbours say so. */
function isTechnology({ after, before, never }: Sense, words: readonly Typed[], at: number): boolean {
  const previous = words[at - 1]?.known;
  const next = words[at + 1]?.known;
  if (next && never.has(next.text)) return false;
  // "go?", "and go?": nothing else is there that it could be.
  if (at === words.length - 1 && (at === 0 || (at === 1 && LISTING.has(previous!.text)))) return true;
  if (previous && after.has(previous.text)) return true;
  if (next && before.has(next.text)) return true;
  const earlier = previous && LISTING.has(previous.text) ? words[at - 2]?.known : previous;
  const later = next && LISTING.has(next.text) ? words[at + 2]?.known : next;
  return earlier?.lone.word.exact === true || later?.lone.word.exact === true;
}

/** @param stem the same as when it was compiled */
export function createVocabulary(
  { words, phrases, members, exact, plainEnglish }: CompiledVocabulary,
  stem: (word: string) => string,
): Vocabulary {
  const seconds = new Set<string>();
  for (const list of members.values()) for (const { stems } of list) if (stems[1] !== undefined) seconds.add(stems[1]);
  const lone = (text: string): Lone => loneWord(text, stem(text), members, seconds, exact);
  const senses = new Map(
    Object.entries(plainEnglish).map(([word, sense]): [string, Sense] => [
      word,
      {
        means: lone(sense.means),
        after: new Set(sense.after),
        before: new Set(sense.before),
        never: new Set(sense.never_before),
      },
    ]),
  );
  const known = byWord(
    (text): Known => ({ text, phrases: phrases.get(text), sense: senses.get(text), lone: lone(text) }),
  );

  const same = (words: readonly Typed[]): readonly Typed[] => {
    if (!words.some(word => word.known.phrases)) return words;
    const result: Typed[] = [];
    for (let at = 0; at < words.length; ) {
      const phrase = words[at]!.known.phrases?.find(({ words: parts }) =>
        parts.every((part, offset) => words[at + offset]?.known.text === part),
      );
      if (!phrase) {
        result.push(words[at]!);
        at += 1;
        continue;
      }
      const weight = Math.min(...phrase.words.map((_, offset) => words[at + offset]!.weight));
      for (const text of phrase.becomes) result.push({ known: known(text), weight });
      at += phrase.words.length;
    }
    return result;
  };

  const neighbours = (): Set<number> => {
    const pairs = new Set<number>();
    for (const list of phrases.values())
      for (const { words: parts } of list)
        for (let at = 1; at < parts.length; at++)
          pairs.add(pair(PAIRS, known(parts[at - 1]!).lone.word.cut.stem, known(parts[at]!).lone.word.cut.stem));
    return pairs;
  };
  // Only a misspelt word asks for it: made when the first one does, not at every start.
  let sideBySide: ReadonlySet<number> | undefined;

  return {
    words,
    together(first, second) {
      sideBySide ??= neighbours();
      return sideBySide.has(pair(PAIRS, first, second));
    },
    typed: (text, weight = 1) => ({ known: known(text), weight }),
    apply(typed) {
      const joined = same(typed);
      const words = joined.map(({ known: { sense, lone } }, at) =>
        sense && isTechnology(sense, joined, at) ? sense.means : lone,
      );
      return words.map((own, at) => {
        const concepts = own.longer ? groupsOf(own, own.longer, words, at) : own.word.concepts;
        const { weight } = joined[at]!;
        return weight === 1 && concepts === own.word.concepts ? own.word : reweighed(own.word, weight, concepts);
      });
    },
  };
}
