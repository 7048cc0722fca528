import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Reply, Suggestion } from '../../src/reply.ts';
import { type Action, encodeAction } from '../actions.ts';
import { LIMITS } from './limits.ts';
import { label } from './markdown/escape.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;
export type Button = APIButtonComponentWithCustomId;

/** First part of the id of every menu; what it means stands in the option that was picked. */
export const MENU = 'pick';

type Style = Button['style'];

/** @returns nothing where the action does not fit into an id */
export function button(
  name: string,
  action: Action | undefined,
  style: Style = ButtonStyle.Secondary,
): Button | undefined {
  const id = action && encodeAction(action);
  return id === undefined ? undefined : plainButton(name, id, style);
}

export function plainButton(name: string, id: string, style: Style = ButtonStyle.Secondary): Button | undefined {
  const text = label(name, LIMITS.buttonLabel);
  return text === '' ? undefined : { type: ComponentType.Button, style, label: text, custom_id: id };
}

/** A row of buttons; each id once, because Discord refuses a message with the same id twice. */
export function row(buttons: readonly (Button | undefined)[]): Row[] {
  const components = uniqueBy(
    buttons.filter(each => each !== undefined),
    each => each.custom_id,
  ).slice(0, LIMITS.buttonsInRow);
  return components.length === 0 ? [] : [{ type: ComponentType.ActionRow, components }];
}

/** Suggestions as buttons, or as a menu where they are many or long: a button cannot show more than 80 characters. */
export function suggestionRows(suggestions: readonly Suggestion[], placeholder: string, menuId: string): Row[] {
  const many = suggestions.length > LIMITS.buttonsInRow;
  const long = suggestions.some(each => each.label.length > LIMITS.buttonLabel);
  if (many || long) return menu(suggestions, placeholder, menuId);
  return row(suggestions.map(each => button(each.label, actionOf(each))));
}

function menu(suggestions: readonly Suggestion[], placeholder: string, id: string): Row[] {
  const options = suggestions.flatMap(each => {
    const action = actionOf(each);
    const value = action === undefined ? undefined : encodeAction(action);
    const name = label(each.label, LIMITS.optionLabel);
    return value === undefined || name === '' ? [] : [{ label: name, value }];
  });
  const unique = uniqueBy(options, option => option.value).slice(0, LIMITS.options);
  if (unique.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: id,
          placeholder: placeholder,
          options: unique,
        },
      ],
    },
  ];
}

function actionOf(suggestion: Suggestion): Action | undefined {
  if (suggestion.command) return { type: 'run', command: suggestion.command.name, input: suggestion.command.input };
  return suggestion.topic === undefined || suggestion.topic === ''
    ? undefined
    : { type: 'show', topic: suggestion.topic };
}

/** What was offered to choose from, as suggestions. */
export function choicesOf(reply: Reply): Suggestion[] {
  return reply.choices.map(({ topic, label }) => ({ label, topic }));
}

/** Rows in which no id stands twice, from the first to the last. */
export function distinct(rows: readonly Row[]): Row[] {
  const seen = new Set<string>();
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
  return rows.flatMap(({ components, ...rest }) => {
    const left = components.filter(each => !('custom_id' in each) || isNew(each.custom_id));
    return left.length === 0 ? [] : [{ ...rest, components: left }];
  });
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter(item => !seen.has(key(item)) && seen.add(key(item)));
}
