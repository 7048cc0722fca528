import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Golden } from './score.ts';

const LISTS = ['first.yaml', 'forum.yaml', 'mixed.yaml', 'threads.yaml', 'covers.yaml'];

/** The golden questions of a folder, in a fixed order. */
export function goldenQuestions(folder: string): Golden[] {
  return LISTS.flatMap(name => parse(readFileSync(join(folder, name), 'utf8')) as Golden[]);
}
