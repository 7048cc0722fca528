import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  MessageFlags,
  type RESTPostAPIChannelMessageJSONBody,
} from 'discord.js';
import type { Reply } from '../../src/reply.ts';
import { type Row, rowsOf } from './buttons.ts';
import { cut, escaped } from './escape.ts';
import { inline } from './markdown.ts';
import { pagesOf } from './pages.ts';
import { piecesOf } from './pieces.ts';

/** A message as Discord takes it, everywhere: as a reply, as the answer to an interaction, as an edit. */
export type Payload = Required<Pick<RESTPostAPIChannelMessageJSONBody, 'flags' | 'components' | 'allowed_mentions'>>;

/** How a reply is shown. */
export interface View {
  /** id under which the reply is remembered */
  readonly request: string;
  /** from 0; the last one where there are fewer */
  readonly page?: number;
  /** only one person sees it */
  readonly private?: boolean;
  /** a "Share" button, on private replies in a server */
  readonly share?: boolean;
  /** an "Ask a person" button */
  readonly person?: boolean;
  /** what was asked and by whom, for readers who did not see it: Discord's Markdown, escaped */
  readonly above?: string;
  /** names of the advisor's commands */
  readonly commands?: readonly string[];
}

/**
 * Characters of a page. Three screens of a phone; nine of ten replies need no second page. It leaves room for the lines above and below,
 * so that the 4,000 characters of a message are never reached.
 */
const LONGEST_PAGE = 3000;

/** Colours of the bar beside a reply: blue answers, amber asks back, grey cannot help, red is a hand-off. */
const ACCENT = { answer: 0x2f6fde, smalltalk: 0x2f6fde, choices: 0xd9902f, unknown: 0x80868f } as const;
const HANDOFF = 0xc8443c;

/** A reply as a message, within every limit of Discord's, with nothing in it that could call anybody. */
export function render(reply: Reply, view: View): Payload {
  const pages = pagesOf(piecesOf(reply, view.commands ?? []), LONGEST_PAGE);
  const page = Math.min(view.page ?? 0, pages.length - 1);
  const left = pages.length - 1 - page;
  const rows = rowsOf(reply, {
    request: view.request,
    first: page === 0,
    share: view.share === true,
    person: view.person === true,
    ...(left > 0 ? { more: { page: page + 1, left } } : {}),
  });
  const above = view.above === undefined || page > 0 ? [] : [view.above];
  const below = pages.length === 1 ? [] : [`-# Page ${page + 1} of ${pages.length}`];
  const text = [...above, pages[page]!.trim() === '' ? '…' : pages[page]!, ...below].join('\n');
  const accent = reply.handoff === undefined ? ACCENT[reply.kind] : HANDOFF;
  return message(text, rows, { accent, private: view.private === true });
}

/** A short message of the bot's own, in the Markdown subset. */
export function notice(text: string, rows: readonly Row[] = [], open = false): Payload {
  return message(inline(text), rows, { private: !open });
}

/** A message with one container. @param text Discord's Markdown, escaped */
export function message(
  text: string,
  rows: readonly Row[],
  look: { readonly accent?: number; readonly private?: boolean } = {},
): Payload {
  const components: APIComponentInContainer[] = [{ type: ComponentType.TextDisplay, content: text }, ...rows];
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    components,
    ...(look.accent === undefined ? {} : { accent_color: look.accent }),
  };
  return {
    flags: MessageFlags.IsComponentsV2 | (look.private ? MessageFlags.Ephemeral : 0),
    components: [container],
    allowed_mentions: { parse: [] },
  };
}

/** A line that says what was asked, for those who only see the answer. */
export function askedLine(question: string): string {
  return `-# Asked: ${escaped(cut(question, 150))}`;
}
