import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { compiling } from '../../src/io/v8.ts';

const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
const { eager, usual } = compiling(process.versions.v8);

test('after warming up V8 compiles as it does by itself', () => {
  expect(usual.filter(flag => !options.includes(`default: ${flag}\n`))).toEqual([]);
});

test('what is set for warming up is set back, and lower than usual', () => {
  const read = (flags: readonly string[]): Map<string, number> =>
    new Map(flags.map(flag => flag.split('=') as [string, string]).map(([name, value]) => [name, Number(value)]));
  const before = read(usual);
  expect([...read(eager).keys()]).toEqual([...before.keys()]);
  for (const [name, value] of read(eager)) expect(value).toBeLessThan(before.get(name)!);
});

test('heap growth can be set in this V8', () => {
  expect(options).toContain('--heap-growing-percent ');
});
