/**
 * Writes the list that test/knowledge/seed-words.test.ts looks into: hashes of every run of six words of some articles.
 * npx tsc -p test/scripts/tsconfig.json && node dist/scripts/test/scripts/hash-articles.js FOLDER > test/knowledge/seed-words.txt
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BYTES, runsOf } from '../knowledge/runs.ts';

const COLUMNS = 120;

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('Which folder holds the articles?\n');
  process.exitCode = 2;
} else {
  const articles = readdirSync(folder).map(name => readFileSync(join(folder, name), 'utf8'));
  const hashes = [...new Set(articles.flatMap(text => [...runsOf(text).keys()]))].sort();
  const packed = Buffer.from(hashes.join(''), 'hex').toString('base64');
  process.stdout.write(`${packed.match(new RegExp(`.{1,${COLUMNS}}`, 'g'))?.join('\n') ?? ''}\n`);
  process.stderr.write(`${hashes.length} runs of ${articles.length} articles, ${BYTES} bytes each\n`);
}
