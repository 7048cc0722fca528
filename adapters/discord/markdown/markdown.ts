import { escaped } from './escape.ts';

const INLINE =
  /`([^`\n]+)`|\[([^\]\n]+)\]\((https?:[^)\s]+)\)|\*\*([^*\n]+)\*\*|(?<![*\w])\*(?!\s)([^*\n]+)(?<!\s)\*(?![*\w])/g;

/** Bold, italic, code and links of the Markdown subset as Discord's; everything else is escaped. */
export function inline(text: string): string {
  let made = '';
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, code, label, url, bold, italic] = match;
    made += escaped(text.slice(from, match.index));
    if (code !== undefined) made += codeOf(code);
    else if (label !== undefined && url !== undefined) made += link(label, url);
    else if (bold !== undefined) made += `**${escaped(bold)}**`;
    else if (italic !== undefined) made += `*${escaped(italic)}*`;
    from = match.index + all.length;
  }
  return made + escaped(text.slice(from));
}

/** Nothing is escaped between backticks; a mention there calls nobody, yet it is broken all the same. */
function codeOf(code: string): string {
  return `\`${code
    .replace(/[\p{Cc}\p{Cs}]/gu, ' ')
    .replace(/@/g, '@\u200b')
    .replace(/</g, '<\u200b')}\``;
}

/** Addresses that are longer are shown as their label alone: a line of sources must fit into one field. */
const LONGEST_ADDRESS = 500;

/** A link with its label, or the label alone where the address is none. */
export function link(label: string, url: string): string {
  if (url.length > LONGEST_ADDRESS || !/^https?:\/\/[^\s<>()[\]\\`*|@]+$/.test(url)) return escaped(label);
  return `[${escaped(label)}](${url})`;
}

/** Rendered text for a message without embeds, where a link is shown with its address instead of behind its label. */
export function unmasked(text: string): string {
  return text.replace(/\[((?:\\.|[^\]\\\n])+)\]\((https?:[^)\s]+)\)/g, '$1 <$2>');
}

/** The Markdown subset in chunks that may stand on pages of their own: paragraphs, and lists with the line that announces them. */
export function paragraphs(markdown: string): string[] {
  const made: string[] = [];
  for (const paragraph of markdown.trim().split(/\n\s*\n/)) {
    const lines: string[] = [];
    let items = false;
    for (const line of paragraph.split('\n')) {
      const item = /^(\s*)(?:[-*]|(\d+)[.)])\s+(.*)$/.exec(line);
      if (item) {
        const indent = (item[1]?.length ?? 0) >= 2 ? '  ' : '';
        lines.push(`${indent}${item[2] === undefined ? '-' : `${item[2]}.`} ${inline(item[3] ?? '')}`);
        items = true;
        continue;
      }
      const text = inline(line.trim());
      const last = lines.at(-1);
      if (last === undefined || (items && !/^\s{2,}/.test(line))) lines.push(text);
      else lines[lines.length - 1] = `${last} ${text}`;
    }
    const chunk = lines.join('\n');
    const before = made.at(-1);
    // A list stays with the line that announces it.
    if (before?.endsWith(':') && /^(?:- |\d+\. )/.test(chunk)) made[made.length - 1] = `${before}\n${chunk}`;
    else if (chunk.trim() !== '') made.push(chunk);
  }
  return made;
}

const BREAKS = ['\n', '. ', ' '];

/** Pieces of rendered text up to a length, cut at lines, sentences or words; never inside of a link, a formatted part or an escaped character. */
export function pieces(text: string, most: number): string[] {
  const made: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = breakBefore(rest, most);
    made.push(rest.slice(0, at).trimEnd());
    rest = rest.slice(at).trimStart();
  }
  return [...made, rest].filter(piece => piece.trim() !== '');
}

function breakBefore(text: string, most: number): number {
  const closed = outside(text, most);
  for (const mark of BREAKS)
    for (let at = text.lastIndexOf(mark, most - mark.length); at > most / 2; at = text.lastIndexOf(mark, at - 1))
      if (closed(at) && closed(at + mark.length)) return at + mark.length;
  for (let at = most; at > most / 2; at -= 1)
    if (closed(at) && !/[\uD800-\uDBFF\\]/.test(text[at - 1] ?? '')) return at;
  return /[\uD800-\uDBFF]/.test(text[most - 1] ?? '') ? most - 1 : most;
}

/** The parts that must stay whole, among the first characters of a text. */
const WHOLE =
  /<https?:[^>\s]+>|`[^`\n]+`|\[(?:\\.|[^\]\\\n])+\]\(https?:[^)\s]+\)|\*\*(?:\\.|[^*\\\n])+\*\*|\*(?:\\.|[^*\\\n])+\*|\\./g;

/** @returns whether a text may be cut before a place, for all places up to a length */
function outside(text: string, most: number): (at: number) => boolean {
  const inside = new Uint8Array(most + 1);
  for (const match of text.slice(0, most * 2).matchAll(WHOLE))
    inside.fill(1, match.index + 1, Math.max(match.index + 1, match.index + match[0].length));
  return at => inside[at] !== 1;
}
