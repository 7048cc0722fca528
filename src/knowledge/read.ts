import type { VocabularySource } from '../engine/vocabulary.ts';
import type { SourceFile } from './document.ts';
import { checkDocument } from './document.ts';
import { ELSEWHERE } from './elsewhere.ts';
import { EVERYDAY } from './everyday.ts';
import type { Entry, Knowledge, Skill, Theme, Track } from './knowledge.ts';
import { checkLinks } from './links.ts';
import type { Part, Parts } from './parts.ts';
import { type Problem, sortProblems } from './problem.ts';
import { checkLines } from './repeats.ts';
import * as shape from './schema.ts';

/**
 * Turns the files of a knowledge folder into checked knowledge.
 * @param files every YAML file of the folder; others are not passed in
 * @returns the knowledge with remarks on what could be better, or all problems at once, each with file, line and column; never throws
 */
export function readKnowledge(
  files: readonly SourceFile[],
): { knowledge: Knowledge; remarks: readonly Problem[] } | { problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parts: Parts = {
    about: [],
    faq: [],
    skills: [],
    tracks: [],
    sources: [],
    figures: [],
    vocabulary: [],
    smalltalk: [],
    outside: [],
    handoffs: [],
  };
  const add = <T>(into: Part<T>[], file: SourceFile, result: ReturnType<typeof checkDocument<T>>): void => {
    if ('problems' in result) problems.push(...result.problems);
    else into.push({ path: file.path, checked: result.checked });
  };
  for (const file of files) {
    const folder = file.path.includes('/') ? file.path.slice(0, file.path.indexOf('/')) : '';
    if (folder === 'faq') add(parts.faq, file, checkThemeFile(file));
    else if (folder === 'skills')
      add(
        parts.skills,
        file,
        checkDocument(file, () => shape.skillsFile),
      );
    else if (file.path === 'about.yaml')
      add(
        parts.about,
        file,
        checkDocument(file, () => shape.aboutFile),
      );
    else if (file.path === 'tracks.yaml')
      add(
        parts.tracks,
        file,
        checkDocument(file, () => shape.tracksFile),
      );
    else if (file.path === 'sources.yaml')
      add(
        parts.sources,
        file,
        checkDocument(file, () => shape.sourcesFile),
      );
    else if (file.path === 'pay.yaml')
      add(
        parts.figures,
        file,
        checkDocument(file, () => shape.figuresFile),
      );
    else if (file.path === 'vocabulary.yaml' || folder === 'vocabulary')
      add(
        parts.vocabulary,
        file,
        checkDocument(file, () => shape.vocabularyFile),
      );
    else if (file.path === 'smalltalk.yaml')
      add(
        parts.smalltalk,
        file,
        checkDocument(file, () => shape.smalltalkFile),
      );
    else if (file.path === 'out-of-scope.yaml')
      add(
        parts.outside,
        file,
        checkDocument(file, () => shape.outsideFile),
      );
    else if (file.path === 'handoffs.yaml')
      add(
        parts.handoffs,
        file,
        checkDocument(file, () => shape.handoffsFile),
      );
    else problems.push(whole(file.path, unknownFile(file.path)));
  }
  if (!files.some(file => file.path.startsWith('faq/'))) {
    problems.push(
      whole('faq', 'No faq/*.yaml file was found. A knowledge folder needs at least one, such as faq/general.yaml.'),
    );
  }
  const remarks: Problem[] = [];
  // Links between files can only be judged when every file could be read.
  if (problems.length === 0) {
    const lines = checkLines(parts);
    problems.push(...checkLinks(parts), ...lines.problems);
    remarks.push(...lines.remarks);
  }
  if (problems.length > 0) return { problems: sortProblems([...problems, ...remarks]) };
  return { knowledge: join(parts), remarks: sortProblems(remarks) };
}

const FILES = [
  'about.yaml',
  'tracks.yaml',
  'sources.yaml',
  'pay.yaml',
  'vocabulary.yaml',
  'smalltalk.yaml',
  'out-of-scope.yaml',
  'handoffs.yaml',
];

