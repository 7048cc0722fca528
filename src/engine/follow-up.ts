import type { Word } from './features.ts';
import type { Slots } from './slots.ts';

/** Words at the beginning that carry a conversation on. */
const OPENERS = new Set(['and', 'also', 'then', 'but', 'or', 'ok', 'okay', 'so', 'plus', 'what', 'how', 'same']);
/** Words that point back. */
const POINTERS = new Set(['it', 'its', 'that', 'this', 'they', 'them', 'their', 'those', 'these', 'there', 'one', 'ones', 'he', 'she']);
/** Words without a topic of their own. */
const FILLERS = new Set(
  'and also then but or ok okay so plus what how about for in as of with the a an to same is are was do does did can could should would will if i you we he she it its that this they them their those these there one ones which please pls now not no yes more much many my your me be am any some even instead only just really actually mean'.split(
    ' ',
  ),
);

/** Does the message lean on the turn before it? */
export function leansBack(words: readonly Word[]): boolean {
  if (words.length === 0 || words.length > 14) return false;
  const first = words[0]!.text;
  const second = words[1]?.text;
  if (OPENERS.has(first) && first !== 'what' && first !== 'how') return true;
  if ((first === 'what' || first === 'how') && (second === 'about' || second === 'if')) return true;
  if (words.some(word => POINTERS.has(word.text))) return true;
  return words.filter(word => !FILLERS.has(word.text)).length <= 2;
}

/** A reading of a follow-up, with what it takes from the turn before filled in. */
export interface Reading {
  readonly words: readonly Word[];
  readonly how: 'swapped' | 'joined';
}

/** Words of the turn before count less than what is asked now. */
const BEFORE = 0.5;

/**
 * Readings of a message that leans on the turn before it:
 * the earlier question with a detail swapped ("what does node pay?", "and java?" → "what does java pay?"), and both together.
 */
export function readings(words: readonly Word[], before: readonly Word[], slots: Slots): Reading[] {
  const result: Reading[] = [];
  const mentions = slots.find(words.map(word => word.text));
  const rest = words.filter((word, at) => !FILLERS.has(word.text) && !mentions.some(mention => at >= mention.from && at < mention.to));
  if (mentions.length > 0 && rest.length === 0) {
    let swapped = [...before];
    for (const mention of mentions) {
      const own = words.slice(mention.from, mention.to);
      const old = slots.find(swapped.map(word => word.text)).find(other => other.slot === mention.slot);
      if (old) swapped = [...swapped.slice(0, old.from), ...own, ...swapped.slice(old.to)];
      else swapped = [...swapped, ...own];
    }
    result.push({ words: swapped, how: 'swapped' });
  }
  const faint = before.map(word => ({ ...word, weight: word.weight * BEFORE }));
  result.push({ words: [...faint, ...words], how: 'joined' });
  return result;
}
