import { replyOf } from '../commands/reply-of.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Block, Reply, Section } from '../reply.ts';
import { day, often } from './inbox.ts';
import type { Usage } from './usage.ts';

/** Years after which a figure should be looked up again. */
const OLD = 2;

export interface EntryUse {
  readonly topic: string;
  /** replies that answered from it */
  readonly answered: number;
  /** replies that offered it, and how often it was picked then */
  readonly offered: number;
  readonly picked: number;
  readonly helpful: number;
  readonly unhelpful: number;
}

/** Two entries that were offered together: the bot could not tell which of them was meant. */
export interface Confusion {
  readonly topics: readonly [string, string];
  readonly count: number;
  readonly picked: readonly [number, number];
}

export interface OldFigure {
  readonly id: string;
  readonly label: string;
  readonly place: string;
  readonly year: number;
}

export interface Stats {
  /** milliseconds since 1970; nothing in an empty journal */
  readonly since?: number;
  /** replies of every kind */
  readonly replies: number;
  readonly kinds: Usage['kinds'];
  readonly platforms: Usage['platforms'];
  readonly handoffs: Usage['handoffs'];
  /** entries that were used, offered or rated, most used first */
  readonly entries: readonly EntryUse[];
  /** entries that no reply answered from, in the order of the knowledge */
  readonly neverUsed: readonly string[];
  /** most frequent first */
  readonly confused: readonly Confusion[];
  /** figures from more than two years before this one, oldest first */
  readonly oldFigures: readonly OldFigure[];
  /** figures without a year, which may be old */
  readonly undatedFigures: number;
}

/** @param year the present one */
export function statsOf(usage: Usage, knowledge: Knowledge, year: number): Stats {
  const uses = new Map<string, { -readonly [K in keyof EntryUse]: EntryUse[K] }>();
  const known = new Set(knowledge.entries.map(({ id }) => id));
  const of = (topic: string) => {
    const found = uses.get(topic) ?? { topic, answered: 0, offered: 0, picked: 0, helpful: 0, unhelpful: 0 };
    if (known.has(topic)) uses.set(topic, found);
    return found;
  };
  for (const { topics, count } of usage.answered) for (const topic of topics) of(topic).answered += count;
  for (const { topics, picked, count } of usage.offered) {
    for (const topic of topics) of(topic).offered += count;
    if (picked !== '') of(picked).picked += count;
  }
  for (const { topics, helpful, count } of usage.rated)
    for (const topic of topics) of(topic)[helpful ? 'helpful' : 'unhelpful'] += count;
  const years = new Map(knowledge.sources.map(({ id, year: published }) => [id, published]));
  const dated = knowledge.figures.map(figure => ({ ...figure, year: figure.year ?? years.get(figure.source) }));
  return {
    ...(usage.since === undefined ? {} : { since: usage.since }),
    replies: usage.kinds.reduce((sum, { count }) => sum + count, 0),
    kinds: usage.kinds,
    platforms: usage.platforms,
    handoffs: usage.handoffs,
    entries: [...uses.values()].sort((a, b) => b.answered - a.answered || compare(a.topic, b.topic)),
    neverUsed: knowledge.entries.map(({ id }) => id).filter(id => (uses.get(id)?.answered ?? 0) === 0),
    confused: confusions(usage, known),
    oldFigures: dated
      .flatMap(({ id, label, place, year: from }) =>
        from !== undefined && year - from > OLD ? [{ id, label, place, year: from }] : [],
      )
      .sort((a, b) => a.year - b.year || compare(a.id, b.id)),
    undatedFigures: dated.filter(figure => figure.year === undefined).length,
  };
}

