import { tokenize } from '../engine/text.ts';
import type { Reply } from '../reply.ts';

/** Whose words the journal keeps: nobody's; of what was not answered or was voted down; all. */
export const TEXT_KEPT = ['none', 'misses', 'all'] as const;
export type TextKept = (typeof TEXT_KEPT)[number];

/** Equal questions of one kind, as they were asked without getting an answer, or with one that did not help. */
export interface Miss {
  /** the same for the same words, see `questionKey` */
  readonly key: string;
  readonly text: string;
  /** the command it was asked with; mostly `ask` */
  readonly command: string;
  /** how often nothing was known */
  readonly unknown: number;
  /** how often a choice was offered and nothing was picked */
  readonly unpicked: number;
  /** how often the program failed */
  readonly failed: number;
  /** votes against the answer */
  readonly down: number;
  /** how often it was asked in all */
  readonly count: number;
  /** milliseconds since 1970 */
  readonly first: number;
  readonly last: number;
  /** the entry that came nearest; empty where none did */
  readonly nearest: string;
}

/** Whether a reply leaves its asker without an answer for now. A hand-off is the help that the bot has; its words are nobody's business. */
export function isMiss(reply: Pick<Reply, 'kind' | 'handoff'>): boolean {
  return reply.handoff === undefined && (reply.kind === 'unknown' || reply.kind === 'choices');
}

/** What makes two questions the same: their words, not their case and signs. Empty for a text without words. */
export function questionWords(command: string, text: string): string {
  const words = tokenize(text).join(' ');
  return words === '' ? '' : `${command}\0${words}`;
}
