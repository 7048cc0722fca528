import type { APIEmbed, APIEmbedField } from 'discord.js';
import { ButtonStyle } from 'discord.js';
import type { Reply } from '../../src/reply.ts';
import { button, choicesOf, distinct, MENU, type Row, row, suggestionRows } from './buttons.ts';
import { LIMITS } from './limits.ts';
import { cut, escaped, label } from './markdown/escape.ts';
import { pieces, unmasked } from './markdown/markdown.ts';
import { bodyOf, type Part, sourceLines, titleOf } from './parts.ts';

/** Calls nobody, whatever stands in the text. */
export const NO_MENTIONS = { parse: [], repliedUser: false } satisfies { parse: []; repliedUser: false };

/** A message as Discord takes it, wherever it is sent to. */
export interface Payload {
  readonly content?: string;
  readonly embeds: APIEmbed[];
  readonly components: Row[];
  readonly allowedMentions: typeof NO_MENTIONS;
}

/** What stands around the answer. */
export interface Frame {
  /** ties the buttons to the reply; at most 16 letters and digits */
  readonly request: string;
  /** page to show, from 0 */
  readonly page?: number;
  /** the reply is private and can be shown to the channel */
  readonly share?: boolean;
  /** somebody is there to be asked */
  readonly person?: boolean;
  /** a line under the answer, in Discord's Markdown */
  readonly note?: string;
}

/** Characters of the text of one page: about three screens of a phone. With title, sources and foot it stays below what an embed holds. */
const PAGE = 2600;
/** Characters of all sources together. */
const LONGEST_SOURCES = 2700;
const LONGEST_NOTE = 300;

/** The bar at the side: blue for an answer, grey where there is none. */
const BLUE = 0x2f6db5;
const GREY = 0x8a8f98;

/** The number of pages that a reply needs. */
export function pageCount(reply: Reply): number {
  return pagesOf(reply).length;
}

/** The pages of replies that are remembered elsewhere: each of them is asked for again by "Show more". */
const made = new WeakMap<Reply, Part[][]>();

function pagesOf(reply: Reply): Part[][] {
  const pages = made.get(reply) ?? paged(bodyOf(reply));
  made.set(reply, pages);
  return pages;
}

/**
 * A reply as a message within all limits, escaped. It is an embed rather than Components V2: masked links and the bar at the side
 * are the same, the text may be half as long again, and a notice in plain text can still take its place.
 */
export function render(reply: Reply, frame: Frame): Payload {
  const pages = pagesOf(reply);
  const at = Math.min(frame.page ?? 0, pages.length - 1);
  const last = at === pages.length - 1;
  const title = escapedTitle(titleOf(reply));
  const note = frame.note === undefined ? [] : pieces(frame.note, LONGEST_NOTE).slice(0, 1);
  const description = [joined(pages[at] ?? []), ...note].filter(text => text !== '').join('\n\n');
  const fields = sourceFields(reply);
  const foot = [
    ...(pages.length > 1 ? [`Page ${at + 1} of ${pages.length}`] : []),
    ...(reply.reviewed === undefined || reply.reviewed.trim() === ''
      ? []
      : [`Answer reviewed ${label(reply.reviewed, 40)}`]),
  ].join(' · ');
  const embed: APIEmbed = {
    color: reply.kind === 'answer' ? BLUE : GREY,
    ...(title === '' ? {} : { title }),
    ...(description === '' ? (title === '' ? { description: 'Here is what I found.' } : {}) : { description }),
    ...(fields.length === 0 ? {} : { fields }),
    ...(foot === '' ? {} : { footer: { text: foot } }),
  };
  const components = distinct([
    ...suggestionRows(choicesOf(reply), 'Pick a question', `${MENU}|choices`),
    ...(last
      ? suggestionRows(reply.next, reply.kind === 'unknown' ? 'You could ask' : 'Ask next', `${MENU}|next`)
      : []),
    ...row(buttonsOf(reply, frame, last ? undefined : at + 1, pages.length)),
  ]).slice(0, LIMITS.rows);
  return { embeds: [embed], components, allowedMentions: NO_MENTIONS };
}

