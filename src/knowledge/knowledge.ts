import type { VocabularySource } from '../engine/vocabulary.ts';
import type { RawFigure } from './schema.ts';

/** Everything that the bot knows, read and checked. Lists keep the order of the files. */
export interface Knowledge {
  readonly about: About;
  readonly themes: readonly Theme[];
  readonly entries: readonly Entry[];
  readonly skills: readonly Skill[];
  readonly tracks: readonly Track[];
  readonly figures: readonly Figure[];
  readonly sources: readonly Source[];
  readonly vocabulary: VocabularySource;
  readonly smalltalk: readonly SmallTalk[];
  readonly outside: readonly Outside[];
  /** what no bot answers whatever it is about (elsewhere.ts), where the folder has no out-of-scope.yaml of its own; else nothing */
  readonly elsewhere: readonly string[];
  readonly handoffs: readonly Handoff[];
}

/** What the bot says of itself; a folder without about.yaml says nothing. */
export interface About {
  /** a heading: "Career advice for backend developers" */
  readonly title?: string;
  /** what goes after "I give advice on" and "Ask me about" */
  readonly subject?: string;
  /** what that is, for whoever asked for something else */
  readonly covers?: string;
}

export interface Theme {
  /** the file's name without its ending */
  readonly id: string;
  readonly title: string;
  /** ids of its entries */
  readonly entries: readonly string[];
}

/** One question with its answer. */
export interface Entry {
  readonly id: string;
  readonly theme: string;
  readonly question: string;
  /** other ways to ask it */
  readonly alternates: readonly string[];
  /** what people say when they mean it (titles, stories, worries): the matcher learns from them, nobody is shown them */
  readonly utterances: readonly string[];
  /** Markdown subset: bold, italic, code, links, lists, paragraphs; the first paragraph is the short answer */
  readonly answer: string;
  readonly sources: readonly string[];
  readonly related: readonly string[];
  /** offered to people who do not know yet what to ask */
  readonly featured?: boolean;
  /** ISO date of the last review */
  readonly reviewed?: string;
}

export interface Skill {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** entry that a question about this skill belongs to */
  readonly topic: string;
  readonly level: 'foundation' | 'core' | 'advanced' | 'specialisation';
  readonly what: string;
  readonly why: string;
  /** what to build to prove it */
  readonly build: string;
  /** all of these come before it */
  readonly prerequisites: readonly string[];
  /** at least one of these comes before it */
  readonly oneOf: readonly string[];
}

/** A goal that a path leads to. */
export interface Track {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly what: string;
  readonly topic: string;
  /** skills that make the track, beside what they need themselves */
  readonly skills: readonly string[];
}

export interface Source {
  readonly id: string;
  readonly label: string;
  readonly url?: string;
  /** year of the data or text; none where the publisher gives none */
  readonly year?: number;
}

/** A number with all that it needs to be read rightly: whose, where, when, from whom. */
export type Figure = Readonly<RawFigure>;

export interface SmallTalk {
  readonly id: string;
  readonly reply: string;
  readonly examples: readonly string[];
}

/** A kind of message that the bot does not answer. */
export interface Outside {
  readonly id: string;
  /** how the kind is declined; a general sentence where there is none */
  readonly reply?: string;
  readonly examples: readonly string[];
}

/** A kind of message that gets a fixed, careful reply. */
export interface Handoff {
  readonly id: string;
  readonly reply: string;
  /** phrases whose words, in this order and near each other, make it certain */
  readonly signs: readonly string[];
  /** how many other words may stand between two words of a sign */
  readonly between: number;
  readonly examples: readonly string[];
}
