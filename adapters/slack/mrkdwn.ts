import { escaped } from './escape.ts';

const INLINE =
  /`([^`\n]+)`|\[([^\]\n]+)\]\((https?:[^)\s]+)\)|\*\*([^*\n]+)\*\*|(?<![*\w])\*(?!\s)([^*\n]+)(?<!\s)\*(?![*\w])/g;

/** Bold, italic, code and links of the Markdown subset as Slack's mrkdwn; everything else is escaped. */
export function inline(text: string): string {
  let made = '';
  let from = 0;
  for (const match of text.matchAll(INLINE)) {
    const [all, code, label, url, bold, italic] = match;
    made += escaped(text.slice(from, match.index));
    if (code !== undefined) made += `\`${escaped(code)}\``;
    else if (label !== undefined && url !== undefined) made += link(label, url);
    else if (bold !== undefined) made += `*${inline(bold)}*`;
    else if (italic !== undefined) made += `_${inline(italic)}_`;
    from = match.index + all.length;
  }
  return made + escaped(text.slice(from));
}

/** Addresses that are longer are shown as their label alone: a link must fit into one block. */
const LONGEST_ADDRESS = 1000;

/** A link with its label, or the label alone where the address is none. */
export function link(label: string, url: string): string {
  if (url.length > LONGEST_ADDRESS || !/^https?:\/\/[^\s<>|]+$/.test(url)) return escaped(label);
  return `<${escaped(url)}|${escaped(label).replaceAll('|', '/')}>`;
}

/** The Markdown subset as mrkdwn, a list or paragraph each: they may stand in blocks of their own. */
export function paragraphs(markdown: string): string[] {
  const made: string[] = [];
  for (const paragraph of markdown.trim().split(/\n\s*\n/)) {
    let lines: string[] = [];
    let items = false;
    const flush = (): void => {
      if (lines.length > 0) made.push(lines.join('\n'));
      lines = [];
    };
    for (const line of paragraph.split('\n')) {
      const item = /^(\s*)(?:[-*]|(\d+)[.)])\s+(.*)$/.exec(line);
      if (item) {
        const indent = (item[1]?.length ?? 0) >= 2 ? '    ' : '';
        lines.push(`${indent}${item[2] === undefined ? '•' : `${item[2]}.`} ${inline(item[3] ?? '')}`);
        items = true;
        continue;
      }
      const text = inline(line.trim());
      if (items && !/^\s{2,}/.test(line)) {
        flush();
        items = false;
      }
      if (lines.length === 0) lines.push(text);
      else lines[lines.length - 1] = `${lines.at(-1)} ${text}`;
    }
    flush();
  }
  return joined(made);
}

/** A list stays with the line that announces it. */
function joined(chunks: readonly string[]): string[] {
  const made: string[] = [];
  for (const chunk of chunks) {
    const before = made.at(-1);
    if (before?.endsWith(':') && /^(?:•|\d+\.) /.test(chunk)) made[made.length - 1] = `${before}\n${chunk}`;
    else made.push(chunk);
  }
  return made;
}

const BREAKS = ['\n', '. ', ' '];

/** Pieces of mrkdwn up to a length, cut at lines, sentences or words; never inside of a link or an escaped character. */
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
  const head = text.slice(0, most);
  for (const mark of BREAKS) {
    for (let at = head.lastIndexOf(mark); at > most / 2; at = head.lastIndexOf(mark, at - 1))
      if (!insideLink(head, at)) return at + mark.length;
  }
  const open = Math.max(head.lastIndexOf('<') > head.lastIndexOf('>') ? head.lastIndexOf('<') : 0, openEntity(head));
  const at = open > 0 ? open : most;
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? '') && at > 1 ? at - 1 : at;
}

function insideLink(head: string, at: number): boolean {
  return head.lastIndexOf('<', at) > head.lastIndexOf('>', at);
}

function openEntity(head: string): number {
  const at = head.lastIndexOf('&');
  return at > head.length - 5 && !head.slice(at).includes(';') ? at : 0;
}
