/** Stands behind a sign that would otherwise call somebody; nobody sees it and screen readers skip it. */
const GAP = '\u200b';

/** Takes the power to call people, roles and channels from a text, and shows it as it was written. */
export function withoutMentions(text: string): string {
  return text.replace(/@(?=everyone|here)/gi, `@${GAP}`).replace(/<(?=[@#!:/a-z])/gi, `<${GAP}`);
}

/** A text as it was written: no sign in it has a meaning for Discord. Addresses stay whole, so that they can be clicked. */
export function escaped(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>()[\]*`|]+)/)
    .map((part, at) =>
      at % 2 === 1
        ? part
        : withoutMentions(
            part.replace(/[\\*_`~]|\|(?=\|)|(?<=\|)\|/g, sign => `\\${sign}`).replace(/\](?=\()/g, ']\\'),
          ),
    )
    .join('');
}

/** A word that would turn the line that it begins into a heading, a quotation or a list. */
const LINE_SIGN = /^(#{1,3}|-#|>{1,3}|[-+]|\d+[.)])$/;

/** The first word of a line, without the meaning that it has there. It must be escaped otherwise. */
export function asFirstWord(word: string): string {
  if (!LINE_SIGN.test(word)) return word.replace(/^>/, '\\>');
  return /^\d/.test(word) ? `${word.slice(0, -1)}\\${word.slice(-1)}` : `\\${word}`;
}

/** A text in one line, no longer than `most`, cut between words where that is possible. */
export function cut(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const whole = line.slice(0, most - 1);
  const space = whole.lastIndexOf(' ');
  const kept = space > most / 2 ? whole.slice(0, space) : withoutHalf(whole);
  return `${kept.trimEnd()}…`;
}

/** A text without the first half of a pair of surrogates at its end. */
export function withoutHalf(text: string): string {
  return /[\uD800-\uDBFF]$/.test(text) ? text.slice(0, -1) : text;
}
