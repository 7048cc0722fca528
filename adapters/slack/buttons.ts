import type { types } from '@slack/bolt';
import type { Reply, Suggestion } from '../../src/reply.ts';
import { type Action, encodeAction } from '../actions.ts';
import { cut } from './escape.ts';
import { LIMITS } from './limits.ts';
import type { SlackBlock } from './parts.ts';

type Button = types.Button;
type Option = types.PlainTextOption;

/** More suggestions than this become a menu, which takes one line on a phone. */
const MOST_BUTTONS = 5;
/** The id of every menu; what it means stands in the option that was picked. */
export const MENU = 'pick';

/** @returns nothing where the action does not fit into an id */
export function button(
  label: string,
  action: Action | undefined,
  extra: Partial<Pick<Button, 'style' | 'confirm'>> = {},
): Button | undefined {
  const id = action && encodeAction(action);
  const text = plain(label, LIMITS.buttonText);
  if (id === undefined || text.text.trim() === '') return undefined;
  return { type: 'button', text, action_id: id, ...extra };
}

export function plain(text: string, most: number): types.PlainTextElement {
  return { type: 'plain_text', text: cut(text, most), emoji: false };
}

/** A row of buttons; each id once, because Slack refuses a message with the same id twice. */
export function row(buttons: readonly (Button | undefined)[]): SlackBlock[] {
  const elements = uniqueBy(
    buttons.filter(each => each !== undefined),
    each => each.action_id ?? '',
  ).slice(0, LIMITS.actions);
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

/** Suggestions as buttons, or as a menu where they are many. */
export function suggestionBlocks(suggestions: readonly Suggestion[], placeholder: string): SlackBlock[] {
  if (suggestions.length > MOST_BUTTONS) return menu(suggestions, placeholder);
  return row(suggestions.map(each => button(each.label, actionOf(each))));
}

/** @param id differs between the menus of one view */
export function menu(suggestions: readonly Suggestion[], placeholder: string, id = MENU): SlackBlock[] {
  const options = suggestions.flatMap((each): Option[] => {
    const action = actionOf(each);
    const value = action === undefined ? undefined : encodeAction(action);
    const text = plain(each.label, LIMITS.optionText);
    return value === undefined || text.text.trim() === '' ? [] : [{ text, value }];
  });
  const unique = uniqueBy(options, option => option.value ?? '').slice(0, LIMITS.options);
  if (unique.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: id,
          placeholder: plain(placeholder, LIMITS.placeholder),
          options: unique,
        },
      ],
    },
  ];
}

export function actionOf(suggestion: Suggestion): Action | undefined {
  if (suggestion.command) return { type: 'run', command: suggestion.command.name, input: suggestion.command.input };
  return suggestion.topic === undefined || suggestion.topic === ''
    ? undefined
    : { type: 'show', topic: suggestion.topic };
}

/** What was offered to choose from, as suggestions. */
export function choicesOf(reply: Reply): Suggestion[] {
  return reply.choices.map(({ topic, label }) => ({ label, topic }));
}

/** Blocks in which no id stands twice, from the first to the last. */
export function distinct(blocks: readonly SlackBlock[]): SlackBlock[] {
  const seen = new Set<string>();
  const isNew = (id: string): boolean => !seen.has(id) && seen.add(id).has(id);
  return blocks.flatMap((block): SlackBlock[] => {
    if (block.type !== 'actions') return [block];
    const elements = block.elements.filter(each => isNew('action_id' in each ? (each.action_id ?? '') : ''));
    return elements.length === 0 ? [] : [{ ...block, elements }];
  });
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter(item => !seen.has(key(item)) && seen.add(key(item)));
}
