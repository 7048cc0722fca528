import { asFirstWord, escaped, withoutHalf, withoutMentions } from './escape.ts';

/** A word, or a part of one, with what the Markdown subset says of it. */
interface Word {
  readonly text: string;
  readonly style: 'plain' | 'bold' | 'italic' | 'code';
  readonly url?: string;
  /** no space stands before it */
  readonly glued: boolean;
}

/** Longer addresses are left out: a reply must not fill up with one link. */
const LONGEST_ADDRESS = 512;

const MARKED = /\[([^\]\n]+)\]\((https?:\/\/[^)\s]+)\)|\*\*([^*\n]+)\*\*|(?<![*\w])\*([^*\n]+)\*(?![*\w])|`([^`\n]+)`/g;

/** One line of the Markdown subset as Discord's Markdown, nothing in it but bold, italic, code and links. */
export function inline(text: string): string {
  return written(wordsOf(text));
}

/**
 * One line of the Markdown subset as pieces of Discord's Markdown that can stand alone, each no longer than `most`.
 * It is cut between words, and inside a word only where that word alone is too long.
 */
export function inlinePieces(text: string, most: number): string[] {
  const whole = inline(text);
  if (whole.length <= most) return whole === '' ? [] : [whole];
  const pieces: Word[][] = [[]];
  let length = 0;
  for (const word of wordsOf(text).flatMap(each => shortWords(each, most))) {
    const cost = written([word]).length + 1;
    if (length + cost > most && length > 0) {
      pieces.push([]);
      length = 0;
    }
    pieces.at(-1)!.push(word);
    length += cost;
  }
  return pieces.map(written).filter(piece => piece !== '');
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let from = 0;
  let open = false;
  const add = (part: string, style: Word['style'], url?: string): void => {
    const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(part) ?? [];
    if (inner !== '')
      for (const [at, word] of inner.split(/\s+/).entries())
        words.push({
          text: word,
          style,
          glued: at === 0 && before === '' && open,
          ...(url === undefined ? {} : { url }),
        });
    if (part !== '') open = after === '' && inner !== '';
  };
  for (const match of text.matchAll(MARKED)) {
    const [all, label, url, bold, italic, code] = match;
    add(text.slice(from, match.index), 'plain');
    if (label !== undefined && url !== undefined) add(label, 'plain', url.length > LONGEST_ADDRESS ? undefined : url);
    else if (bold !== undefined) add(bold, 'bold');
    else if (italic !== undefined) add(italic, 'italic');
    else add(code ?? '', 'code');
    from = match.index + all.length;
  }
  add(text.slice(from), 'plain');
  return words;
}

function shortWords(word: Word, most: number): Word[] {
  // Every sign can become two or three when it is escaped.
  const longest = Math.max(1, Math.floor((most - (word.url?.length ?? 0) - 16) / 3));
  if (word.text.length <= longest) return [word];
  const parts: Word[] = [];
  for (let from = 0; from < word.text.length; ) {
    const text = withoutHalf(word.text.slice(from, from + longest));
    parts.push({ ...word, text: text === '' ? word.text.slice(from, from + 2) : text, glued: from > 0 || word.glued });
    from += parts.at(-1)!.text.length;
  }
  return parts;
}

/** Words beside each other with the same look share their signs. */
function written(words: readonly Word[]): string {
  let line = '';
  for (let from = 0; from < words.length; ) {
    const first = words[from]!;
    let to = from + 1;
    while (to < words.length && words[to]!.style === first.style && words[to]!.url === first.url) to += 1;
    const text = words
      .slice(from, to)
      .map((word, at) => (at === 0 || word.glued ? word.text : ` ${word.text}`))
      .join('');
    line += `${line === '' || first.glued ? '' : ' '}${marked(first, text)}`;
    from = to;
  }
  const space = line.indexOf(' ');
  return space === -1 ? asFirstWord(line) : asFirstWord(line.slice(0, space)) + line.slice(space);
}

function marked({ style, url }: Word, text: string): string {
  if (url !== undefined) {
    const address = url.replaceAll('(', '%28').replaceAll(')', '%29');
    return text === url || /^https?:/.test(text) ? address : `[${escaped(text.replace(/[[\]]/g, ''))}](${address})`;
  }
  if (style === 'code') return `\`${withoutMentions(text)}\``;
  if (style === 'bold') return `**${escaped(text)}**`;
  if (style === 'italic') return `*${escaped(text)}*`;
  return escaped(text);
}

/** A paragraph or an item of a list, still in the Markdown subset. */
export interface Line {
  /** what stands before it: nothing, "- " or "1. " */
  readonly mark: string;
  readonly text: string;
  /** it follows the line before it without an empty line */
  readonly tight: boolean;
}

/** The Markdown subset as paragraphs and items; lines that only wrap are joined, because Discord keeps every line break. */
export function linesOf(text: string): Line[] {
  const lines: { mark: string; text: string; tight: boolean }[] = [];
  for (const paragraph of text.replaceAll('\r', '').split(/\n\s*\n/)) {
    let tight = false;
    for (const line of paragraph.split('\n')) {
      const item = /^\s*(?:[-*]|(\d{1,3})[.)])\s+(.*)$/.exec(line);
      const open = lines.at(-1);
      if (item) lines.push({ mark: item[1] === undefined ? '- ' : `${item[1]}. `, text: item[2] ?? '', tight });
      else if (line.trim() === '') continue;
      else if (tight && open && (open.mark === '' || /^\s{2,}/.test(line))) open.text = `${open.text} ${line.trim()}`;
      else lines.push({ mark: '', text: line.trim(), tight });
      tight = true;
    }
  }
  return lines.filter(line => line.text.trim() !== '');
}
