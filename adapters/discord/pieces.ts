import type { Block, FigureRow, Reply, Section, SourceNote } from '../../src/reply.ts';
import { cut, escaped } from './escape.ts';
import { inline, inlinePieces, linesOf } from './markdown.ts';

/** A part of a message in Discord's Markdown that is never cut. */
export interface Piece {
  readonly text: string;
  /** it follows the piece before it without an empty line */
  readonly tight: boolean;
  /** it must not be the last one of a page */
  readonly heading: boolean;
}

/** A piece is at most this long; a longer paragraph becomes several. */
export const LONGEST_PIECE = 1200;
const LONGEST_TITLE = 200;

/**
 * A reply from its title to its sources, in order.
 * @param commands names of the commands: lists that explain one show it with Discord's slash
 */
export function piecesOf(reply: Reply, commands: readonly string[]): Piece[] {
  const numbers = new Map(reply.sources.map((source, at) => [source.id, at + 1]));
  return [
    ...reply.sections.flatMap(section => sectionPieces(section, numbers, commands)),
    ...sourcePieces(reply.sources, reply.reviewed),
  ];
}

function sectionPieces(section: Section, numbers: ReadonlyMap<string, number>, commands: readonly string[]): Piece[] {
  const title = cut(section.title, LONGEST_TITLE);
  const head = title === '' ? [] : [heading(`### ${escaped(title)}`)];
  // Discord's headings bring their own space.
  const body = section.blocks.flatMap(block => blockPieces(block, numbers, commands));
  return head.length === 0
    ? body
    : [...head, ...body.map((piece, at) => (at === 0 ? { ...piece, tight: true } : piece))];
}

function blockPieces(block: Block, numbers: ReadonlyMap<string, number>, commands: readonly string[]): Piece[] {
  switch (block.type) {
    case 'text':
      return linesOf(block.text).flatMap(line => paragraph(line.text, line.mark, line.tight));
    case 'list':
      return block.items.flatMap((item, at) => paragraph(withSlash(item, commands), '- ', at > 0));
    case 'figures':
      return [
        heading(`**${escaped(cut(block.title, LONGEST_TITLE))}**`),
        ...block.rows.flatMap(row => figure(row, numbers.get(row.source))),
        ...(block.remark === undefined ? [] : paragraph(block.remark, '', false)),
      ];
    case 'card': {
      const { card } = block;
      return [
        ...paragraph(`**What:** ${card.what}`, '', false),
        ...paragraph(`**Why:** ${card.why}`, '', false),
        ...paragraph(`**Comes after:** ${card.after.join(', ') || 'nothing: you can start here'}`, '', false),
        ...paragraph(`**Leads to:** ${card.leadsTo.join(', ') || 'the end of its branch'}`, '', true),
        ...paragraph(`**Prove it:** ${card.build}`, '', false),
      ];
    }
    case 'stages':
      return block.stages.flatMap(stage => [
        heading(`**${escaped(cut(stage.title, LONGEST_TITLE))}**`),
        ...stage.skills.flatMap(skill => paragraph(`**${skill.name}**: ${skill.why}`, '- ', true)),
      ]);
  }
}

/** One line a figure: whose, where and when, then the number, which stands out; it wraps well on a phone. */
function figure(row: FigureRow, number: number | undefined): Piece[] {
  const note = row.note === undefined ? '' : `; ${inline(cut(row.note, 300))}`;
  const source = number === undefined ? '' : ` [${number}]`;
  const whose = escaped(`${cut(row.label, 200)} (${cut(row.place, 100)}, ${cut(row.when, 50)})`);
  return [tight(`- ${whose}: **${escaped(cut(row.amount, 200))}**${note}${source}`)];
}

function sourcePieces(sources: readonly SourceNote[], reviewed: string | undefined): Piece[] {
  const lines = sources.map((source, at) => {
    const label = cut(source.label, 200);
    const year = source.year === null ? 'undated' : String(source.year);
    const name = source.url === undefined ? escaped(label) : inline(`[${label.replace(/[[\]]/g, '')}](${source.url})`);
    return tight(`-# [${at + 1}] ${name}${label.includes(year) ? '' : `, ${year}`}`);
  });
  const dated = reviewed === undefined ? [] : [tight(`-# Answer reviewed ${escaped(cut(reviewed, 40))}`)];
  if (lines.length === 0) return dated.map(piece => ({ ...piece, tight: false }));
  return [heading('**Sources**'), ...lines, ...dated];
}

function paragraph(text: string, mark: string, isTight: boolean): Piece[] {
  return inlinePieces(text.replace(/\s+/g, ' ').trim(), LONGEST_PIECE - mark.length).map((piece, at) => ({
    text: at === 0 ? `${mark}${piece}` : piece,
    tight: at === 0 ? isTight : true,
    heading: false,
  }));
}

const heading = (text: string): Piece => ({ text, tight: false, heading: true });
const tight = (text: string): Piece => ({ text, tight: true, heading: false });

/** "`pay senior`: figures" is how it is typed in a terminal; in Discord the command begins with a slash. */
function withSlash(item: string, commands: readonly string[]): string {
  const name = /^`(\w+)(?=[ `])/.exec(item)?.[1];
  return name !== undefined && commands.includes(name) ? `\`/${item.slice(1)}` : item;
}
