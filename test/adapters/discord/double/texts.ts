import type { Note } from './checking.ts';

/** Where text stands: whether links with a label are rendered there, and who may be named there. */
export interface TextRules {
  readonly links: boolean;
  /** ids that may stand in a mention; `allowed_mentions` decides who is called */
  readonly named: ReadonlySet<string>;
}

const MASKED_LINK = /\[[^\]\n]+\]\(<?https?:[^)\s]+\)/;

/** What people would see: a ping that nobody meant, or a link that stands there as source. */
export function checkText(text: string, rules: TextRules, where: string, note: Note): void {
  if (/(?<!\\)@(everyone|here)\b/.test(text)) note(`${where}: an unescaped @everyone or @here`);
  for (const [all, id = ''] of text.matchAll(/(?<!\\)<@[!&]?(\d+)>/g))
    if (!rules.named.has(id)) note(`${where}: an unescaped mention ${all}`);
  if (!rules.links && MASKED_LINK.test(text)) note(`${where}: a masked link is not rendered here`);
  if (/\bundefined\b|\[object Object\]|\bNaN\b/.test(text))
    note(`${where}: something that is no text: ${text.slice(0, 80)}`);
}
