/** Shorter values are not looked for: they would be found inside ordinary words. */
const SHORTEST = 6;
const HIDDEN = '[hidden]';

/** What secrets look like, for those that were never configured: tokens of replies, tickets of sockets, another bot's token in an error. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  // Slack: docs.slack.dev/authentication/tokens
  [/\bx(?:ox[a-z]|app)-[\w-]{6,}/gi, HIDDEN],
  // Discord: id, time and signature in base64
  [/\b[\w-]{23,30}\.[\w-]{5,8}\.[\w-]{25,}/g, HIDDEN],
  // With these anybody may answer in the bot's name for a while.
  [/(\/(?:webhooks|interactions)\/\d+\/)[\w-]{20,}/g, `$1${HIDDEN}`],
  [/(\bhooks\.slack\.com\/)[^\s"'\\<>]+/g, `$1${HIDDEN}`],
  [/\b(Bearer|Bot|Basic)\s+(?=[A-Za-z._~+/-]*\d)[\w.~+/=-]{16,}/g, `$1 ${HIDDEN}`],
  // A password in an address, such as that of a database.
  [/(\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s:@/"'\\]{0,200}:)[^\s@/"'\\]{1,500}(?=@)/gi, `$1${HIDDEN}`],
  [/([?&](?:ticket|token|secret|key|password|signature)=)[^&\s"'\\]+/gi, `$1${HIDDEN}`],
];

/**
 * Hides secrets in text, wherever they stand: in a message, an error, a stack, deep inside an object that was written as JSON.
 * @param secrets the values that are configured; each is also found as JSON and addresses write it
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  const forms = secrets
    .filter(secret => secret.length >= SHORTEST)
    .flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  // The longest first: one secret may begin with another.
  const values = [...new Set(forms)].sort((a, b) => b.length - a.length).map(escaped);
  const known = values.length > 0 ? new RegExp(values.join('|'), 'g') : undefined;
  return text => {
    let shown = known ? text.replace(known, HIDDEN) : text;
    for (const [shape, instead] of SHAPES) shown = shown.replace(shape, instead);
    return shown;
  };
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
