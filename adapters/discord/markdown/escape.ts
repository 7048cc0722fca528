/** An empty character that no screen shows: it breaks a mention without changing how it reads. */
const NOTHING = '\u200b';

/** Makes text harmless in Discord's Markdown: no mention, link, emoji, timestamp or formatting can hide in it (docs: reference, "Message Formatting"). */
export function escaped(text: string): string {
  return clean(text)
    .replace(/[\\`*_~|[\]<>]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/@/g, `@${NOTHING}`)
    .replace(/^(\s*)(-#|#{1,3}|[-+])(?=\s)/gm, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/gm, '$1\\$2');
}

/** Text for places without Markdown, such as the label of a button. */
export function label(text: string, most: number): string {
  return cut(text.replace(/\[([^\]\n]+)\]\(https?:[^)\s]+\)/g, '$1').replace(/@/g, `@${NOTHING}`), most);
}

/** Text in one line, cut to a length at a word, with a sign that it was. Never cuts a character in two. */
export function cut(text: string, most: number): string {
  const all = clean(text).replace(/\s+/g, ' ').trim();
  if (all.length <= most) return all;
  const short = all.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  const word = short.lastIndexOf(' ');
  return `${(word > most / 2 ? short.slice(0, word) : short).trimEnd()}…`;
}

/** Text without control characters and halves of characters, which no screen shows. */
export function clean(text: string): string {
  return text.replace(/\p{Cs}|[^\P{Cc}\n]/gu, ' ');
}

/**
 * What somebody wrote, as plain text: mentions, channels, emoji and timestamps stand between angle brackets.
 * @param self id of the bot's user, whose mention is left out
 */
export function readable(text: string, self?: string): string {
  return text
    .replace(/<@[!&]?(\d+)>/g, (_, id: string) => (id === self ? ' ' : 'somebody'))
    .replace(/<#\d+>|<a?:\w+:\d+>|<t:-?\d+(?::\w)?>|<\/[^:>]+:\d+>/g, ' ')
    .replace(/@(everyone|here)\b/g, '$1')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** Whether a message names the bot itself, not only everybody. */
export function mentions(text: string, self: string): boolean {
  return text.includes(`<@${self}>`) || text.includes(`<@!${self}>`);
}
