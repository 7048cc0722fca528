import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { BYTES, runsOf } from './runs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const FOREIGN = ['.git', 'node_modules', 'dist', 'data', 'package-lock.json', 'seed-words.txt'];

function files(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .filter(name => !FOREIGN.includes(name))
    .flatMap(name => files(join(path, name)));
}

/** Hashes of every run of six words of the five articles that the project began with, made by test/scripts/hash-articles.ts. */
function seedRuns(): Set<string> {
  const packed = Buffer.from(readFileSync(new URL('seed-words.txt', import.meta.url), 'utf8'), 'base64').toString(
    'hex',
  );
  return new Set(packed.match(new RegExp(`.{${BYTES * 2}}`, 'g')));
}

test('six words in a row of the first articles stand nowhere in the project', () => {
  const seeds = seedRuns();
  expect(seeds.size).toBeGreaterThan(5000);
  const found = files(root).flatMap(path =>
    [...runsOf(readFileSync(path, 'utf8'))].flatMap(([hash, run]) =>
      seeds.has(hash) ? [`${path.slice(root.length)}: ${run}`] : [],
    ),
  );
  expect(found).toEqual([]);
});

test('a run is found whatever its capitals and signs', () => {
  expect([...runsOf('One two, THREE four "five" six.').values()]).toEqual(['one two three four five six']);
  expect([...runsOf('one two three four five six').keys()]).toEqual([
    ...runsOf('One Two\nThree: four-five, six!').keys(),
  ]);
});
