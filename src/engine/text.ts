import { stemmer } from 'stemmer';
import { byPiece, byWord, LONGEST } from './by-word.ts';

/**
 * What ends a word is everything that is not a letter or a digit, but for an apostrophe inside a word
 * and for names that hold a sign: c++, c#, node.js, .net, ci/cd.
 */
const WORD =
  /(?<![\p{L}\p{N}])\.net\b|asp\.net\b|socket\.io\b|boot\.dev\b|ci\s?[/&+]\s?cd\b|tcp\/ip\b|pub\/sub\b|net\/http\b|n\+1\b|\p{L}+\.js\b|\p{L}[\p{L}\p{M}\p{N}]*(?:'\p{L}+)*(?:\+\+|#)?|\p{N}+[\p{L}\p{M}\p{N}]*/gu;

/** Contractions that are written with or without their apostrophe; what people leave out on a phone must mean the same. */
const CONTRACTIONS = new Map<string, readonly string[]>([
  ["can't", ['can', 'not']],
  ['cant', ['can', 'not']],
  ['cannot', ['can', 'not']],
  ["won't", ['will', 'not']],
  ['wont', ['will', 'not']],
  ["ain't", ['is', 'not']],
  ['aint', ['is', 'not']],
  ['im', ['i', 'am']],
  ['ive', ['i', 'have']],
  ["let's", ['let', 'us']],
  ['lets', ['let', 'us']],
  ...[
    'do',
    'does',
    'did',
    'is',
    'are',
    'was',
    'were',
    'has',
    'have',
    'had',
    'should',
    'would',
    'could',
    'must',
  ].flatMap((verb): [string, string[]][] => [
    [`${verb}n't`, [verb, 'not']],
    [`${verb}nt`, [verb, 'not']],
  ]),
  ...['what', 'how', 'who', 'where', 'that'].map((word): [string, string[]] => [`${word}s`, [word, 'is']]),
]);
/** What an apostrophe and the letters behind it stand for; a possessive stands for nothing. */
const ENDINGS = new Map([
  ['m', 'am'],
  ['re', 'are'],
  ['ve', 'have'],
  ['ll', 'will'],
  ['d', 'would'],
]);
const WITH_IS = new Set(['what', 'how', 'who', 'where', 'when', 'that', 'there', 'it', 'he', 'she', 'here']);
const SIGNS = new Map([['.net', 'dotnet']]);

/**
 * Splits a text into the words that the matcher sees: NFKC, lower case, straight quotes, contractions written out.
 * @param text any text, any length; the caller bounds it
 * @returns lower-case words in order; empty for a text without letters and digits
 */
export function tokenize(text: string): string[] {
  const words: string[] = [];
  for (const found of pieces(text)) {
    const written = writeOut(found);
    for (let at = 0; at < written.length; at++) words.push(written[at]!);
  }
  return words;
}

/** What stands between spaces and signs, before `writeOut` makes words of it. */
export function pieces(text: string): readonly string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'");
  return plain.match(WORD) ?? [];
}

/** The words of a piece: two of a contraction. What is too long for a word stays in one, so that no part of it is remembered. */
export const writeOut = byPiece((found): readonly string[] =>
  found.length > LONGEST ? [found] : (CONTRACTIONS.get(found) ?? withoutQuote(found) ?? [withoutSigns(found)]),
);

/** "what's" is "what is", "dev's" is "dev"; nothing for a word without an apostrophe. */
function withoutQuote(found: string): string[] | undefined {
  const quote = found.indexOf("'");
  if (quote <= 0) return undefined;
  const before = found.slice(0, quote);
  const ending = found.slice(quote + 1);
  const meaning = ENDINGS.get(ending) ?? (ending === 's' && WITH_IS.has(before) ? 'is' : undefined);
  if (meaning !== undefined) return [before, meaning];
  return ending === 's' || ending === '' ? [before] : [before, ending];
}

function withoutSigns(found: string): string {
  if (!/[./&+\s]/.test(found) || found.endsWith('++')) return found;
  return SIGNS.get(found) ?? found.replace(/[./&\s]|\+(?!\+)/g, '');
}

/** The Porter stem of an English word (package `stemmer`); words with other letters or digits stand as they are. */
export const stem = byWord(word => (/^[a-z]+$/.test(word) ? stemmer(word) : word));
