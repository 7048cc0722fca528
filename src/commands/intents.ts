import { tokenize } from '../engine/text.ts';
import type { Skill, Track } from '../knowledge/knowledge.ts';
import { knownSkills } from './known-skills.ts';
import type { Library } from './library.ts';

/** What may stand around a name when somebody asks what it is or whether to learn it. */
const BEFORE: readonly string[][] = [
  'what is|what are|what is a|what is an|what is the|whats|explain|explain me|explain what is|define|meaning of|tell me about|tell me more about|what about|about',
  'should i learn|should i study|do i need|do i need to learn|do i need to know|do i have to learn|do i have to know|do i really need|must i learn|must i know|why learn|why should i learn|why do i need|why use|learn|learning|how to learn|how do i learn|how can i learn|how should i learn',
  'is|is it worth learning|is it worth to learn|worth learning|what is the point of|what is the use of|what do i use|what do people use',
].flatMap(line => line.split('|').map(words => words.split(' ')));
const AFTER: readonly string[][] =
  'for|for backend|for a backend developer|as a backend developer|as backend developer|in backend|worth it|worth learning|worth to learn|important|hard|used for|good for|exactly|even|anyway|mean|now|today|these days|in simple words|please|tutorial|basics'
    .split('|')
    .map(words => words.split(' '));

/**
 * The skill that a question is about, where it asks for nothing else: "what is docker", "k8s??", "should i learn graphql".
 * @param words the question as read
 * @param text the question as typed, because spelling changes some names; nothing where only its words are complete
 */
export function askedSkill(words: readonly string[], text: string | undefined, library: Library): Skill | undefined {
  if (words.length === 0 || words.length > MOST_WORDS) return undefined;
  const { skillNames, plainWords } = library;
  const asItIs = (part: readonly string[]): string | undefined => skillNames.exactly(part);
  // Of several words one may mean something else beside the words around the name, as "express" does.
  const byItself = (part: readonly string[]): string | undefined =>
    part.length > 1 && part.length <= LONGEST_NAME ? skillNames.exactly(plainWords(part.join(' '))) : undefined;
  const typed =
    text === undefined ? undefined : (between(plainWords(text), asItIs) ?? between(tokenize(text), byItself));
  const id = typed ?? between(words, asItIs);
  return id === undefined ? undefined : library.skill(id);
}

const MOST_WORDS = 10;
/** Longer names mean the same whatever stands around them. */
const LONGEST_NAME = 5;

/** The name between what may stand before and after it. */
function between(words: readonly string[], named: (part: readonly string[]) => string | undefined): string | undefined {
  for (const from of starts(words)) {
    for (const to of ends(words, from)) {
      const id = named(words.slice(from, to));
      if (id !== undefined) return id;
    }
  }
  return undefined;
}

/** Words that string names together. "or" and "vs" are not among them: who compares wants one answer. */
const AND: ReadonlySet<string> = new Set(['and', 'also', 'plus', 'then', 'n']);
const MOST_NAMES = 3;

/**
 * Two or three skills that a question strings together ("should I know aws, docker and ci/cd?"), where they belong to different entries.
 * @param words the question as read
 * @returns none where the names are not in a row, or the row is longer: such a question is about the whole, not about each
 */
export function askedRow(words: readonly string[], library: Library): Skill[] {
  const mentions = library.skillNames.find(words);
  if (mentions.length < 2 || mentions.length > MOST_NAMES) return [];
  const inRow = mentions.every(
    (mention, at) => at === 0 || words.slice(mentions[at - 1]!.to, mention.from).every(word => AND.has(word)),
  );
  const skills = mentions.flatMap(mention => library.skill(mention.id) ?? []);
  return inRow && new Set(skills.map(skill => skill.topic)).size === mentions.length ? skills : [];
}

/** Phrases by one of their words, so that most texts need none of them compared. */
function under(phrases: readonly string[][], place: 0 | -1): ReadonlyMap<string, readonly string[][]> {
  const lists = new Map<string, string[][]>();
  for (const phrase of phrases) lists.set(phrase.at(place)!, [...(lists.get(phrase.at(place)!) ?? []), phrase]);
  return lists;
}

const BY_FIRST = under(BEFORE, 0);
const BY_LAST = under(AFTER, -1);

