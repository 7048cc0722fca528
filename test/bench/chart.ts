import type { Results } from './report.ts';
import { figure } from './report.ts';

const WIDTH = 960;
const LEFT = 190;
const RIGHT = 70;
const BAR = 18;
const INK = '#24292f';
const FAINT = '#8c959f';
const OURS = '#1a7f5a';
const THEIRS = '#9fb3c8';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const text = (x: number, y: number, content: string, more = ''): string =>
  `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" ${more}>${escaped(content)}</text>`;
const isOurs = (name: string): boolean => name.startsWith('Signpost');

interface Panel {
  readonly height: number;
  readonly content: string;
}

/** One bar a contestant: the full bar is the share right on clean questions, the mark the same with typos. */
function bars(title: string, rows: readonly { name: string; top1: number; typos: number }[]): Panel {
  const span = WIDTH - LEFT - RIGHT;
  const lines = rows.map(({ name, top1, typos }, at) => {
    const y = 34 + at * (BAR + 6);
    const mark = LEFT + (span * typos) / 100;
    return [
      text(LEFT - 8, y + 13, name, 'text-anchor="end"'),
      `<rect x="${LEFT}" y="${y}" width="${((span * top1) / 100).toFixed(1)}" height="${BAR}" rx="2" fill="${isOurs(name) ? OURS : THEIRS}"/>`,
      `<line x1="${mark.toFixed(1)}" x2="${mark.toFixed(1)}" y1="${y - 1}" y2="${y + BAR + 1}" stroke="${INK}" stroke-width="2"/>`,
      text(LEFT + (span * Math.max(top1, typos)) / 100 + 8, y + 13, `${top1.toFixed(1)} / ${typos.toFixed(1)}`),
    ].join('');
  });
  return {
    height: 34 + rows.length * (BAR + 6) + 22,
    content: [text(0, 18, title, 'class="title"'), ...lines].join('\n'),
  };
}

/** Time against size, both logarithmic, one line a contestant. */
function curves(speed: Results['speed']): Panel {
  const height = 360;
  const top = 40;
  const bottom = height - 40;
  const right = WIDTH - 200;
  const sizes = speed.map(({ alternates }) => alternates);
  const all = speed.flatMap(({ rows }) => rows.map(row => row.p50)).filter(value => value > 0);
  const low = Math.floor(Math.log10(Math.min(...all)));
  const high = Math.ceil(Math.log10(Math.max(...all)));
  const x = (size: number): number =>
    60 + ((Math.log10(size) - Math.log10(sizes[0]!)) / Math.log10(sizes.at(-1)! / sizes[0]! || 10)) * (right - 60);
  const y = (time: number): number => bottom - ((Math.log10(time) - low) / (high - low)) * (bottom - top);
  const grid = Array.from({ length: high - low + 1 }, (_, at) => {
    const time = 10 ** (low + at);
    return `<line x1="60" x2="${right}" y1="${y(time).toFixed(1)}" y2="${y(time).toFixed(1)}" stroke="#d0d7de"/>${text(52, y(time) + 4, `${time >= 1 ? time.toLocaleString('en-GB') : time} ms`, 'text-anchor="end"')}`;
  });
  const marks = sizes.map(size => text(x(size), bottom + 20, size.toLocaleString('en-GB'), 'text-anchor="middle"'));
  const names = [...new Set(speed.flatMap(({ rows }) => rows.map(row => row.name)))];
  const ends: { name: string; at: number; label: string; from: number; to: number }[] = [];
  const lines = names.map(name => {
    const points = speed.flatMap(({ alternates, rows }) => {
      const row = rows.find(each => each.name === name);
      return row ? [{ x: x(alternates), y: y(row.p50), p50: row.p50, alternates }] : [];
    });
    const last = points.at(-1)!;
    // A line that ends early says where.
    const where = last.alternates === sizes.at(-1) ? '' : ` at ${last.alternates.toLocaleString('en-GB')}`;
    ends.push({ name, at: last.y, from: last.x, to: last.y, label: `${name} ${figure(last.p50)}${where}` });
    const colour = isOurs(name) ? OURS : FAINT;
    const path = points
      .map((point, at) => `${at === 0 ? 'M' : 'L'}${point.x.toFixed(1)} ${point.y.toFixed(1)}`)
      .join('');
    const dots = points.map(
      point => `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3" fill="${colour}"/>`,
    );
    return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${isOurs(name) ? 3 : 1.5}"/>${dots.join('')}`;
  });
  // Names beside the ends of their lines, moved apart where they would overlap.
  ends.sort((a, b) => a.at - b.at);
  for (const [place, end] of ends.entries()) end.at = Math.max(end.at, (ends[place - 1]?.at ?? 0) + 15);
  const labels = ends.map(
    ({ at, from, to, label }) =>
      `<line x1="${(from + 4).toFixed(1)}" y1="${to.toFixed(1)}" x2="${right + 8}" y2="${at.toFixed(1)}" stroke="#d0d7de"/>${text(right + 12, at + 4, label)}`,
  );
  const title = text(0, 18, 'Milliseconds a question (median) by number of alternates, logarithmic', 'class="title"');
  return { height, content: [title, ...grid, ...marks, ...labels, ...lines].join('\n') };
}

/** The results as a picture (SVG). */
export function chart(results: Results): string {
  const panels = [
    ...results.accuracy.map(({ set, rows }) =>
      bars(`${set.name}: wanted entry first, % (bar: as written; mark: with typos)`, rows),
    ),
    ...(results.speed.length > 0 ? [curves(results.speed)] : []),
  ];
  let y = 20;
  const parts = panels.map(({ height, content }) => {
    const part = `<g transform="translate(20 ${y})">\n${content}\n</g>`;
    y += height;
    return part;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH + 40}" height="${y}" viewBox="0 0 ${WIDTH + 40} ${y}" font-family="system-ui, sans-serif" font-size="12" fill="${INK}">
<title>Accuracy and time of the matcher beside other libraries</title>
<style>.title { font-size: 15px; font-weight: 600 }</style>
<rect width="100%" height="100%" fill="#ffffff"/>
${parts.join('\n')}
</svg>
`;
}
