import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  type APISelectMenuOption,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Reply, Suggestion } from '../../src/reply.ts';
import { type Action, encodeAction } from '../actions.ts';
import { cut } from './escape.ts';
import { LIMITS } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** Ids of what does not concern a reply. A later release that gives them another meaning counts the version up. */
export const MENU = '1|menu';
export const CANCEL = '1|cancel';
export const FORGET = '1|forget';

/** What can be done with a reply beside reading it. */
export interface Offers {
  /** id under which the reply is remembered */
  readonly request: string;
  /** the page behind this one; nothing on the last */
  readonly more?: { readonly page: number; readonly left: number };
  /** choices, next questions and votes: on the first page only */
  readonly first: boolean;
  /** the reply can be shown to everybody */
  readonly share: boolean;
  /** a person can be asked */
  readonly person: boolean;
}

export function button(label: string, action: Action | string, style: APIButtonComponentWithCustomId['style']): Row[] {
  const id = typeof action === 'string' ? action : encodeAction(action);
  if (id === undefined || label.trim() === '') return [];
  const text = cut(label, LIMITS.buttonLabel);
  return [row([{ type: ComponentType.Button, style, label: text, custom_id: id }])];
}

/** Puts buttons that were made one by one beside each other. */
export function beside(rows: readonly Row[]): Row[] {
  const buttons = rows.flatMap(each => each.components).slice(0, LIMITS.rowButtons);
  return buttons.length === 0 ? [] : [row(buttons)];
}

function row(components: APIComponentInMessageActionRow[]): Row {
  return { type: ComponentType.ActionRow, components };
}

/** The rows under a reply. */
export function rowsOf(reply: Reply, offers: Offers): Row[] {
  const about = (type: 'more' | 'share' | 'helpful' | 'unhelpful' | 'person', page = 0): Action => ({
    type,
    reply: offers.request,
    topic: reply.topics[0] ?? '',
    page,
  });
  const { more } = offers;
  const pages = more === undefined ? '' : more.left === 1 ? 'Show more' : `Show more (${more.left} pages)`;
  const read = more ? button(pages, about('more', more.page), ButtonStyle.Primary) : [];
  if (!offers.first) return beside(read);
  const votes = canBeRated(reply)
    ? [
        ...button('Helpful', about('helpful'), ButtonStyle.Secondary),
        ...button('Not helpful', about('unhelpful'), ButtonStyle.Secondary),
      ]
    : [];
  const share = offers.share && reply.kind !== 'choices' ? button('Share', about('share'), ButtonStyle.Secondary) : [];
  const person =
    offers.person && reply.kind !== 'smalltalk' ? button('Ask a person', about('person'), ButtonStyle.Secondary) : [];
  return [...choiceRows(reply), ...menuRow(reply), ...beside([...read, ...votes, ...share, ...person])];
}

/** Hand-offs and small talk are no answers that somebody could find wanting. */
function canBeRated(reply: Reply): boolean {
  return reply.handoff === undefined && (reply.kind === 'answer' || reply.kind === 'unknown');
}

/** Choices stand below each other, so that a phone shows each of them whole. */
function choiceRows(reply: Reply): Row[] {
  const topics = new Set<string>();
  return reply.choices
    .filter(choice => !topics.has(choice.topic) && topics.add(choice.topic))
    .slice(0, LIMITS.rowButtons)
    .flatMap(choice => button(choice.label, { type: 'show', topic: choice.topic }, ButtonStyle.Primary));
}

function menuRow(reply: Reply): Row[] {
  const options = new Map<string, APISelectMenuOption>();
  for (const next of reply.next) {
    const value = encodeAction(actionOf(next));
    const label = cut(next.label, LIMITS.selectLabel);
    if (value !== undefined && label !== '' && !options.has(value)) options.set(value, { label, value });
  }
  if (options.size === 0) return [];
  const placeholder = reply.kind === 'unknown' ? 'You could ask …' : 'Ask next …';
  const menu: APIComponentInMessageActionRow = {
    type: ComponentType.StringSelect,
    custom_id: MENU,
    placeholder,
    options: [...options.values()].slice(0, LIMITS.selectOptions),
  };
  return [row([menu])];
}

function actionOf(next: Suggestion): Action {
  if (next.topic !== undefined) return { type: 'show', topic: next.topic };
  return { type: 'run', command: next.command?.name ?? 'ask', input: next.command?.input ?? { question: next.label } };
}
