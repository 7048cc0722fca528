import { styleText } from 'node:util';
import { wrapAnsi } from 'fast-wrap-ansi';

/** How the terminal shows text: with colour or plain, wrapped to a width in columns. */
export interface Look {
  readonly colour: boolean;
  /** columns; Infinity for no wrapping */
  readonly width: number;
}

export const PLAIN: Look = { colour: false, width: Number.POSITIVE_INFINITY };

type Style = 'bold' | 'italic' | 'dim' | 'cyan' | 'underline' | 'green' | 'yellow';

export function styled(style: Style, text: string, look: Look): string {
  return look.colour ? styleText(style, text, { validateStream: false }) : text;
}

/** Wraps text to the look's width, every line indented, those after the first a little further where `hang` says so. */
export function wrapped(text: string, look: Look, indent = '', hang = indent): string {
  const width = look.width - hang.length;
  const lines = Number.isFinite(width)
    ? wrapAnsi(text, Math.max(20, width), { hard: false }).split('\n')
    : text.split('\n');
  return lines.map((line, at) => (at === 0 ? indent : hang) + line).join('\n');
}

/** The Markdown subset of answers as lines for a terminal. */
export function markdown(text: string, look: Look): string {
  const blocks: string[] = [];
  for (const paragraph of text.trim().split(/\n{2,}/)) {
    const lines: string[] = [];
    let running: string[] = [];
    const flush = (): void => {
      if (running.length > 0) lines.push(wrapped(inline(running.join(' '), look), look));
      running = [];
    };
    for (const line of paragraph.split('\n')) {
      const item = /^\s*(?:[-*]|(\d+)[.)])\s+(.*)$/.exec(line);
      if (!item) {
        const open = lines.at(-1);
        if (running.length === 0 && open !== undefined && /^\s{2,}/.test(line))
          lines[lines.length - 1] = `${open} ${inline(line.trim(), look)}`;
        else running.push(line.trim());
        continue;
      }
      flush();
      const mark = item[1] === undefined ? '• ' : `${item[1]}. `;
      lines.push(wrapped(inline(item[2] ?? '', look), look, `  ${mark}`, ' '.repeat(mark.length + 2)));
    }
    flush();
    blocks.push(lines.join('\n'));
  }
  return blocks.join('\n\n');
}

/** Bold, italic, code and links of one line. Without colour the marks go and the text stays. */
export function inline(text: string, look: Look): string {
  return text
    .replace(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, (_, label: string, url: string) =>
      label === url ? url : `${label} (${styled('underline', url, look)})`,
    )
    .replace(/\*\*([^*]+)\*\*/g, (_, bold: string) => styled('bold', bold, look))
    .replace(/(?<![*\w])\*(?!\s)([^*\n]+)(?<!\s)\*(?![*\w])/g, (_, italic: string) => styled('italic', italic, look))
    .replace(/`([^`]+)`/g, (_, code: string) => styled('cyan', code, look));
}