/** A message of one paragraph, in Discord's Markdown. */
export function textPayload(text: string, components: Row[] = []): Payload {
  const [content = '…'] = pieces(text, LIMITS.content);
  return { content, embeds: [], components, allowedMentions: NO_MENTIONS };
}

/** The same message without embeds, for channels in which the bot may not show any: Discord would leave them out in silence. */
export function plainly(payload: Payload): Payload {
  const [embed] = payload.embeds;
  if (!embed) return payload;
  const fields = (embed.fields ?? []).map(field => `**${field.name}**\n${field.value}`);
  const texts = [`**${embed.title ?? ''}**`, embed.description ?? '', ...fields, embed.footer?.text ?? ''];
  const [content = '…', ...rest] = pieces(
    unmasked(texts.filter(text => text !== '' && text !== '****').join('\n\n')),
    LIMITS.content - 20,
  );
  return { ...payload, content: rest.length > 0 ? `${content}\n(cut off)` : content, embeds: [] };
}

function escapedTitle(title: string): string {
  const [text = ''] = pieces(escaped(cut(title, 200)), LIMITS.embedTitle);
  return text.trim();
}

function buttonsOf(reply: Reply, frame: Frame, next: number | undefined, pages: number): ReturnType<typeof button>[] {
  const about = { reply: frame.request, topic: reply.topics[0] ?? '', page: 0 };
  const more =
    next === undefined
      ? []
      : [button(`Show more (${next + 1} of ${pages})`, { ...about, type: 'more', page: next }, ButtonStyle.Primary)];
  // Somebody in need gets help and nothing to click through; small talk is not worth a vote.
  if (reply.handoff !== undefined || reply.kind === 'smalltalk') return more;
  return [
    ...more,
    ...(reply.topics.length > 0
      ? [button('Helpful', { ...about, type: 'helpful' }), button('Not helpful', { ...about, type: 'unhelpful' })]
      : []),
    frame.share && reply.kind === 'answer' ? button('Share in channel', { ...about, type: 'share' }) : undefined,
    frame.person && (reply.kind !== 'answer' || reply.topics.length > 0)
      ? button('Ask a person', { ...about, type: 'person' })
      : undefined,
  ];
}

/** Parts in pages, each within the budget. There is always one page. */
function paged(parts: readonly Part[]): Part[][] {
  const pages: Part[][] = [];
  let page: Part[] = [];
  for (const part of parts) {
    if (page.length > 0 && joined([...page, part]).length > PAGE) {
      // A heading at the foot of a page belongs to the next one.
      const heading = page.length > 1 && page.at(-1)?.heading ? page.splice(-1) : [];
      pages.push(page);
      page = heading;
    }
    page.push(part);
  }
  return [...pages, page];
}

function joined(parts: readonly Part[]): string {
  return parts.map((part, at) => `${at === 0 ? '' : parts[at - 1]?.heading ? '\n' : '\n\n'}${part.text}`).join('');
}

/** Sources as fields, whole lines each; the last ones are left out where they are too many for one message. */
function sourceFields({ sources }: Reply): APIEmbedField[] {
  const fields: APIEmbedField[] = [];
  let value = '';
  let total = 0;
  const flush = (): void => {
    if (value !== '')
      fields.push({ name: fields.length > 0 ? 'More sources' : sources.length === 1 ? 'Source' : 'Sources', value });
    value = '';
  };
  for (const line of sourceLines(sources)) {
    if (total + line.length + 1 > LONGEST_SOURCES) break;
    if (value !== '' && value.length + line.length + 1 > LIMITS.fieldValue) flush();
    value = value === '' ? line : `${value}\n${line}`;
    total += line.length + 1;
  }
  flush();
  return fields;
}
