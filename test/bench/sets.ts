import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { seededRandom } from '../../src/engine/random.ts';
import { readFolder } from '../../src/io/folder.ts';
import type { Knowledge } from '../../src/knowledge/knowledge.ts';
import { labelsOf } from '../../src/knowledge/labels.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { readKnowledge } from '../../src/knowledge/read.ts';
import type { Group } from './contestant.ts';
import { withTypos } from './typos.ts';

/** A question with the entries that may answer it; none where it is out of scope. */
export interface Question {
  readonly text: string;
  readonly typed: string;
  readonly wanted: readonly string[];
}

/** One part of a set: lines to take in, and questions to ask then. */
export interface Round {
  readonly groups: readonly Group[];
  readonly questions: readonly Question[];
}

export interface QuestionSet {
  readonly name: string;
  readonly about: string;
  readonly knowledge: Knowledge;
  readonly rounds: readonly Round[];
}

const OUTSIDE = 'oos';
/** Kinds of questions that are one question about one thing: what a library can be asked too. */
const SINGLE = new Set(['real', 'paraphrase', 'typo', 'keyword', 'long', OUTSIDE]);

export function knowledgeOf(folder: string): Knowledge {
  const { files, problems } = readFolder(folder);
  const read = readKnowledge(files);
  if ('knowledge' in read && problems.length === 0) return read.knowledge;
  throw new Error([...problems, ...('problems' in read ? read.problems : [])].map(formatProblem).join('\n'));
}

/** What every contestant gets: the lines that somebody wrote for this knowledge. */
function groupsOf(knowledge: Knowledge): Group[] {
  return labelsOf(knowledge).filter(({ role }) => role !== 'elsewhere');
}

/** A fixed sample in a fixed, mixed order, so that its first part is a sample too. */
export function sample<T>(list: readonly T[], most: number, seed: number): T[] {
  const random = seededRandom(seed);
  return list
    .map(item => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, most)
    .map(({ item }) => item);
}

function asked(text: string, topics: readonly string[], seed: number, typed = withTypos(text, seed)): Question {
  return { text, typed, wanted: topics[0] === OUTSIDE ? [] : topics };
}

/** The questions in a folder of YAML lists of `{q, topics, kind}`; whatever else lies there is left alone. */
function goldenQuestions(folder: string): Question[] {
  if (!existsSync(folder)) return [];
  const lists = readdirSync(folder)
    .filter(name => /\.ya?ml$/.test(name))
    .sort()
    .map(name => parse(readFileSync(join(folder, name), 'utf8')) as unknown);
  const items = lists.flatMap(list => (Array.isArray(list) ? (list as Record<string, unknown>[]) : []));
  return items.flatMap(({ q, topics, kind }, at) =>
    typeof q === 'string' && Array.isArray(topics) && SINGLE.has(String(kind))
      ? [asked(q, topics.map(String), at + 1)]
      : [],
  );
}

export function goldenSet(knowledge: Knowledge, folder: string): QuestionSet {
  const questions = goldenQuestions(folder);
  return {
    name: 'Golden questions',
    about: 'our knowledge, questions written apart from it (`test/questions`)',
    knowledge,
    rounds: [{ groups: groupsOf(knowledge), questions }],
  };
}

/** In each round one alternate of every entry, and one example of every kind of message outside, is taken out and asked. */
export function heldOutSet(knowledge: Knowledge, count: number): QuestionSet {
  const all = groupsOf(knowledge);
  const rounds = Array.from({ length: count }, (_, round): Round => {
    const questions: Question[] = [];
    const groups = all.map((group, at): Group => {
      // The first line of an entry is its title and stays.
      const first = group.role === 'entry' ? 1 : 0;
      const free = group.lines.length - first;
      if ((group.role !== 'entry' && group.role !== 'outside') || free <= count) return group;
      const random = seededRandom(at + 1);
      const order = Array.from({ length: free }, (_, line) => ({ line: line + first, key: random() }));
      const out = order.sort((a, b) => a.key - b.key)[round]!.line;
      questions.push(asked(group.lines[out]!, [group.role === 'entry' ? group.id : OUTSIDE], at * count + round + 1));
      return { ...group, lines: group.lines.filter((_, line) => line !== out) };
    });
    return { groups, questions };
  });
  return {
    name: 'Left-out alternates',
    about: 'our knowledge, one line of every entry left out and asked',
    knowledge,
    rounds,
  };
}

interface Labelled {
  readonly q?: string;
  readonly turns?: readonly string[];
  readonly topics: readonly string[];
}

function labelled(path: string): Labelled[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Labelled);
}

/** A public set: a knowledge folder, `dev.jsonl`, and the same with typos; nothing where the folder is missing. */
export function publicSet(folder: string, name: string): QuestionSet | undefined {
  if (!existsSync(join(folder, 'knowledge'))) return undefined;
  const knowledge = knowledgeOf(join(folder, 'knowledge'));
  const typed = labelled(join(folder, 'dev-typo.jsonl'));
  const textOf = (item: Labelled | undefined): string => item?.q ?? item?.turns?.at(-1) ?? '';
  const questions = labelled(join(folder, 'dev.jsonl')).map((item, at) =>
    asked(textOf(item), item.topics, at + 1, textOf(typed[at])),
  );
  return {
    name,
    about: 'a public set (Larson et al. 2019): 150 entries of ten lines, questions of other people',
    knowledge,
    rounds: [{ groups: groupsOf(knowledge), questions }],
  };
}
