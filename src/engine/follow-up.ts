import type { Slots } from './slots.ts';
import { reweighed, type Word } from './word.ts';

/** Words at the beginning that carry a conversation on. */
const OPENERS = new Set(['and', 'also', 'then', 'but', 'or', 'plus', 'same']);
/** "what about", "how about", "what if". */
const PAIRS = new Set(['what about', 'how about', 'what if', 'how come']);
/** Words that point back to something said before. */
const POINTERS = new Set([
  'it',
  'its',
  'they',
  'them',
  'their',
  'those',
  'these',
  'there',
  'that',
  'this',
  'one',
  'ones',
  'he',
  'she',
]);
/** Words without a topic of their own. */
const FILLERS = new Set(
  'and also then but or ok okay so plus what how about for in as of with the a an to same is are was do does did can could should would will if i you we he she it its that this they them their those these there one ones which please now not no yes more than much many my your me be am any some even instead only just really actually mean like say case'.split(
    ' ',
  ),
);

/** How strongly a message leans on the turn before it. */
export type Leaning = 'none' | 'short' | 'pointing';

/** Does the message need the turn before it? "short": it says little by itself; "pointing": its words point back. */
export function leaning(words: readonly Word[]): Leaning {
  if (words.length === 0 || words.length > 14) return 'none';
  const texts = words.map(word => word.text);
  const first = texts[0]!;
  if (OPENERS.has(first) || PAIRS.has(`${first} ${texts[1] ?? ''}`)) return 'pointing';
  if (texts.some(text => POINTERS.has(text))) return 'pointing';
  return texts.filter(text => !FILLERS.has(text)).length <= 2 ? 'short' : 'none';
}

/** Words of the turn before count less than what is asked now. */
const BEFORE = 0.5;
/** Who a question is about; a level stands before it, and it stays when the stack before it changes ("a node developer", "and java?"). */
const ROLES = new Set(['developer', 'developers', 'dev', 'devs', 'engineer', 'engineers', 'programmer', 'programmers']);

/** The earlier question with the details that a follow-up names, or the follow-up with what it points to. */
export interface Completed {
  readonly words: readonly Word[];
  /** every detail took the place of another, so that the earlier question is asked of something else */
  readonly swapped: boolean;
  /** entries that the details belong to whose place was taken: the conversation moves on from them */
  readonly left: readonly string[];
}

/**
 * The earlier question with a detail swapped for the one that the message names ("what does a node developer make?", "and java?"),
 * or added to it ("and for seniors?"); or the message with the role that the earlier question names ("how do I become one?").
 * @returns nothing where the message says more than details
 */
export function completed(words: readonly Word[], before: readonly Word[], slots: Slots): Completed | undefined {
  const role = withRole(words, before);
  if (role) return { words: role, swapped: false, left: [] };
  const mentions = slots.find(words.map(word => word.text));
  const inMention = (at: number): boolean => mentions.some(mention => at >= mention.from && at < mention.to);
  if (mentions.length === 0 || words.some((word, at) => !FILLERS.has(word.text) && !inMention(at))) return undefined;
  let result = [...before];
  let swapped = true;
  const left: string[] = [];
  for (const mention of mentions) {
    const own = words.slice(mention.from, mention.to);
    const old = slots.find(result.map(word => word.text)).find(other => other.slot === mention.slot);
    if (old) {
      if (old.topic !== undefined) left.push(old.topic);
      const last = result[old.to - 1]!;
      const role = ROLES.has(last.text) && !own.some(word => ROLES.has(word.text)) ? [last] : [];
      result = [...result.slice(0, old.from), ...own, ...role, ...result.slice(old.to)];
    } else {
      swapped = false;
      const role = mention.slot === 'level' ? result.findIndex(word => ROLES.has(word.text)) : -1;
      const place = role < 0 ? result.length : role > 0 && result[role - 1]!.text === 'backend' ? role - 1 : role;
      result = [...result.slice(0, place), ...own, ...result.slice(place)];
    }
  }
  return { words: result, swapped, left };
}

/** Words before a "one" that is a person: "become one", "work as one". */
const BECOMING = new Set(['become', 'becoming', 'be', 'being', 'as']);
/** What such a one may be. */
const PEOPLE = new Set([
  ...ROLES,
  'tester',
  'testers',
  'architect',
  'architects',
  'analyst',
  'analysts',
  'freelancer',
  'freelancers',
]);

/** "how do I become one": the role stands in the place of "one", with the word before it ("backend developers"). */
function withRole(words: readonly Word[], before: readonly Word[]): Word[] | undefined {
  const one = words.findIndex(
    ({ text }, at) => text === 'one' && BECOMING.has(words[at - 1]?.text ?? '') && words[at + 1]?.text !== 'of',
  );
  const role = before.findLastIndex(word => PEOPLE.has(word.text));
  if (one < 0 || role < 0) return undefined;
  const kind = role > 0 && !FILLERS.has(before[role - 1]!.text) ? role - 1 : role;
  return [...words.slice(0, one), ...before.slice(kind, role + 1), ...words.slice(one + 1)];
}

/** The earlier question and the message together, the earlier one fainter. */
export function joined(words: readonly Word[], before: readonly Word[]): Word[] {
  return [...before.map(word => reweighed(word, Math.min(1, word.weight) * BEFORE)), ...words];
}
