import { type Document, isMap, isPair, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { z } from 'zod';
import { closest } from '../engine/closest.ts';
import type { Problem } from './problem.ts';

/** A file of a knowledge folder, read but not understood yet. */
export interface SourceFile {
  /** path inside the folder, with forward slashes */
  readonly path: string;
  readonly text: string;
}

/** A checked file: its value, and where in the file any part of it stands. */
export interface Checked<T> {
  readonly value: T;
  /** A problem at the value under the given path (keys and list positions from the top). */
  problem(path: Path, message: string): Problem;
}

export type Path = readonly (string | number)[];

/** More than this many aliases is a mistake or an attack; a knowledge base needs none. */
const MOST_ALIASES = 50;
const MOST_PROBLEMS = 50;

/**
 * Reads one YAML file and checks its shape.
 * @returns the value, or every problem found; never throws
 */
export function checkDocument<T>(
  file: SourceFile,
  schemaFor: (value: unknown) => z.ZodType<T>,
): { checked: Checked<T> } | { problems: Problem[] } {
  const lines = new LineCounter();
  const at = (offset: number, message: string): Problem => {
    const { line, col } = lines.linePos(Math.min(offset, file.text.length));
    return { file: file.path, line: Math.max(1, line), column: Math.max(1, col), message };
  };
  let document: Document.Parsed;
  let value: unknown;
  try {
    document = parseDocument(file.text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: true,
      strict: true,
      logLevel: 'error',
    });
    const faults = [...document.errors, ...document.warnings];
    if (faults.length > 0)
      return { problems: faults.slice(0, MOST_PROBLEMS).map(fault => at(fault.pos[0], explain(fault))) };
    value = document.toJS({ maxAliasCount: MOST_ALIASES });
  } catch (error) {
    const reason =
      error instanceof RangeError ? 'it is nested too deeply' : error instanceof Error ? error.message : String(error);
    return {
      problems: [
        at(
          0,
          `This file cannot be read as YAML: ${firstLine(reason)}. Write lists and texts without nesting or anchors.`,
        ),
      ],
    };
  }
  const problem = (path: Path, message: string): Problem => at(offsetOf(document, path), message);
  const schema = schemaFor(value);
  const result = schema.safeParse(value);
  if (result.success) return { checked: { value: result.data, problem } };
  const problems = result.error.issues
    .slice(0, MOST_PROBLEMS)
    .flatMap(issue => describe(issue, { document, value, schema, problem, at }));
  return { problems };
}

function explain(fault: { code: string; message: string }): string {
  const message = firstLine(fault.message);
  if (fault.code === 'DUPLICATE_KEY') return 'This key stands twice in the same item. Keep one of them.';
  if (fault.code === 'TAG_RESOLVE_FAILED')
    return `${message}. Tags such as !name are not used here; put the text in quotes.`;
  if (fault.code === 'TAB_AS_INDENT') return 'A tab stands where spaces are needed. Indent with two spaces.';
  if (fault.code === 'BAD_INDENT')
    return 'The indentation does not fit the lines above. Line it up with two spaces a level.';
  return `YAML: ${message}. If the line is meant as text, put it in quotes.`;
}

function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/[.:]\s*$/, '');
}

interface Reading {
  readonly document: Document.Parsed;
  readonly value: unknown;
  readonly schema: z.ZodType;
  problem(path: Path, message: string): Problem;
  at(offset: number, message: string): Problem;
}

function describe(issue: z.core.$ZodIssue, { document, value, schema, problem, at }: Reading): Problem[] {
  const path = issue.path.filter((part): part is string | number => typeof part !== 'symbol');
  const name = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, path);
    return issue.keys.map(key => {
      const near = closest(key, known);
      const advice = near
        ? `Did you mean "${near}"?`
        : known.length > 0
          ? `Known keys: ${known.join(', ')}.`
          : 'Take it out.';
      return at(keyOffset(document, path, key), `Unknown key "${key}". ${advice}`);
    });
  }
  if (issue.code === 'invalid_type') {
    const found = valueAt(value, path);
    if (found === undefined) {
      return [
        problem(
          path.slice(0, -1),
          `"${String(path.at(-1) ?? 'content')}" is missing. Add it; expected ${plainType(issue.expected)}.`,
        ),
      ];
    }
    const advice = issue.expected === 'string' && typeof found !== 'object' ? ' Put it in quotes.' : '';
    return [problem(path, `${name}expected ${plainType(issue.expected)}, found ${plainValue(found)}.${advice}`)];
  }
  if (issue.code === 'invalid_value') {
    return [problem(path, `${name}expected one of ${issue.values.map(String).join(', ')}.`)];
  }
  if (issue.code === 'invalid_key')
    return [problem(path, `${name}is not a key that can be used here. Write it as text.`)];
  return [problem(path, `${name}${issue.message}.`)];
}

/** Keys that an item at the path may have. */
function knownKeys(schema: unknown, path: Path): readonly string[] {
  if (schema instanceof z.ZodOptional) return knownKeys(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return knownKeys(schema.element, path.slice(1));
  if (schema instanceof z.ZodRecord) return knownKeys(schema.valueType, path.slice(1));
  if (!(schema instanceof z.ZodObject)) return [];
  const [part, ...rest] = path;
  return part === undefined ? Object.keys(schema.shape) : knownKeys(schema.shape[part], rest);
}

/** "alternates[3]: " for a path that ends inside an item; nothing for the file itself. */
function nameOf(path: Path): string {
  const key = path.findLast(part => typeof part === 'string');
  if (key === undefined) return '';
  const last = path.at(-1);
  return typeof last === 'number' ? `${key}, item ${last + 1}: ` : `${key}: `;
}

function plainType(expected: string): string {
  if (expected === 'string') return 'text';
  if (expected === 'array') return 'a list';
  if (expected === 'object' || expected === 'record') return 'keys with values';
  if (expected === 'int') return 'a whole number';
  if (expected === 'boolean') return 'true or false';
  return `a ${expected}`;
}

function plainValue(value: unknown): string {
  if (value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  if (typeof value === 'string') return 'text';
  return `${typeof value === 'number' ? 'the number' : 'the value'} ${String(value)}`;
}

function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<string | number, unknown>)[part];
  }
  return here;
}

function offsetOf(document: Document.Parsed, path: Path): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    const range = (node as Node | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}

function keyOffset(document: Document.Parsed, path: Path, key: string): number {
  const parent = path.length === 0 ? document.contents : document.getIn(path, true);
  if (isMap(parent)) {
    for (const pair of parent.items) {
      if (isPair(pair) && isScalar(pair.key) && String(pair.key.value) === key) return pair.key.range?.[0] ?? 0;
    }
  }
  return offsetOf(document, path);
}
