import type { Advisor, Command } from '../src/advisor.ts';

/** What somebody typed behind `/career`, or wrote to the bot. */
export type Line =
  | { readonly type: 'question'; readonly text: string }
  | { readonly type: 'command'; readonly command: Command; readonly rest: string }
  /** about what is stored, and what was asked in vain: not a matter of the advice */
  | { readonly type: 'privacy' | 'inbox' };

/** Words that only stand in a sentence: behind a command's name they show that it is none. */
const SENTENCE =
  /\b(?:am|an?|are|as|be|become|becoming|can|choose|could|did|do|does|for|get|have|how|i|i'?m|is|it|me|much|my|need|of|should|take|than|that|the|their|there|this|was|what|when|where|which|who|why|will|would|you|your)\b/i;
/** Little words that belong to the commands' own grammar. */
const GRAMMAR = /^\s*(?:to|about|for|in|on)\b|\b(?:i know|knowing)\b/gi;
/** More words than this are a sentence, unless they are a list. */
const MOST_WORDS = 5;

/**
 * Reads a line: a command of the advisor where it begins with one, spelt well or nearly so, and a question otherwise.
 * A question that merely begins with a command's name, such as "path to become a data engineer?", stays a question.
 */
export function readLine(text: string, advisor: Advisor): Line {
  const line = text.replace(/^\s*\/career\b/i, '').trim();
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/.exec(line) ?? [];
  const word = first.toLowerCase().replace(/[:,.!]+$/, '');
  const help = advisor.commands.find(each => each.name === 'help');
  if (line === '' && help) return { type: 'command', command: help, rest: '' };
  if (rest === '' && (word === 'privacy' || word === 'inbox')) return { type: word };
  const exact = advisor.commands.find(each => each.name === word);
  const command = exact ?? advisor.commands.find(each => isNearly(word, each.name));
  if (!command || !fits(command, rest, exact !== undefined)) return { type: 'question', text: line };
  return { type: 'command', command, rest: rest.trim() };
}

/** Whether what follows a command's name can be meant for the command. */
function fits(command: Command, rest: string, exact: boolean): boolean {
  if (command.parameters.some(parameter => parameter.completes === 'question')) return exact && rest.trim() !== '';
  if (rest.trim() === '') return exact || command.name.length > 3;
  if (command.parameters.length === 0) return false;
  const said = rest.replace(GRAMMAR, ' ');
  if (rest.includes('?') || SENTENCE.test(said)) return false;
  return said.split(/[,;/]|\b(?:from|with|and)\b/i).every(part => part.trim().split(/\s+/).length <= MOST_WORDS);
}

/** One letter too many, too few, wrong or swapped; the first one must be right. */
function isNearly(typed: string, name: string): boolean {
  if (typed[0] !== name[0] || typed === name || name.length < 3) return false;
  if (Math.abs(typed.length - name.length) > 1) return false;
  let from = 0;
  while (typed[from] === name[from] && from < name.length) from += 1;
  const [left, right] = [typed.slice(from), name.slice(from)];
  if (left.length > right.length)
    return left.slice(1) === right && (name.length > 3 || right === '' || left[0] === typed[from - 1]);
  if (left.length < right.length) return name.length > 3 && left === right.slice(1);
  const swapped = left[0] === right[1] && left[1] === right[0] && left.slice(2) === right.slice(2);
  return swapped || (name.length > 3 && left.slice(1) === right.slice(1));
}
