import type { Block, FigureRow, Reply, Section } from '../../src/reply.ts';
import { type Look, markdown, PLAIN, styled, wrapped } from './markdown.ts';

/** A reply as text for a terminal: sections, then sources, then what can be picked next, numbered. */
export function render(reply: Reply, look: Look = PLAIN): string {
  const numbers = new Map(reply.sources.map((source, at) => [source.id, at + 1]));
  const offered = numbered(
    reply.next.map(next => next.label),
    look,
    reply.choices.length,
  );
  const listed = reply.sections.flatMap(({ blocks }) => blocks).find(block => offersAll(block, reply));
  const parts = reply.sections.map(section =>
    renderSection(section, block => (block === listed ? offered : renderBlock(block, numbers, look)), look),
  );
  if (reply.choices.length > 0)
    parts.push(
      numbered(
        reply.choices.map(choice => choice.label),
        look,
      ),
    );
  if (reply.sources.length > 0) parts.push(renderSources(reply, look));
  if (reply.next.length > 0 && !listed)
    parts.push(`${styled('bold', reply.kind === 'unknown' ? 'You could ask' : 'Next', look)}\n${offered}`);
  return parts.join('\n\n');
}

/** A list of just what can be picked next: numbered where it stands, it need not be shown twice. */
function offersAll(block: Block, { next }: Reply): boolean {
  return (
    block.type === 'list' &&
    next.length > 0 &&
    block.items.length === next.length &&
    block.items.every((item, at) => item === next[at]!.label)
  );
}

function renderSection(section: Section, shown: (block: Block) => string, look: Look): string {
  const title = section.title === '' ? [] : [wrapped(styled('bold', section.title, look), look)];
  return [...title, ...section.blocks.map(shown)].join('\n\n');
}

function renderBlock(block: Block, numbers: ReadonlyMap<string, number>, look: Look): string {
  switch (block.type) {
    case 'text':
      return markdown(block.text, look);
    case 'list':
      return block.items.map(item => wrapped(item.replaceAll('`', ''), look, '  • ', '    ')).join('\n');
    case 'figures': {
      const rows = block.rows.map(row => figure(row, numbers.get(row.source), look));
      const remark = block.remark === undefined ? [] : [wrapped(styled('italic', block.remark, look), look)];
      return [wrapped(styled('bold', block.title, look), look), ...rows, ...remark].join('\n');
    }
    case 'card': {
      const { card } = block;
      const lines: [string, string][] = [
        ['What', card.what],
        ['Why', card.why],
        ['Comes after', card.after.length > 0 ? card.after.join(', ') : 'nothing: you can start here'],
        ['Leads to', card.leadsTo.length > 0 ? card.leadsTo.join(', ') : 'the end of its branch'],
        ['Prove it', card.build],
      ];
      return lines
        .map(([label, text]) => wrapped(`${styled('bold', `${label}:`, look)} ${text}`, look, '  ', '    '))
        .join('\n');
    }
    case 'stages':
      return block.stages
        .map(stage => {
          const skills = stage.skills.map(skill =>
            wrapped(`${styled('cyan', skill.name, look)}: ${skill.why}`, look, '  • ', '    '),
          );
          return [wrapped(styled('bold', stage.title, look), look), ...skills].join('\n');
        })
        .join('\n\n');
  }
}

/** Two short lines a figure: who, where and when; then the number with its source. They read well on a narrow screen. */
function figure(row: FigureRow, number: number | undefined, look: Look): string {
  const source = number === undefined ? '' : ` ${styled('dim', `[${number}]`, look)}`;
  const head = wrapped(`${row.label} (${row.place}, ${row.when})`, look, '  • ', '    ');
  const note = row.note === undefined ? '' : styled('dim', ` ${row.note}`, look);
  const note2 = note === '' ? '' : `${styled('dim', ';', look)}${note}`;
  return `${head}\n${wrapped(`${styled('green', row.amount, look)}${note2}${source}`, look, '    ', '    ')}`;
}

function renderSources(reply: Reply, look: Look): string {
  const lines = reply.sources.map((source, at) => {
    const year = source.year === null ? 'undated' : String(source.year);
    const dated =
      source.label.includes(year) || /undated/.test(source.label) ? source.label : `${source.label}, ${year}`;
    return wrapped(
      styled('dim', `[${at + 1}] ${dated}${source.url ? ` ${source.url}` : ''}`, look),
      look,
      '  ',
      '      ',
    );
  });
  const reviewed = reply.reviewed === undefined ? '' : styled('dim', ` (answer reviewed ${reply.reviewed})`, look);
  return `${wrapped(`${styled('bold', 'Sources', look)}${reviewed}`, look)}\n${lines.join('\n')}`;
}

/** "1  Label" lines; the numbers go on after `from`. */
function numbered(labels: readonly string[], look: Look, from = 0): string {
  return labels
    .map((label, at) => wrapped(`${styled('cyan', String(from + at + 1), look)}  ${label}`, look, '  ', '     '))
    .join('\n');
}
