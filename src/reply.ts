/** The types that the advisor and every platform share: what is asked, in which context, and the reply as data. */

/** What happened in one turn of a conversation: enough to understand "and for seniors?" in the next. */
export interface Turn {
  readonly question: string;
  /** the question as it was read, with what it took from earlier turns filled in */
  readonly understood: string;
  readonly kind: ReplyKind;
  readonly topics: readonly string[];
  readonly offered: readonly string[];
}

/** Where a question stands: the turns before it, oldest first. The advisor looks at the last few only. */
export interface Context {
  readonly turns: readonly Turn[];
}

export const NO_CONTEXT: Context = { turns: [] };

/**
 * - `answer`: it is sure
 * - `choices`: it asks which of a few was meant
 * - `unknown`: it says that it cannot help, and what it can
 * - `smalltalk`: a greeting and the like
 */
export type ReplyKind = 'answer' | 'choices' | 'unknown' | 'smalltalk';

export interface Candidate {
  readonly topic: string;
  /** probability that this is the entry that was asked for, 0 to 1 */
  readonly confidence: number;
}

/** Something that can be asked next with one click: an entry, or a command. */
export interface Suggestion {
  readonly label: string;
  readonly topic?: string;
  readonly command?: { readonly name: string; readonly input: Readonly<Record<string, string>> };
}

export interface SourceNote {
  readonly id: string;
  readonly label: string;
  /** null where the publisher gives none */
  readonly year: number | null;
  readonly url?: string;
}

/** A number as it is shown, never without whose it is, where and when. */
export interface FigureRow {
  readonly label: string;
  readonly place: string;
  /** "2024", or "undated" */
  readonly when: string;
  /** "$133,080 median; $79,850 to $211,450 (10th to 90th percentile)" */
  readonly amount: string;
  /** id of its source, which stands among the reply's sources */
  readonly source: string;
  /** "outdated", "no source given", or what else must be known to read it */
  readonly note?: string;
}

/** One part of a reply. Texts are the Markdown subset: bold, italic, code, links, lists, paragraphs. */
export type Block =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'figures'; readonly title: string; readonly rows: readonly FigureRow[]; readonly remark?: string }
  | { readonly type: 'card'; readonly card: SkillCard }
  | { readonly type: 'stages'; readonly stages: readonly Stage[] }
  | { readonly type: 'list'; readonly items: readonly string[] };

export interface SkillCard {
  readonly id: string;
  readonly name: string;
  readonly level: string;
  readonly what: string;
  readonly why: string;
  readonly build: string;
  /** names of the skills before and after it */
  readonly after: readonly string[];
  readonly leadsTo: readonly string[];
}

/** Skills of a path that can be learnt side by side. */
export interface Stage {
  readonly title: string;
  readonly skills: readonly { readonly id: string; readonly name: string; readonly why: string }[];
}

/** The part of a reply that answers one question; a message with several questions gets several. */
export interface Section {
  readonly title: string;
  readonly topic?: string;
  /** the first text block is the short answer */
  readonly blocks: readonly Block[];
}

export interface Reply {
  readonly kind: ReplyKind;
  readonly question: string;
  readonly sections: readonly Section[];
  /** ids of the entries that the reply answers from, best first */
  readonly topics: readonly string[];
  /** up to five, best first, whatever the kind; with choices the offered ones come first */
  readonly candidates: readonly Candidate[];
  /** probability that the first candidate is right, 0 to 1 */
  readonly confidence: number;
  /** entries to choose from when the kind is `choices`: 2 to 4 */
  readonly choices: readonly { readonly topic: string; readonly label: string }[];
  /** ids of skill cards in the reply */
  readonly skills: readonly string[];
  /** id of the hand-off that the reply is */
  readonly handoff?: string;
  readonly sources: readonly SourceNote[];
  readonly next: readonly Suggestion[];
  /** ISO date of the oldest review among the entries shown */
  readonly reviewed?: string;
  /** what the next turn may refer to */
  readonly turn: Turn;
  readonly explanation?: Explanation;
}

/** Why the reply is what it is. */
export interface Explanation {
  /** words as read, after spelling and vocabulary */
  readonly words: readonly string[];
  readonly corrected: readonly { readonly typed: string; readonly read: string }[];
  /** share of the question that lies in known words, 0 to 1 */
  readonly coverage: number;
  /** what was decided and by which rule */
  readonly decision: string;
  readonly candidates: readonly {
    readonly label: string;
    readonly role: string;
    readonly score: number;
    /** the lines of the knowledge that look most like the question */
    readonly lines: readonly string[];
    /** the words and word pairs that speak most for it, with their part of the score */
    readonly because: readonly { readonly feature: string; readonly part: number }[];
  }[];
}
