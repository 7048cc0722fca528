import type { Piece } from './pieces.ts';

/**
 * Lays pieces on as few pages as they need, in order. A heading stays with what it is the heading of.
 * @param most characters of a page; every piece must be shorter
 * @returns at least one page
 */
export function pagesOf(pieces: readonly Piece[], most: number): string[] {
  const pages: string[] = [];
  let page = '';
  for (const [at, piece] of pieces.entries()) {
    const added = (page === '' ? '' : piece.tight ? '\n' : '\n\n') + piece.text;
    const next = piece.heading ? (pieces[at + 1]?.text.length ?? 0) + 2 : 0;
    if (page !== '' && page.length + added.length + next > most) {
      pages.push(page);
      page = piece.text;
    } else page += added;
  }
  return page === '' && pages.length > 0 ? pages : [...pages, page];
}
