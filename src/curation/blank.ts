/** Names that hold digits and say nothing about a person; every other word with a digit is blanked. */
const NAMES_WITH_DIGITS = new Set(
  'k8s k3s s3 ec2 http2 http3 oauth2 utf8 i18n l10n a11y o11y log4j neo4j web3 p2p b2b b2c e2e h2 d3 md5 sha1 sha256 base64 ipv4 ipv6 x86 arm64 python2 python3 vue3 es6 g2g f2f'.split(
    ' ',
  ),
);
/** Names that look like an address and are none. */
const NAMES_WITH_DOTS = /^(?:[\p{L}\p{N}]+\.js|(?:asp|vb|ado|ml)\.net|socket\.io|boot\.dev|roadmap\.sh|levels\.fyi)$/iu;

/** Longest text that is kept, in characters: a question fits, a life story does not. It is below the limit of a line of the knowledge. */
export const LONGEST_TEXT = 500;
/** Of longer messages only the beginning is looked at. */
const LONGEST_READ = 4000;

/** What a platform writes for people, channels, groups and its own pictures. */
const CALLS = /<[@#!:a][^<>]{0,200}>/giu;
const LINKS = /<[a-z][a-z0-9+.-]{0,30}:[^<>\s]*>|\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s<>]+|\bwww\.[^\s<>]+/giu;
const MAIL = /[^\s<>()[\],;:]{1,100}@[^\s<>()[\],;]{1,100}/gu;
const HOSTS = /(?<![\p{L}\p{N}_-])(?:[\p{L}\p{N}_-]+\.)+\p{L}{2,24}(?::\p{N}+)?(?:[/?#][^\s<>]*)?/gu;
const PEOPLE = /(?<![\p{L}\p{N}])@[\p{L}\p{N}_.-]+|[\p{L}\p{N}_.-]+#\p{N}{4}(?!\p{N})/gu;
/** A phone number, a date or a sum may have spaces and signs between its digits. */
const NUMBERS = /(?<![\p{L}\p{M}\p{N}_])[+(]*\p{N}[\p{N}\s().,:/+_-]*\p{N}(?![\p{L}\p{M}\p{N}])/gu;
const WORDS_WITH_DIGITS = /[\p{L}\p{M}\p{N}_]*\p{N}[\p{L}\p{M}\p{N}_]*/gu;

/** What stands in the place of something that was blanked. */
export const BLANKS = ['[person]', '[address]', '[number]'] as const;

/**
 * Takes out of a message what may tell who wrote it: mentions, e-mail and web addresses, phone numbers and all other numbers.
 * Names of people in plain words cannot be told from other words and stay.
 * @returns one line of at most 500 characters; applied twice it changes nothing more
 */
export function blank(message: string): string {
  const text = oneLine(message)
    .replace(CALLS, ' [person] ')
    .replace(LINKS, ' [address] ')
    .replace(MAIL, found => (found.startsWith('@') ? found : ' [address] '))
    .replace(PEOPLE, ' [person] ')
    .replace(HOSTS, found => (NAMES_WITH_DOTS.test(found) ? found : ' [address] '))
    .replace(NUMBERS, ' [number] ')
    .replace(WORDS_WITH_DIGITS, word => (NAMES_WITH_DIGITS.has(word.toLowerCase()) ? word : ' [number] '));
  return cut(
    text
      .replace(/\s+/g, ' ')
      .replace(/\] (?=[?!.,;:](?:\s|$))/g, ']')
      .trim(),
  );
}

/** A message as it is kept in full: one line, whole characters only, at most 500 of them. */
export function whole(message: string): string {
  return cut(oneLine(message).replace(/\s+/g, ' ').trim());
}

/** Without what stands in the place of something blanked: the words that people who ask the same would use. */
export function withoutBlanks(text: string): string {
  return BLANKS.reduce((rest, mark) => rest.replaceAll(mark, ' '), text)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[?!.,;:](?:\s|$))/g, '')
    .trim();
}

/** Half characters and control characters, which databases refuse, are replaced. */
function oneLine(message: string): string {
  return message
    .slice(0, LONGEST_READ)
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/[\p{Cs}\p{Cn}]/gu, '\uFFFD');
}

function cut(text: string): string {
  const letters = [...text];
  return letters.length <= LONGEST_TEXT
    ? text
    : `${letters
        .slice(0, LONGEST_TEXT - 1)
        .join('')
        .trimEnd()}…`;
}
