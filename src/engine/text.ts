import { stemmer } from 'stemmer';

/** Contractions with or without their apostrophe; what people leave out on a phone must mean the same. */
const CONTRACTIONS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:can't|cant|cannot)\b/g, 'can not'],
  [/\b(?:won't|wont)\b/g, 'will not'],
  [/\b(do|does|did|is|are|was|were|has|have|had|should|would|could|must)n'?t\b/g, '$1 not'],
  [/\bain'?t\b/g, 'is not'],
  [/\b(?:i'm|im)\b/g, 'i am'],
  [/\b(?:i've|ive)\b/g, 'i have'],
  [/\b(you|we|they|who)'re\b/g, '$1 are'],
  [/\b(you|we|they|who|would|could|should)'ve\b/g, '$1 have'],
  [/\b(i|you|we|they|he|she|it|that)'ll\b/g, '$1 will'],
  [/\b(i|you|we|they|he|she|it|that)'d\b/g, '$1 would'],
  [/\b(what|how|who|where|when|that|there|it|he|she|here)'s\b/g, '$1 is'],
  [/\b(what|how|who|where|that)s\b/g, '$1 is'],
  [/\blet'?s\b/g, 'let us'],
  [/\b(\p{L}+)'s\b/gu, '$1'],
];

/**
 * Names that hold a sign, as one word each: c++, c#, f#, node.js, .net, ci/cd.
 * Everything else that is not a letter or a digit ends a word.
 */
const WORD = /\p{L}[\p{L}\p{M}\p{N}]*(?:\+\+|#)?|\p{N}+[\p{L}\p{M}\p{N}]*/gu;
const NAMES_WITH_SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\b(\p{L}+)\.js\b/gu, '$1js'],
  [/(?<![\p{L}\p{N}])\.net\b/gu, 'dotnet'],
  [/\basp\.net\b/g, 'aspnet'],
  [/\bsocket\.io\b/g, 'socketio'],
  [/\bboot\.dev\b/g, 'bootdev'],
  [/\bci\s?[/&+]\s?cd\b/g, 'cicd'],
  [/\btcp\/ip\b/g, 'tcpip'],
  [/\bpub\/sub\b/g, 'pubsub'],
  [/\bnet\/http\b/g, 'nethttp'],
  [/\bn\+1\b/g, 'nplusone'],
];

/**
 * Splits a text into the words that the matcher sees: NFKC, lower case, straight quotes, contractions written out.
 * @param text any text, any length; the caller bounds it
 * @returns lower-case words in order; empty for a text without letters and digits
 */
export function tokenize(text: string): string[] {
  let plain = text.normalize('NFKC').toLowerCase().replace(/[’‘`´ʼ]/g, "'");
  for (const [pattern, replacement] of CONTRACTIONS) plain = plain.replace(pattern, replacement);
  for (const [pattern, replacement] of NAMES_WITH_SIGNS) plain = plain.replace(pattern, replacement);
  return plain.match(WORD) ?? [];
}

const stems = new Map<string, string>();
const MOST_STEMS = 50_000;

/** The Porter stem of an English word (package `stemmer`), cached; words with other letters or digits stand as they are. */
export function stem(word: string): string {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const made = /^[a-z]+$/.test(word) ? stemmer(word) : word;
  if (stems.size >= MOST_STEMS) stems.clear();
  stems.set(word, made);
  return made;
}
