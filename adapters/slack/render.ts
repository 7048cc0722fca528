import type { Reply } from '../../src/reply.ts';
import { button, choicesOf, distinct, plain, row, suggestionBlocks } from './buttons.ts';
import { cut, escaped } from './escape.ts';
import { LIMITS } from './limits.ts';
import { pieces } from './mrkdwn.ts';
import { bodyOf, context, type SlackBlock, sourceBlocks } from './parts.ts';

/** A message as Slack takes it: blocks for the eye, text for notifications and screen readers. */
export interface Message {
  readonly text: string;
  readonly blocks: SlackBlock[];
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
  /** a line under the answer */
  readonly note?: string;
}

/** JSON of the body blocks of one page, in characters: about three screens of a phone, and far below what Slack takes. */
const PAGE = 7000;
/** Body blocks of one page; the rest of the fifty is for sources and buttons. */
const PAGE_BLOCKS = 36;

/** The number of pages that a reply needs. */
export function pageCount(reply: Reply): number {
  return paged(bodyOf(reply)).length;
}

/** A reply as a message within all limits, escaped. */
export function render(reply: Reply, frame: Frame): Message {
  const pages = paged(bodyOf(reply));
  const at = Math.min(frame.page ?? 0, pages.length - 1);
  const { blocks: body, size } = pages[at] ?? { blocks: [], size: 0 };
  const last = at === pages.length - 1;
  const note = frame.note === undefined ? [] : context(frame.note);
  const blocks = fitting(body, size, [
    reply.choices.length > 0 ? suggestionBlocks(choicesOf(reply), 'Pick a question') : [],
    sourceBlocks(reply.sources, reply.reviewed),
    note,
    last ? nextBlocks(reply) : [],
    row(buttonsOf(reply, frame, last ? undefined : at + 1, pages.length)),
  ]);
  return { text: textOf(body, reply), blocks: distinct(blocks) };
}

function nextBlocks(reply: Reply): SlackBlock[] {
  const suggestions = suggestionBlocks(reply.next, reply.kind === 'unknown' ? 'You could ask' : 'Ask next');
  if (suggestions.length === 0 || reply.choices.length > 0) return suggestions;
  return [...context(reply.kind === 'unknown' ? 'You could ask:' : 'Ask next:'), ...suggestions];
}

function buttonsOf(reply: Reply, frame: Frame, next: number | undefined, pages: number): ReturnType<typeof button>[] {
  const about = { reply: frame.request, topic: reply.topics[0] ?? '', page: 0 };
  const more =
    next === undefined
      ? []
      : [button(`Show more (${next + 1} of ${pages})`, { ...about, type: 'more', page: next }, { style: 'primary' })];
  // Somebody in need gets help and nothing to click through; small talk is not worth a vote.
  if (reply.handoff !== undefined || reply.kind === 'smalltalk') return more;
  return [
    ...more,
    ...(reply.topics.length > 0
      ? [button('Helpful', { ...about, type: 'helpful' }), button('Not helpful', { ...about, type: 'unhelpful' })]
      : []),
    frame.share && reply.kind === 'answer' ? button('Share in channel', { ...about, type: 'share' }) : undefined,
    frame.person && (reply.kind !== 'answer' || reply.topics.length > 0)
      ? button('Ask a person', { ...about, type: 'person' }, { confirm: ASK_PERSON })
      : undefined,
  ];
}

const ASK_PERSON = {
  title: plain('Ask a person', LIMITS.confirmTitle),
  text: plain('Your question and your name will be posted where people of this workspace answer.', LIMITS.confirmText),
  confirm: plain('Post my question', LIMITS.confirmButton),
  deny: plain('Not now', LIMITS.confirmButton),
} as const;

interface Page {
  readonly blocks: readonly SlackBlock[];
  /** characters of its JSON */
  readonly size: number;
}

/** Blocks in pages, each within the budget. There is always one page. */
function paged(blocks: readonly SlackBlock[]): Page[] {
  const pages: Page[] = [];
  let page: SlackBlock[] = [];
  let size = 0;
  for (const block of blocks) {
    const more = JSON.stringify(block).length + 1;
    if (page.length > 0 && (size + more > PAGE || page.length >= PAGE_BLOCKS)) {
      // A heading at the foot of a page belongs to the next one.
      const heading = page.length > 1 && page.at(-1)?.type === 'header' ? page.splice(-1) : [];
      pages.push({ blocks: page, size });
      page = heading;
      size = JSON.stringify(heading).length;
    }
    page.push(block);
    size += more;
  }
  return [...pages, { blocks: page, size }];
}

/** A page and what stands below it, within the limits: what does not fit below is left out. */
function fitting(
  body: readonly SlackBlock[],
  sizeOfBody: number,
  groups: readonly (readonly SlackBlock[])[],
): SlackBlock[] {
  const blocks = [...body];
  let size = sizeOfBody + 2;
  for (const group of groups) {
    const more = group.length === 0 ? 0 : JSON.stringify(group).length;
    if (size + more > LIMITS.blocksJson || blocks.length + group.length > LIMITS.blocksInMessage) continue;
    blocks.push(...group);
    size += more;
  }
  return blocks;
}

/** The page as text, without marks that only look good. */
function textOf(body: readonly SlackBlock[], reply: Reply): string {
  const texts = body.flatMap(block => {
    if (block.type === 'header') return [escaped(block.text.text)];
    if (block.type !== 'section') return [];
    return [...(block.text ? [block.text.text] : []), ...(block.fields ?? []).map(field => field.text)];
  });
  const offered = reply.choices.map(choice => `• ${escaped(choice.label)}`);
  const [text = ''] = pieces([...texts, ...offered].join('\n'), LIMITS.topLevelText - 1);
  return text.trim() === '' ? 'Here is what I found.' : cut(text, LIMITS.topLevelText);
}
