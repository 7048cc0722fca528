import type { types } from '@slack/bolt';
import type { Block, FigureRow, Reply, Section, SkillCard, SourceNote } from '../../src/reply.ts';
import { remembered } from '../remembered.ts';
import { cut, escaped } from './escape.ts';
import { LIMITS } from './limits.ts';
import { inline, link, paragraphs, pieces } from './mrkdwn.ts';

export type SlackBlock = types.KnownBlock;

export function header(text: string): SlackBlock {
  return { type: 'header', text: { type: 'plain_text', text: cut(text, LIMITS.header) } };
}

/** Text as sections; more than one where it is too long for one. */
export function sections(mrkdwn: string): SlackBlock[] {
  return pieces(mrkdwn, LIMITS.sectionText).map(text => ({ type: 'section', text: { type: 'mrkdwn', text } }));
}

export function context(mrkdwn: string): SlackBlock[] {
  const elements = pieces(mrkdwn, LIMITS.contextText).map(text => ({ type: 'mrkdwn' as const, text }));
  return elements.length === 0 ? [] : [{ type: 'context', elements: elements.slice(0, LIMITS.contextElements) }];
}

const sectionsOfText = remembered((markdown): readonly SlackBlock[] => paragraphs(markdown).flatMap(sections));

/** The blocks of a reply that hold the answer itself, in order. */
export function bodyOf(reply: Reply): SlackBlock[] {
  const numbers = new Map(reply.sources.map((source, at) => [source.id, at + 1]));
  return reply.sections.flatMap(section => sectionBlocks(section, numbers));
}

function sectionBlocks(section: Section, numbers: ReadonlyMap<string, number>): SlackBlock[] {
  const title = cut(section.title, LIMITS.header).trim();
  return [...(title === '' ? [] : [header(title)]), ...section.blocks.flatMap(block => blockOf(block, numbers))];
}

function blockOf(block: Block, numbers: ReadonlyMap<string, number>): readonly SlackBlock[] {
  switch (block.type) {
    case 'text':
      return sectionsOfText(block.text);
    case 'list':
      return sections(block.items.map(item => `• ${inline(item)}`).join('\n'));
    case 'card':
      return cardBlocks(block.card);
    case 'stages':
      return block.stages.flatMap(stage => {
        const skills = stage.skills.map(skill => `• *${escaped(skill.name)}*: ${inline(skill.why)}`);
        return sections([`*${escaped(stage.title)}*`, ...skills].join('\n'));
      });
    case 'figures':
      return [
        ...sections(`*${escaped(block.title)}*`),
        ...figureBlocks(block.rows, numbers),
        ...(block.remark === undefined ? [] : sections(`_${inline(block.remark.replaceAll('\n', ' '))}_`)),
      ];
  }
}

function cardBlocks(card: SkillCard): SlackBlock[] {
  const after = card.after.length > 0 ? card.after.join(', ') : 'nothing: you can start here';
  const leadsTo = card.leadsTo.length > 0 ? card.leadsTo.join(', ') : 'the end of its branch';
  return [
    ...sections(`*What:* ${inline(card.what)}`),
    ...sections(`*Why:* ${inline(card.why)}`),
    ...sections(`*Comes after:* ${escaped(after)}\n*Leads to:* ${escaped(leadsTo)}`),
    ...sections(`*Prove it:* ${inline(card.build)}`),
  ];
}

/** Characters of one figure: ten of them must fit into a message beside everything else. */
const LONGEST_FIGURE = 700;

/** Figures as fields, side by side on a wide screen and below each other on a phone. */
function figureBlocks(rows: readonly FigureRow[], numbers: ReadonlyMap<string, number>): SlackBlock[] {
  const fields = rows.map(row => {
    const [text = '…'] = pieces(figure(row, numbers.get(row.source)), LONGEST_FIGURE);
    return { type: 'mrkdwn' as const, text };
  });
  const blocks: SlackBlock[] = [];
  for (let at = 0; at < fields.length; at += LIMITS.fields)
    blocks.push({ type: 'section', fields: fields.slice(at, at + LIMITS.fields) });
  return blocks;
}

function figure(row: FigureRow, number: number | undefined): string {
  const source = number === undefined ? '' : ` [${number}]`;
  const note = row.note === undefined ? '' : `\n_${inline(cut(row.note, 400))}_`;
  const label = escaped(cut(row.label, 300));
  const place = escaped(cut(`${row.place}, ${row.when}`, 300));
  return `${label} (${place})\n*${escaped(cut(row.amount, 300))}*${source}${note}`;
}

/** Sources and years, and when the answer was last looked at. */
export function sourceBlocks(sources: readonly SourceNote[], reviewed: string | undefined): SlackBlock[] {
  const lines = sources.map((source, at) => {
    const label = cut(source.label, 200);
    const name = source.url === undefined ? escaped(label) : link(label, source.url);
    const year = source.year === null ? 'undated' : String(source.year);
    return `[${at + 1}] ${name}${label.includes(year) ? '' : `, ${year}`}`;
  });
  const parts = [
    ...(lines.length > 0
      ? [`*${lines.length === 1 ? 'Source' : 'Sources'}:* ${lines.length === 1 ? '' : '\n'}${lines.join('\n')}`]
      : []),
    ...(reviewed === undefined ? [] : [`Answer reviewed ${escaped(reviewed)}`]),
  ];
  return context(parts.join('\n'));
}
