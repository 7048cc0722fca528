const LONGEST = 60;
/** Nobody reads on behind this, and the patterns below need not either. */
const LOOKED_AT = 500;

const LABELLED = /\[([^\]]*)\]\([^)]*\)?/g;
/** Signs, and control characters, that mean something in the Markdown of one of the platforms, as mentions there, or in the quotes themselves. */
const SIGNS = /[\p{C}\p{Z}\s`*~|<>[\]\\@"“”]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu;
const ADDRESSES = /\(?[\p{L}\p{N}+.-]*:\/\/\S*|\bwww\.\S*|\bmailto:\S*/giu;

/**
 * What somebody typed, in quotation marks, as a reply may say it back on every platform:
 * one line of plain words, up to 60 characters, in which nothing can be clicked, is formatted or calls anybody.
 */
export function quote(typed: string): string {
  const words = typed
    .slice(0, LOOKED_AT)
    .replace(LABELLED, ' $1 ')
    .replace(SIGNS, ' ')
    .replace(ADDRESSES, '(link)')
    .replace(/ +/g, ' ')
    .trim();
  const letters = [...words];
  const short =
    letters.length <= LONGEST
      ? words
      : `${letters
          .slice(0, LONGEST - 1)
          .join('')
          .trimEnd()}…`;
  return `"${short === '' ? '…' : short}"`;
}
