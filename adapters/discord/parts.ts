import type { Block, FigureRow, Reply, Section, SkillCard, SourceNote } from '../../src/reply.ts';
import { remembered } from '../remembered.ts';
import { cut, escaped } from './markdown/escape.ts';
import { inline, link, paragraphs, pieces } from './markdown/markdown.ts';

/** A part of a page, in Discord's Markdown. It is never cut. */
export interface Part {
  readonly text: string;
  /** it belongs to what follows */
  readonly heading?: true;
  /** it follows without an empty line */
  readonly close?: true;
}

/** Characters of one part: three of the largest fill a page. */
const LONGEST_PART = 1200;

export function parts(markdown: string): Part[] {
  return pieces(markdown, LONGEST_PART).map(text => ({ text }));
}

const partsOfText = remembered((markdown): readonly Part[] => paragraphs(markdown).flatMap(parts));

/** The title of a reply: that of its first section. */
export function titleOf(reply: Reply): string {
  return reply.sections[0]?.title ?? '';
}

/** The parts of a reply that hold the answer itself, in order. The first section's title stands above them all. */
export function bodyOf(reply: Reply): Part[] {
  const numbers = new Map(reply.sources.map((source, at) => [source.id, at + 1]));
  return reply.sections.flatMap((section, at) => [
    ...(at === 0 ? [] : headingOf(section)),
    ...section.blocks.flatMap(block => partsOf(block, numbers)),
  ]);
}

function headingOf({ title }: Section): Part[] {
  const text = escaped(cut(title, 250));
  return text === '' ? [] : [{ text: `## ${text}`, heading: true }];
}

function partsOf(block: Block, numbers: ReadonlyMap<string, number>): readonly Part[] {
  switch (block.type) {
    case 'text':
      return partsOfText(block.text);
    case 'list':
      return parts(block.items.map(item => `- ${inline(line(item))}`).join('\n'));
    case 'card':
      return cardParts(block.card);
    case 'stages':
      return block.stages.flatMap(stage => {
        const skills = stage.skills.map(skill => `- **${escaped(line(skill.name))}**: ${inline(line(skill.why))}`);
        return parts([`**${escaped(line(stage.title))}**`, ...skills].join('\n'));
      });
    case 'figures':
      return [
        { text: `### ${escaped(cut(block.title, 250))}`, heading: true },
        ...block.rows.map((row): Part => ({ text: figure(row, numbers.get(row.source)) })),
        ...(block.remark === undefined || block.remark.trim() === '' ? [] : parts(inline(line(block.remark)))),
      ];
  }
}

function cardParts(card: SkillCard): Part[] {
  const after = card.after.length > 0 ? card.after.join(', ') : 'nothing: you can start here';
  const leadsTo = card.leadsTo.length > 0 ? card.leadsTo.join(', ') : 'the end of its branch';
  return [
    ...parts(`**What:** ${inline(line(card.what))}`),
    ...parts(`**Why:** ${inline(line(card.why))}`),
    ...parts(`**Comes after:** ${escaped(line(after))}\n**Leads to:** ${escaped(line(leadsTo))}`),
    ...parts(`**Prove it:** ${inline(line(card.build))}`),
  ];
}

/** A figure as a block of three short lines with a bar at its side: a table would not fit on a phone. */
function figure(row: FigureRow, number: number | undefined): string {
  const source = number === undefined ? '' : ` (source ${number})`;
  const note =
    row.note === undefined || row.note.trim() === '' ? [] : [`> *${inline(cut(row.note, 250)).replaceAll('*', '')}*`];
  return [
    `> **${escaped(cut(row.amount, 200))}**${source}`,
    `> ${escaped(cut(row.label, 200))}`,
    `> ${escaped(cut(`${row.place}, ${row.when}`, 150))}`,
    ...note,
  ].join('\n');
}

/** Sources with years and links, a line each. */
export function sourceLines(sources: readonly SourceNote[]): string[] {
  return sources.map((source, at) => {
    const label = cut(source.label, 200);
    const name = source.url === undefined ? escaped(label) : link(label, source.url);
    const year = source.year === null ? 'undated' : String(source.year);
    return `${at + 1}. ${name}${label.includes(year) ? '' : `, ${year}`}`;
  });
}

function line(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').trim();
}
