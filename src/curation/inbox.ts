import { replyOf } from '../commands/reply-of.ts';
import type { Block, Reply } from '../reply.ts';
import { clusters } from './clusters.ts';
import type { Miss, TextKept } from './miss.ts';

/** Questions about the same thing that people asked in vain. */
export interface InboxItem {
  /** what `inbox --patch` and `inbox done` take; the key of the question that leads */
  readonly id: string;
  readonly question: string;
  readonly command: string;
  /** the other wordings, most frequent first */
  readonly others: readonly string[];
  readonly count: number;
  readonly unknown: number;
  readonly unpicked: number;
  readonly failed: number;
  readonly down: number;
  readonly first: number;
  readonly last: number;
  /** the entry that came nearest to the question that leads; empty where none did */
  readonly nearest: string;
  /** keys of all its questions */
  readonly keys: readonly string[];
}

/**
 * Puts misses about the same thing together, most frequent first, then newest.
 * @param misses most frequent first: the first of a group leads it
 */
export function inboxOf(misses: readonly Miss[]): InboxItem[] {
  const sum = (group: readonly Miss[], of: (miss: Miss) => number): number =>
    group.reduce((total, miss) => total + of(miss), 0);
  const items = clusters(misses.map(({ text }) => text)).map((places): InboxItem => {
    const group = places.map(at => misses[at]!);
    const leader = group[0]!;
    return {
      id: leader.key,
      question: leader.text,
      command: leader.command,
      others: group.slice(1).map(({ text }) => text),
      count: sum(group, miss => miss.count),
      unknown: sum(group, miss => miss.unknown),
      unpicked: sum(group, miss => miss.unpicked),
      failed: sum(group, miss => miss.failed),
      down: sum(group, miss => miss.down),
      first: Math.min(...group.map(({ first }) => first)),
      last: Math.max(...group.map(({ last }) => last)),
      nearest: group.find(({ nearest }) => nearest !== '')?.nearest ?? '',
      keys: group.map(({ key }) => key),
    };
  });
  return items.sort((a, b) => b.count - a.count || b.last - a.last || (a.id < b.id ? -1 : 1));
}

/**
 * The item that holds a question of that id, or of an id that begins so, as people shorten it.
 * An id stays good although other questions have joined its item since.
 */
export function itemOf(items: readonly InboxItem[], id: string): { item: InboxItem } | { problem: string } {
  const typed = id.trim().toLowerCase();
  const found = items.filter(({ keys }) => keys.some(key => typed.length >= 4 && key.startsWith(typed)));
  if (found.length === 1) return { item: found[0]! };
  if (found.length > 1) return { problem: `"${id}" is the beginning of several ids. Give more of it.` };
  return { problem: `There is no item "${id}" in the inbox. Without an id, inbox lists what there is.` };
}

export interface InboxView {
  /** misses whose words are not kept */
  readonly wordless: number;
  readonly kept: TextKept;
  /** items that are shown */
  readonly most: number;
  /** whether the reader can run `inbox --patch` */
  readonly operator: boolean;
}

/** The inbox for people to read. */
export function inboxReply(items: readonly InboxItem[], view: InboxView): Reply {
  const shown = items.slice(0, view.most);
  const blocks: Block[] = [{ type: 'text', text: introduction(items, shown.length, view) }];
  if (shown.length > 0) blocks.push({ type: 'list', items: shown.map(line) });
  if (shown.length > 0 && view.operator)
    blocks.push({
      type: 'text',
      text: 'inbox --patch ID --entry TOPIC shows how to add a question to an entry, without --entry how to begin a new one; inbox done ID takes it off the list.',
    });
  return replyOf('answer', 'inbox', [{ title: 'Asked in vain', blocks }], { confidence: 1 });
}

function introduction(items: readonly InboxItem[], shown: number, { wordless, kept }: InboxView): string {
  const parts: string[] = [];
  if (items.length === 0) parts.push(wordless === 0 ? 'Nothing waits here: every question got an answer.' : '');
  else {
    const times = items.reduce((sum, { count }) => sum + count, 0);
    const things = `${items.length} ${items.length === 1 ? 'thing' : 'things'}`;
    parts.push(`${things}, asked ${often(times)}${shown < items.length ? `; the first ${shown}` : ''}.`);
  }
  if (wordless > 0) {
    const why = kept === 'none' ? ', because JOURNAL_TEXT is "none"' : '';
    parts.push(`Of ${wordless} more ${wordless === 1 ? 'message' : 'messages'} no words are kept${why}.`);
  }
  return parts.filter(part => part !== '').join(' ');
}

function line(item: InboxItem): string {
  const what = [
    item.unknown > 0 ? 'no answer' : '',
    item.unpicked > 0 ? 'nothing picked' : '',
    item.failed > 0 ? 'failed' : '',
    item.down > 0 ? `${item.down} ${item.down === 1 ? 'vote' : 'votes'} against the answer` : '',
  ].filter(part => part !== '');
  const others = item.others.slice(0, 2).map(quoted);
  const more = item.others.length - others.length;
  return [
    `\`${item.id}\` ${item.command === 'ask' ? '' : `/${item.command} `}${quoted(item.question)}: ${often(item.count)}, last on ${day(item.last)}; ${what.join(', ')}`,
    ...(item.nearest === '' ? [] : [`; nearest entry: ${item.nearest}`]),
    ...(others.length === 0 ? [] : [`; also ${others.join(', ')}${more > 0 ? ` and ${more} more` : ''}`]),
  ].join('');
}

export function often(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times.toLocaleString('en-GB')} times`;
}

/** Somebody's words inside our own text: they must not turn bold, nor into a link. */
export function quoted(text: string): string {
  return `“${text.replace(/[*`_~\\]/g, '').replaceAll('](', '] (')}”`;
}

const CALENDAR = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** "21 November 2026", in UTC. @param time milliseconds since 1970 */
export function day(time: number): string {
  return CALENDAR.format(time);
}
