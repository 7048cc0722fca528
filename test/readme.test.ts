import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { commands } from '../src/commands/list.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const pages = [
  'README.md',
  'knowledge/README.md',
  'src/engine/README.md',
  'src/io/README.md',
  'adapters/discord/README.md',
  'adapters/slack/README.md',
];
const manifest = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

describe.each(pages)('%s', page => {
  const text = read(page);

  test('names npm scripts that exist', () => {
    const named = [...text.matchAll(/npm (?:run (?:-s )?)([\w-]+)/g)].map(([, name]) => name!);
    expect(named.filter(name => !(name in manifest.scripts))).toEqual([]);
  });

  test('links to files and headings that exist', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link!);
    const broken = links.filter(link => {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? page : normalize(join(dirname(page), path));
      if (!existsSync(join(root, target))) return true;
      return heading !== undefined && !headings(read(target)).includes(heading);
    });
    expect(broken).toEqual([]);
  });

  test('names paths that exist', () => {
    const named = [...text.matchAll(/`((?:src|adapters|knowledge|test)\/[\w./-]*\w)`/g)].map(([, path]) => path!);
    expect(named.filter(path => !existsSync(join(root, path)))).toEqual([]);
  });

  test('speaks of settings that the program reads', () => {
    const named = new Set([...text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g)].map(([, name]) => name!));
    const source = ['src/io/config.ts', 'src/io/journal/config.ts', 'compose.yaml', 'src/io/settings.ts']
      .map(read)
      .join('\n');
    const known = (name: string): boolean => source.includes(name) || source.includes(name.replace(/_FILE$/, ''));
    expect([...named].filter(name => !known(name))).toEqual([]);
  });
});

describe('README.md', () => {
  const text = read('README.md');

  test('begins with the two commands', () => {
    const first = /```sh\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
    expect(first).toMatch(/^npm ci && npm run -s ask -- "How do I become a backend developer\?"/);
    expect(first).toMatch(/\nnpm ci && npm test\b/);
  });

  test('lists every command', () => {
    expect(commands.map(command => command.name).filter(name => name !== 'ask' && !text.includes(`\`${name}`))).toEqual(
      [],
    );
  });

  test('shows a conversation that the bot really holds', () => {
    for (const line of [
      'There is no single best one. Seven languages carry most backend work: Go, PHP,',
      'Which programming language should I learn first?',
    ])
      expect(text).toContain(line);
    const answers = ['languages', 'start', 'money'].map(theme => read(`knowledge/faq/${theme}.yaml`)).join('\n');
    expect(answers).toContain('There is no single best one. Seven languages carry most backend work: Go, PHP,');
  });
});

/** Headings of a page as its links name them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  );
}
