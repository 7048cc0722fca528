/** A part of a message: a sentence, or one of two questions joined by "and". */
export interface Segment {
  readonly text: string;
  /** it asks something: a question mark, or a beginning like "how do I" */
  readonly asks: boolean;
}

const STARTERS =
  'am|how|what|which|when|where|why|who|whose|should|shall|can|could|do|does|did|is|are|was|will|would|may';
const ASKS = new RegExp(
  `^(?:(?:and|but|so|also|or|then|now|ok|okay|well|hi|hey|hello|please|pls|actually|anyway|btw)[\\s,]+)*(?:${STARTERS}|any (?:advice|tips|idea|suggestions|recommendations)|advice|tell me|explain|recommend|suggest|help me|need (?:advice|help)|looking for|i want to know|i would like to know|wondering|wanna know)\\b`,
  'iu',
);
const INDIRECT =
  /\b(?:how (?:do|can|should|to)|should i|what (?:should|can|do|would)|is it (?:worth|possible|ok|okay|too|better|normal|hard)|(?:wondering|know|wonder|understand|sure|tell me) (?:if|whether|how|what|which|when|where|why)|any (?:advice|tips|suggestions|ideas|recommendations)|worth it)\b/iu;
/** Where one question ends and the next begins within a sentence: "…, and how", "…, what", "… + do", "… and also", "… and about". */
const JOINED = new RegExp(
  `(?:,\\s*|\\s+)(?:and|also|plus|&|\\+|then)\\s+(?:also\\s+|then\\s+)?(?=(?:${STARTERS}|about|if|tell me|help me|explain)\\b)|,\\s+(?=(?:${STARTERS})\\b)|,?\\s+(?:and also|also)\\s+`,
  'giu',
);

/** Code blocks, addresses and quoted lines say nothing about a career. */
const NOISE = /```[\s\S]*?(?:```|$(?![\s\S]))|`[^`\n]*`(?=\s*`)|https?:\/\/\S+|^>.*$/gmu;

/** Whether a message may hold words that none of its parts holds: code, addresses, quoted lines. */
export function hidesWords(text: string): boolean {
  return /[`>]|https?:/u.test(text);
}

/**
 * Cuts a message into sentences, and sentences into the questions they join ("what does it pay, and how do I start?").
 * @param text a message of any length; the caller bounds it
 * @returns the parts in order, without empty ones
 */
export function segments(text: string): Segment[] {
  const plain = text.replace(NOISE, ' ');
  const result: Segment[] = [];
  for (const sentence of plain.split(/(?<=[.?!…;])\s+|\n+/u)) {
    const parts = sentence.split(JOINED).map(part => part.trim());
    for (const [at, part] of parts.entries()) {
      if (!/[\p{L}\p{N}]/u.test(part)) continue;
      const asks =
        part.endsWith('?') ||
        (at === parts.length - 1 && sentence.trim().endsWith('?')) ||
        ASKS.test(part) ||
        INDIRECT.test(part);
      result.push({ text: part, asks });
    }
  }
  return result;
}