/** Where a name may begin: behind the longest phrase first, at last at the beginning. */
function starts(words: readonly string[]): number[] {
  const lengths = (BY_FIRST.get(words[0] ?? '') ?? [])
    .filter(phrase => phrase.every((word, at) => words[at] === word))
    .map(phrase => phrase.length);
  return [...lengths.sort((a, b) => b - a), 0];
}

/** Where a name may end that begins there. */
function ends(words: readonly string[], from: number): number[] {
  if (from === 0) return [words.length];
  const found = (BY_LAST.get(words.at(-1) ?? '') ?? [])
    .map(phrase => ({ phrase, start: words.length - phrase.length }))
    .filter(({ phrase, start }) => start > from && phrase.every((word, offset) => words[start + offset] === word))
    .map(({ start }) => start);
  return [words.length, ...found];
}

const KNOWN_THEN_GOAL =
  /\b(?:i\s+(?:already\s+|only\s+)?(?:know|use|can|learn(?:ed|t)|have\s+learn(?:ed|t)|work\s+with)|i['’]?ve\s+learn(?:ed|t)|knowing)\s+(?<known>(?:[^?.!;]|\.(?=\p{L})){2,120}?)[\s,.;:!]+(?:so\s+|and\s+|now\s+)?(?:what|which|how)\b(?<rest>[^?!]{3,160})/iu;
/** "… how do I become a data engineer": what follows "how". */
const BECOME =
  /^\s+(?:(?:do|can|could|should|would|to)\s+)?(?:i\s+)?(?:get\s+to\s+be|be(?:come)?|get\s+into|go\s+into|move\s+(?:in)?to|switch\s+to)\s+(?:an?\s+|the\s+)?(?<goal>[^?.!,]{1,60})/iu;
/** "have python, want devops": the whole message. */
const HAVE_WANT =
  /^\s*(?:i\s+)?(?:already\s+)?(?:have|got|know)\s+(?<known>(?:[^?.!;]|\.(?=\p{L})){2,120}?)[\s,.;]+(?:(?:and|but|now|i)\s+)*(?:want|need|would\s+like)\s+(?:(?:to\s+)?(?:be(?:come)?|do|get\s+into|go\s+into|move\s+(?:in)?to)\s+|to\s+)?(?:an?\s+|the\s+)?(?<goal>[^?.!,;]{1,60}?)[\s?.!]*$/iu;
const GOAL =
  /\b(?:need|missing|learn|next|get|left|way|path|roadmap|lack)\b.*?\b(?:for|to\s+become|become|becoming|into|towards?|to\s+be|to|as|in)\s+(?:an?\s+|the\s+)?(?<goal>[^?.!,]{1,60})/iu;

/** "I know python and sql, what do I need for devops?" as the path command understands it. */
export function askedPath(text: string, library: Library): { goal: Track | Skill; known: Skill[] } | undefined {
  const { known = '', rest = '' } = KNOWN_THEN_GOAL.exec(text)?.groups ?? {};
  const missing = GOAL.exec(rest)?.groups?.['goal'];
  if (missing !== undefined) return fromTo(known, findGoal(missing, library), library);
  const become = BECOME.exec(rest)?.groups?.['goal'];
  if (become !== undefined) return fromTo(known, goalItself(become, library), library);
  const wish = HAVE_WANT.exec(text)?.groups;
  return wish && fromTo(wish['known'] ?? '', goalItself(wish['goal'] ?? '', library), library);
}

function fromTo(
  text: string,
  goal: Track | Skill | undefined,
  library: Library,
): { goal: Track | Skill; known: Skill[] } | undefined {
  const { skills } = goal ? knownSkills(text, library) : { skills: [] };
  return goal && skills.length > 0 ? { goal, known: skills } : undefined;
}

const WORK = /\s+(?:developer|dev|engineer|engineering|programmer|role|job|work|position|career)s?\s*$/iu;

/** The goal that a text names and nothing else, but for the word for such work. */
function goalItself(text: string, library: Library): Track | Skill | undefined {
  return library.goalNamed(text.trim()) ?? library.goalNamed(text.replace(WORK, '').trim());
}

/** The goal that a text names or holds. */
function findGoal(text: string, library: Library): Track | Skill | undefined {
  const named = library.goalNamed(text);
  if (named) return named;
  const words = library.words(text);
  const [track] = library.trackNames.find(words);
  if (track) return library.track(track.id);
  const [skill] = library.skillNames.find(words);
  return skill ? library.skill(skill.id) : undefined;
}
