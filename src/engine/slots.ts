import { createNames, type Mention, type Names } from './names.ts';

/** Kinds of detail that a question may hold and a follow-up may change: "what about java?", "and for seniors?", "in Germany?". */
export type Slot = 'stack' | 'level' | 'place';

export type Level = 'entry' | 'mid' | 'senior' | 'lead';

/** How people name the levels of a career, one line a level. */
const LEVELS: Readonly<Record<Level, readonly string[]>> = {
  entry: [
    'junior',
    'juniors',
    'jr',
    'entry level',
    'entry',
    'fresher',
    'freshers',
    'graduate',
    'graduates',
    'new grad',
    'new grads',
    'trainee',
    'trainees',
    'intern',
    'interns',
    'beginner',
    'beginners',
    'starter',
    'first job',
    'working student',
  ],
  mid: ['mid', 'mid level', 'mids', 'intermediate', 'medior', 'regular', 'middle'],
  senior: ['senior', 'seniors', 'sr', 'expert', 'experts', 'experienced'],
  lead: [
    'lead',
    'leads',
    'staff',
    'principal',
    'architect',
    'architects',
    'tech lead',
    'team lead',
    'staff engineer',
    'manager',
    'managers',
  ],
};

export interface SlotMention extends Mention {
  readonly slot: Slot;
  /** the entry that a stack belongs to */
  readonly topic?: string;
}

/** A technology or track with its names, and the entry that it belongs to. */
interface Stack {
  readonly id: string;
  readonly names: readonly string[];
  readonly topic?: string;
}

export interface Slots {
  /** All details in the words, in the order of the text. */
  find(words: readonly string[]): SlotMention[];
}

/**
 * @param split turns a name into words in the way in which questions are read
 * @param stacks technologies and tracks
 * @param places names of countries and regions
 */
export function createSlots(
  split: (name: string) => string[],
  stacks: readonly Stack[],
  places: readonly string[],
): Slots {
  const named = (list: readonly { id: string; names: readonly string[] }[]): Names =>
    createNames(list.map(({ id, names }) => ({ id, names: names.map(split) })));
  const kinds: readonly (readonly [Slot, Names])[] = [
    ['level', named(Object.entries(LEVELS).map(([id, names]) => ({ id, names })))],
    ['place', named(places.map(place => ({ id: place, names: [place, ...(PLACE_NAMES[place] ?? [])] })))],
    ['stack', named(stacks)],
  ];
  const topics = new Map(stacks.map(({ id, topic }) => [id, topic]));
  return {
    find(words) {
      const all = kinds.flatMap(([slot, names]) =>
        names.find(words).map((mention): SlotMention => {
          const topic = slot === 'stack' ? topics.get(mention.id) : undefined;
          return topic === undefined ? { ...mention, slot } : { ...mention, slot, topic };
        }),
      );
      const kept: SlotMention[] = [];
      for (const mention of all) {
        if (kept.some(other => mention.from < other.to && other.from < mention.to)) continue;
        kept.push(mention);
      }
      return kept.sort((a, b) => a.from - b.from);
    },
  };
}

/** Other ways to name the places that figures are about. */
const PLACE_NAMES: Readonly<Record<string, readonly string[]>> = {
  'United States': ['us', 'usa', 'u s', 'america', 'states', 'american'],
  'United Kingdom': ['uk', 'britain', 'england', 'london', 'british'],
  Germany: ['german', 'berlin', 'munich'],
  India: ['indian', 'bangalore', 'mumbai', 'hyderabad', 'pune', 'delhi'],
  Ukraine: ['ukrainian', 'kyiv'],
  Poland: ['polish', 'warsaw', 'krakow'],
  France: ['french', 'paris'],
  Canada: ['canadian', 'toronto', 'vancouver'],
  Brazil: ['brazilian', 'brasil', 'sao paulo'],
  Netherlands: ['dutch', 'holland', 'amsterdam', 'the netherlands'],
  Sweden: ['swedish', 'stockholm'],
  Czechia: ['czech republic', 'czech', 'prague'],
  Italy: ['italian', 'milan', 'rome'],
  Spain: ['spanish', 'madrid', 'barcelona'],
  Australia: ['australian', 'sydney', 'melbourne'],
  Switzerland: ['swiss', 'zurich'],
};