function confusions(usage: Usage, known: ReadonlySet<string>): Confusion[] {
  const pairs = new Map<string, { topics: [string, string]; count: number; picked: [number, number] }>();
  for (const { topics, picked, count } of usage.offered) {
    const here = topics.filter(topic => known.has(topic)).sort();
    for (const [at, first] of here.entries()) {
      for (const second of here.slice(at + 1)) {
        const key = `${first} ${second}`;
        const pair = pairs.get(key) ?? { topics: [first, second], count: 0, picked: [0, 0] };
        pair.count += count;
        if (picked === first) pair.picked[0] += count;
        if (picked === second) pair.picked[1] += count;
        pairs.set(key, pair);
      }
    }
  }
  return [...pairs.values()].sort((a, b) => b.count - a.count || compare(a.topics.join(), b.topics.join()));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Lines of each list for people; `--json` has all of them. */
const MOST_LINES = 15;

/** The figures for people to read. */
export function statsReply(stats: Stats): Reply {
  const disliked = stats.entries
    .filter(({ unhelpful }) => unhelpful > 0)
    .sort((a, b) => share(b) - share(a) || b.unhelpful - a.unhelpful || compare(a.topic, b.topic));
  const sections: Section[] = [
    section(
      'What was asked',
      stats.kinds.map(({ kind, count }) => `${KINDS[kind] ?? kind}: ${often(count)}`),
      overview(stats),
    ),
    section(
      'Used most',
      stats.entries
        .filter(({ answered }) => answered > 0)
        .map(({ topic, answered, helpful, unhelpful }) => `${topic}: ${often(answered)}${votes(helpful, unhelpful)}`),
    ),
    section(
      'Rated worst',
      disliked.map(({ topic, helpful, unhelpful }) => `${topic}${votes(helpful, unhelpful)}`),
    ),
    section(
      'Confused with each other',
      stats.confused.map(
        ({ topics: [first, second], count, picked }) =>
          `${first} and ${second}: offered together ${often(count)}; ${picks(picked)}`,
      ),
    ),
    section(`Never used (${stats.neverUsed.length})`, stats.neverUsed),
    section(
      `Figures older than two years (${stats.oldFigures.length})`,
      stats.oldFigures.map(({ id, label, place, year }) => `${id}: ${label}, ${place}, ${year}`),
      stats.undatedFigures === 0 ? '' : `${stats.undatedFigures} more have no year.`,
    ),
  ];
  return replyOf(
    'answer',
    'stats',
    sections.filter(({ blocks }) => blocks.length > 0),
    { confidence: 1 },
  );
}

const KINDS: Readonly<Record<string, string>> = {
  answer: 'answered',
  choices: 'asked back with a choice',
  unknown: 'no answer',
  smalltalk: 'small talk',
  failed: 'failed',
};

function overview({ since, replies, platforms, handoffs }: Stats): string {
  if (since === undefined) return 'The journal is empty: nothing was asked yet.';
  const where = platforms.map(({ platform, count }) => `${platform} ${count.toLocaleString('en-GB')}`).join(', ');
  const handed = handoffs.reduce((sum, { count }) => sum + count, 0);
  return [
    `${replies.toLocaleString('en-GB')} ${replies === 1 ? 'reply' : 'replies'} since ${day(since)} (${where}).`,
    ...(handed > 0 ? [`Handed on to people ${often(handed)}.`] : []),
  ].join(' ');
}

function section(title: string, items: readonly string[], text = ''): Section {
  const more = items.length - MOST_LINES;
  const shown = more > 0 ? [...items.slice(0, MOST_LINES), `and ${more} more: --json has all of them`] : items;
  const blocks: Block[] = [];
  if (text !== '') blocks.push({ type: 'text', text });
  if (shown.length > 0) blocks.push({ type: 'list', items: shown });
  return { title, blocks };
}

function picks([first, second]: Confusion['picked']): string {
  return first + second === 0 ? 'neither was picked' : `picked ${first} to ${second}`;
}

function votes(helpful: number, unhelpful: number): string {
  return helpful + unhelpful === 0 ? '' : `; ${helpful} for it, ${unhelpful} against it`;
}

function share({ helpful, unhelpful }: EntryUse): number {
  return unhelpful / (helpful + unhelpful);
}
