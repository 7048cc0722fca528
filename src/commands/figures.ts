import type { SlotMention } from '../engine/slots.ts';
import type { Figure } from '../knowledge/knowledge.ts';
import type { Block, FigureRow } from '../reply.ts';

/** Rows of one table; more are behind the pay command. */
const MOST_ROWS = 12;
/** Entries that say how to read pay figures: over all, by level, by technology. Knowledge without them works too. */
export const OVERVIEW = 'salary-overview';
export const BY_LEVEL = 'salary-by-level';
export const BY_STACK = 'salary-by-stack';

/** General figures that stand beside a single one. */
const MOST_BESIDE = 4;
const NUMBER = new Intl.NumberFormat('en-GB');

/** A figure as a row that never shows a number without whose it is, where, when and how sure. */
export function figureRow(figure: Figure): FigureRow {
  const notes = [
    figure.standing === 'outdated' ? 'old' : figure.standing === 'unsupported' ? 'no source given' : undefined,
    figure.sample === undefined ? undefined : `${NUMBER.format(figure.sample)} answers`,
    figure.note,
  ].filter(note => note !== undefined);
  return {
    label: figure.label,
    place: figure.place === 'not said' ? 'place not said' : figure.place,
    when: figure.year === undefined ? 'undated' : String(figure.year),
    amount: amount(figure),
    source: figure.source,
    ...(notes.length > 0 ? { note: notes.join('; ') } : {}),
  };
}

/** "$133,080 median, $79,850 to $211,450 (10th to 90th percentile)". */
export function amount(figure: Figure): string {
  const number = (value: number): string => withUnit(value, figure);
  const parts: string[] = [];
  if (figure.median !== undefined) parts.push(`${number(figure.median)} median`);
  if (figure.average !== undefined) parts.push(`${number(figure.average)} average`);
  if (figure.value !== undefined) parts.push(number(figure.value));
  const { low, high, open = false } = figure;
  if (low !== undefined && high !== undefined) {
    parts.push(`${number(low)} to ${open ? 'over ' : ''}${number(high)}${figure.spread ? ` (${figure.spread})` : ''}`);
  } else if (low !== undefined) parts.push(`${open ? 'over ' : 'from '}${number(low)}`);
  else if (high !== undefined) parts.push(`up to ${number(high)}`);
  const unit = figure.kind === 'pay' && figure.unit !== 'per year' ? ` ${figure.unit}` : '';
  return parts.join(', ') + unit;
}

function withUnit(value: number, figure: Figure): string {
  const plain = NUMBER.format(value);
  if (figure.kind === 'pay') return figure.currency === 'USD' ? `$${plain}` : `${figure.currency} ${plain}`;
  if (figure.unit === 'percent') return `${plain}%`;
  return `${plain} ${figure.unit}`;
}

/** Figures that fit the details of a question best; all of them where it holds none. */
export function fitting(figures: readonly Figure[], mentions: readonly SlotMention[]): Figure[] {
  const wanted = {
    level: mentions.filter(mention => mention.slot === 'level').map(mention => mention.id),
    stack: mentions.filter(mention => mention.slot === 'stack').map(mention => mention.id),
    place: mentions.filter(mention => mention.slot === 'place').map(mention => mention.id),
  };
  const closeness = (figure: Figure): number => {
    let points = 0;
    if (figure.level?.some(level => wanted.level.includes(level))) points += 1;
    if (figure.stack?.some(stack => wanted.stack.includes(stack))) points += 2;
    if (wanted.place.includes(figure.place)) points += 2;
    return points;
  };
  const best = figures.filter(figure => closeness(figure) > 0);
  return best.length > 0 ? best.sort((a, b) => closeness(b) - closeness(a)) : [...figures];
}

/**
 * Pay figures with company: a single one would look like the truth, so the general figures of the same level and place stand beside it,
 * or any general ones where there are none and it is undated.
 * @param chosen what fits the details of a question
 * @param all every figure there is
 */
export function inCompany(
  chosen: readonly Figure[],
  all: readonly Figure[],
  mentions: readonly SlotMention[],
): readonly Figure[] {
  const [single] = chosen;
  if (!single || chosen.length > 1 || single.kind !== 'pay') return chosen;
  const undated = single.year === undefined;
  if (mentions.length === 0 && !undated) return chosen;
  const wanted = (slot: SlotMention['slot']): string[] =>
    mentions.filter(mention => mention.slot === slot).map(mention => mention.id);
  const [levels, places] = [wanted('level'), wanted('place')];
  const general = all.filter(
    figure =>
      figure !== single &&
      figure.kind === 'pay' &&
      !figure.stack &&
      figure.standing === undefined &&
      figure.topics?.some(topic => topic === OVERVIEW || topic === BY_LEVEL),
  );
  const same = general.filter(
    figure =>
      (levels.length === 0 ? !figure.level : figure.level?.some(level => levels.includes(level))) &&
      (places.length === 0 || places.includes(figure.place)),
  );
  const beside = same.length > 0 || !undated ? same : general;
  return [single, ...beside.slice(0, MOST_BESIDE)];
}

/**
 * A table of figures, sources side by side, with a remark on how far they can be trusted.
 * @returns nothing where there is no figure
 */
export function figuresBlock(figures: readonly Figure[]): Block | undefined {
  if (figures.length === 0) return undefined;
  const shown = figures.slice(0, MOST_ROWS);
  const pay = shown.filter(figure => figure.kind === 'pay');
  const remarks: string[] = [];
  if (pay.length > 1) {
    const middles = pay.map(
      figure =>
        figure.median ?? figure.average ?? figure.value ?? ((figure.low ?? 0) + (figure.high ?? figure.low ?? 0)) / 2,
    );
    if (Math.max(...middles) > 1.2 * Math.min(...middles)) {
      remarks.push(
        'These sources do not agree: they count different people, places and years, so none of them is the salary.',
      );
    }
  }
  const undated = shown.filter(figure => figure.year === undefined).length;
  if (undated > 0)
    remarks.push(
      `${shown.length === 1 ? 'It is' : undated === 1 ? 'One of them is' : `${undated} of them are`} undated, without a place or a source of its own: read with care.`,
    );
  const old = shown.filter(figure => figure.standing === 'outdated').length;
  if (old > 0) remarks.push('Those marked old are there for comparison only.');
  if (shown.some(figure => figure.source.startsWith('stackoverflow')))
    remarks.push('Survey figures are self-reported by volunteers.');
  if (figures.length > shown.length)
    remarks.push(`${figures.length - shown.length} more: ask for pay with a level, a technology or a country.`);
  return {
    type: 'figures',
    title: pay.length === shown.length ? 'What the sources say, before tax' : 'Figures',
    rows: shown.map(figureRow),
    ...(remarks.length > 0 ? { remark: remarks.join(' ') } : {}),
  };
}
