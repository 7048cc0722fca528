import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function files(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap(name => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return files(path);
    return path.endsWith('.ts') ? [path] : [];
  });
}

interface Import {
  readonly from: string;
  /** path inside the project, or the name of a package */
  readonly to: string;
  readonly local: boolean;
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\b[^;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s*['"]([^'"]+)['"]/g;

function imports(path: string): Import[] {
  const text = readFileSync(join(root, path), 'utf8');
  return [...text.matchAll(IMPORT)].map(match => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    const local = target.startsWith('.');
    return { from: path, to: local ? relative(root, normalize(join(root, dirname(path), target))) : target, local };
  });
}

const source = files('src');
const doors = files('adapters');
const everything = [...source, ...doors].flatMap(imports);
const shown = (list: readonly Import[]): string[] => list.map(each => `${each.from} → ${each.to}`);

/** Source as the compiler sees it; the regular expressions in this file are no match for a parser, but texts and comments they must not trip over. */
function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:])\/\/.*$/gm, '$1')
    .replace(/'[^'\n]*'/g, "''");
}

describe('the house', () => {
  test('src never imports adapters', () => {
    expect(shown(everything.filter(each => each.from.startsWith('src/') && each.to.startsWith('adapters/')))).toEqual(
      [],
    );
  });

  test('adapters never import each other; what stands directly in adapters/ they share', () => {
    const room = (path: string): string => path.split('/')[1] ?? '';
    const shared = (path: string): boolean => path.split('/').length === 2 && path !== 'adapters/main.ts';
    const crossing = everything.filter(
      each =>
        each.from.startsWith('adapters/') &&
        each.to.startsWith('adapters/') &&
        each.from !== 'adapters/main.ts' &&
        !shared(each.to) &&
        room(each.from) !== room(each.to),
    );
    expect(shown(crossing)).toEqual([]);
  });

  test('an adapter enters src through advisor.ts and reply.ts only; main.ts alone may see more', () => {
    const allowed = ['src/advisor.ts', 'src/reply.ts'];
    const others = everything.filter(
      each =>
        each.from.startsWith('adapters/') &&
        each.from !== 'adapters/main.ts' &&
        each.to.startsWith('src/') &&
        !allowed.includes(each.to),
    );
    expect(shown(others)).toEqual([]);
  });

  test('only src/io touches the world', () => {
    const pure = source.filter(path => !path.startsWith('src/io/'));
    const worldly =
      /\bnode:|\bprocess\.|\bDate\.now|\bnew Date\b|\bsetTimeout|\bsetInterval|\bsetImmediate|\bMath\.random|\bperformance\.|\bfetch\(|\bconsole\./;
    const found = pure.flatMap(path => {
      const lines = readFileSync(join(root, path), 'utf8').split('\n');
      return lines.flatMap((line, at) => (worldly.test(line) ? [`${path}:${at + 1}: ${line.trim()}`] : []));
    });
    expect(found).toEqual([]);
  });

  test('src/io is entered by main.ts alone', () => {
    const others = everything.filter(
      each => each.to.startsWith('src/io/') && each.from !== 'adapters/main.ts' && !each.from.startsWith('src/io/'),
    );
    expect(shown(others)).toEqual([]);
  });

  test('the rooms depend on each other in one direction: engine ← knowledge ← commands ← advisor ← curation', () => {
    const order = [
      'src/engine/',
      'src/knowledge/',
      'src/commands/',
      'src/advisor.ts',
      'src/curation/',
      'src/io/',
      'adapters/',
    ];
    const rank = (path: string): number => order.findIndex(prefix => path.startsWith(prefix));
    const upwards = everything.filter(each => each.local && rank(each.to) > rank(each.from) && rank(each.from) >= 0);
    expect(shown(upwards)).toEqual([]);
  });

  test.each([
    ['fuse.js', 'src/engine/'],
    ['stemmer', 'src/engine/'],
    ['yaml', 'src/knowledge/'],
    ['zod', 'src/knowledge/'],
    ['pino', 'src/io/'],
    ['libsql', 'src/io/journal/'],
    ['pg', 'src/io/journal/'],
    ['prom-client', 'src/io/'],
    ['discord.js', 'adapters/discord/'],
    ['@discordjs/ws', 'adapters/discord/'],
    ['@slack/bolt', 'adapters/slack/'],
    ['commander', 'adapters/program.ts'],
    ['fast-wrap-ansi', 'adapters/terminal/'],
    ['lru-cache', 'adapters/'],
  ])('%s lives in %s only', (name, home) => {
    const visitors = everything.filter(
      each => (each.to === name || each.to.startsWith(`${name}/`)) && !each.from.startsWith(home),
    );
    expect(shown(visitors)).toEqual([]);
  });

  test('every package that is imported has a home, and every dependency is used', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const name = (target: string): string =>
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/');
    const used = new Set(
      everything.filter(each => !each.local && !each.to.startsWith('node:')).map(each => name(each.to)),
    );
    const unknown = [...used].filter(each => !(each in manifest.dependencies));
    expect(unknown).toEqual([]);
  });

  test('no import leads in a circle', () => {
    const next = new Map(
      [...source, ...doors].map(path => [
        path,
        imports(path)
          .filter(each => each.local)
          .map(each => each.to),
      ]),
    );
    const circles: string[] = [];
    const visit = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' → '));
      else if (!done.has(path)) {
        for (const to of next.get(path) ?? []) visit(to, [...way, path]);
        done.add(path);
      }
    };
    const done = new Set<string>();
    for (const path of next.keys()) visit(path, []);
    expect(circles).toEqual([]);
  });

  test('no file has more than 400 lines', () => {
    const long = [...source, ...doors]
      .map(path => [path, readFileSync(join(root, path), 'utf8').split('\n').length] as const)
      .filter(([, lines]) => lines > 400);
    expect(long).toEqual([]);
  });

  test('named exports only, and no type that is switched off', () => {
    const found = [...source, ...doors].flatMap(path => {
      const text = withoutComments(readFileSync(join(root, path), 'utf8'));
      return [
        /\bexport default\b/,
        /[:<]\s*any\b/,
        /\bas any\b/,
        /as unknown as/,
        /@ts-(?:ignore|nocheck|expect-error)/,
        /biome-ignore/,
      ].flatMap(rule => (rule.test(text) ? [`${path}: ${rule}`] : []));
    });
    expect(found).toEqual([]);
  });
});
