/** Makes text harmless in mrkdwn: no mention, link or channel can hide in it (docs.slack.dev/messaging/formatting-message-text). */
export function escaped(text: string): string {
  return clean(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * What somebody wrote, as plain text: Slack sends `&`, `<` and `>` escaped, and mentions, channels and links between angle brackets.
 * @param self id of the bot's user, whose mention is left out
 */
export function readable(text: string, self?: string): string {
  return text
    .replace(/<([^<>]*)>/g, (_, inside: string) => marked(inside, self))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function marked(inside: string, self: string | undefined): string {
  const [target = '', label = ''] = inside.split('|');
  if (target.startsWith('@')) return target.slice(1) === self ? ' ' : label === '' ? 'somebody' : label;
  if (target.startsWith('#')) return label;
  if (target.startsWith('!')) return label.replace(/^@/, '');
  return label === '' ? target : label;
}

/** Whether a message mentions the bot. */
export function mentions(text: string, self: string): boolean {
  return text.includes(`<@${self}>`) || text.includes(`<@${self}|`);
}

/** Text cut to a length, with a sign that it was. Never cuts a character in two. */
export function cut(text: string, most: number): string {
  const all = clean(text);
  if (all.length <= most) return all;
  const short = all.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${short.trimEnd()}…`;
}

/** Text without control characters and halves of characters, which no screen shows. */
function clean(text: string): string {
  return text.replace(/\p{Cs}|[^\P{Cc}\n]/gu, ' ');
}