function unknownFile(path: string): string {
  return `No file of this name is used. Entries belong into faq/, skills into skills/, words into vocabulary/; the other files are ${FILES.join(', ')}. Rename ${path} or take it out.`;
}

function whole(file: string, message: string): Problem {
  return { file, line: 1, column: 1, message };
}

function checkThemeFile(
  file: SourceFile,
): ReturnType<typeof checkDocument<{ title?: string; entries: shape.RawEntry[] }>> {
  const result = checkDocument<shape.RawEntry[] | { title: string; entries: shape.RawEntry[] }>(file, value =>
    Array.isArray(value) ? shape.entriesFile : shape.titledFile,
  );
  if ('problems' in result) return result;
  const { value, problem } = result.checked;
  if (Array.isArray(value))
    return { checked: { value: { entries: value }, problem: (path, message) => problem(path.slice(1), message) } };
  return { checked: { value, problem } };
}

function join(parts: Parts): Knowledge {
  const themes: Theme[] = [];
  const entries: Entry[] = [];
  for (const { path, checked } of parts.faq) {
    const id = path.slice('faq/'.length).replace(/\.ya?ml$/, '');
    const title = checked.value.title ?? id.replaceAll('-', ' ').replace(/^\p{L}/u, letter => letter.toUpperCase());
    themes.push({ id, title, entries: checked.value.entries.map(entry => entry.id) });
    for (const { alternates = [], utterances = [], sources = [], related = [], ...entry } of checked.value.entries) {
      entries.push({ theme: id, alternates, utterances, sources, related, ...defined(entry) });
    }
  }
  const all = <T>(list: readonly Part<readonly T[]>[]): T[] => list.flatMap(part => [...part.checked.value]);
  return {
    about: defined({ ...parts.about[0]?.checked.value }),
    themes,
    entries,
    skills: all(parts.skills).map(
      ({ one_of: oneOf = [], aliases = [], prerequisites = [], ...skill }): Skill => ({
        ...skill,
        aliases,
        prerequisites,
        oneOf,
      }),
    ),
    tracks: all(parts.tracks).map(({ aliases = [], ...track }): Track => ({ ...track, aliases })),
    figures: all(parts.figures),
    sources: all(parts.sources).map(defined),
    vocabulary:
      parts.vocabulary.length > 0 ? joinVocabulary(parts.vocabulary.map(part => part.checked.value)) : EVERYDAY,
    smalltalk: all(parts.smalltalk),
    outside: all(parts.outside).map(({ id, reply, examples }) => defined({ id, reply, examples })),
    elsewhere: parts.outside.length > 0 ? [] : ELSEWHERE,
    handoffs: all(parts.handoffs).map(({ id, reply, signs, between = 0, examples = [] }) => ({
      id,
      reply,
      signs,
      between,
      examples,
    })),
  };
}

/** Vocabulary of several files as one; a group that stands in several has the members of all. */
function joinVocabulary(files: readonly shape.RawVocabulary[]): VocabularySource {
  // A Map, because a group may be named like something that every object has.
  const alike = new Map<string, string[]>();
  for (const file of files) {
    for (const [group, members] of Object.entries(file.alike ?? {}))
      alike.set(group, [...new Set([...(alike.get(group) ?? []), ...members])]);
  }
  const senses = files.flatMap(file => Object.entries(file.plain_english ?? {}));
  return {
    same: Object.fromEntries(files.flatMap(file => Object.entries(file.same ?? {}))),
    alike: Object.fromEntries(alike),
    exact: files.flatMap(file => file.exact ?? []),
    plain_english: Object.fromEntries(
      senses.map(([word, { means, after = [], before = [], never_before = [] }]) => [
        word,
        { means, after, before, never_before },
      ]),
    ),
  };
}

type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/** Without the keys whose value is undefined (zod leaves none, the types say it may). */
function defined<T extends object>(value: T): Defined<T> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined)) as Defined<T>;
}
