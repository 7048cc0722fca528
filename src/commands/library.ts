import { closestFew } from '../engine/closest.ts';
import { createMatcher, type Matcher } from '../engine/matcher.ts';
import { createNames, type Names } from '../engine/names.ts';
import { createSigns } from '../engine/signs.ts';
import { createSlots, type Slots } from '../engine/slots.ts';
import { atOnce, type Steps } from '../engine/steps.ts';
import { tokenize } from '../engine/text.ts';
import { createUnderstander, type Understander } from '../engine/understand.ts';
import type { Entry, Figure, Knowledge, Skill, Source, Track } from '../knowledge/knowledge.ts';
import { labelsOf } from '../knowledge/labels.ts';

/** The knowledge with everything that finds something in it. Made once for a knowledge folder; never changes. */
export interface Library {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
  readonly understander: Understander;
  readonly slots: Slots;
  readonly skillNames: Names;
  readonly trackNames: Names;
  entry(id: string): Entry | undefined;
  skill(id: string): Skill | undefined;
  track(id: string): Track | undefined;
  source(id: string): Source | undefined;
  /** Figures that belong to an entry, in the order of the knowledge. */
  figuresOf(topic: string): readonly Figure[];
  /** Words of a name or question as the matcher reads them. */
  words(text: string): string[];
  /** The same without spelling: names are right as they are, and some look like a misspelt word. */
  plainWords(text: string): string[];
  /** The skill of exactly that name, alias or id. */
  skillNamed(name: string): Skill | undefined;
  /** The track or skill of exactly that name; tracks win. */
  goalNamed(name: string): Track | Skill | undefined;
  /** Names of skills, or of tracks and skills, that were probably meant. Slow: for advice to people only. */
  skillsLike(name: string): readonly string[];
  goalsLike(name: string): readonly string[];
}

export function createLibrary(
  knowledge: Knowledge,
  matcher: Matcher = createMatcher(labelsOf(knowledge), knowledge.vocabulary),
): Library {
  return atOnce(librarySteps(knowledge, matcher));
}

/** The same, in steps, for a bot that answers meanwhile. */
export function* librarySteps(knowledge: Knowledge, matcher: Matcher): Steps<Library> {
  const byId = <T extends { readonly id: string }>(list: readonly T[]): Map<string, T> =>
    new Map(list.map(item => [item.id, item]));
  const entries = byId(knowledge.entries);
  const skills = byId(knowledge.skills);
  const tracks = byId(knowledge.tracks);
  const sources = byId(knowledge.sources);
  const figures = new Map<string, Figure[]>();
  for (const figure of knowledge.figures)
    for (const topic of new Set(figure.topics)) figures.set(topic, [...(figures.get(topic) ?? []), figure]);
  const words = (text: string): string[] => matcher.read(text).words.map(word => word.text);
  const namesOf = (item: Skill | Track): string[] => [item.id.replaceAll('-', ' '), item.name, ...item.aliases];
  const plainWords = (text: string): string[] => matcher.plain(text).map(word => word.text);
  // Cutting a name into words is slow, and most names are needed twice.
  const cut = new Map<string, string[]>();
  for (const item of [...knowledge.skills, ...knowledge.tracks]) {
    for (const name of namesOf(item)) cut.set(name, plainWords(name));
    yield;
  }
  const wordsOf = (name: string): string[] => cut.get(name) ?? plainWords(name);
  const named = (list: readonly (Skill | Track)[]): Names =>
    createNames(list.map(item => ({ id: item.id, names: namesOf(item).map(wordsOf) })));
  const skillNames = named(knowledge.skills);
  const trackNames = named(knowledge.tracks);
  yield;
  const places = [...new Set(knowledge.figures.map(figure => figure.place))];
  const slots = createSlots(
    wordsOf,
    [
      ...knowledge.skills.map(skill => ({ ...skill, names: namesOf(skill) })),
      ...knowledge.tracks.map(track => ({ ...track, names: namesOf(track) })),
    ],
    places,
  );
  yield;
  const signs = createSigns(
    knowledge.handoffs.map(({ id, signs: phrases, between }) => ({ id, between, phrases: phrases.map(tokenize) })),
  );
  yield;
  const exactly = <T>(names: Names, from: ReadonlyMap<string, T>, text: string): T | undefined => {
    const id = names.exactly(plainWords(text)) ?? names.exactly(words(text)) ?? text.trim().toLowerCase();
    return from.get(id);
  };
  const near = (list: readonly (Skill | Track)[], text: string): string[] => {
    const owners = new Map(list.flatMap(item => [item.name, ...item.aliases].map(name => [name, item.name])));
    const found = closestFew(text, [...owners.keys()], 8).map(name => owners.get(name)!);
    return [...new Set(found)].slice(0, 3);
  };
  return {
    knowledge,
    matcher,
    slots,
    skillNames,
    trackNames,
    words,
    plainWords,
    understander: createUnderstander(matcher, signs, slots),
    entry: id => entries.get(id),
    skill: id => skills.get(id),
    track: id => tracks.get(id),
    source: id => sources.get(id),
    figuresOf: topic => figures.get(topic) ?? [],
    skillNamed: name => exactly(skillNames, skills, name),
    goalNamed: name => exactly(trackNames, tracks, name) ?? exactly(skillNames, skills, name),
    skillsLike: name => near(knowledge.skills, name),
    goalsLike: name => near([...knowledge.tracks, ...knowledge.skills], name),
  };
}
