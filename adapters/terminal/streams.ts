import type { ReadStream, WriteStream } from 'node:tty';
import type { Advisor } from '../../src/advisor.ts';
import { createTerminal } from './chat.ts';
import type { Look } from './markdown.ts';

const WIDEST = 100;
/** Columns where the terminal does not tell, or says 0, as a fresh pseudo-terminal does. */
const UNKNOWN_WIDTH = 80;

/** The streams of the process: terminals, pipes or files. */
export interface Streams {
  readonly stdin: NodeJS.ReadStream | ReadStream;
  readonly stdout: NodeJS.WriteStream | WriteStream;
}

/** How a reply is shown on this output: coloured and as wide as the terminal, where it is one. */
export function lookOf({ stdout }: Pick<Streams, 'stdout'>): Look {
  return {
    colour: stdout.isTTY === true && stdout.hasColors(),
    width: Math.min(WIDEST, stdout.columns || UNKNOWN_WIDTH),
  };
}

/**
 * Holds the terminal chat over the streams until it ends.
 * @param signal ends it from outside
 * @returns whether there was anybody to talk to: a person at a terminal, or at least one line
 */
export async function holdChat(
  advisor: Advisor,
  { stdin, stdout }: Streams,
  notice: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  const interactive = stdin.isTTY === true && stdout.isTTY === true;
  const terminal = createTerminal(advisor, {
    input: stdin,
    output: stdout,
    interactive,
    colour: lookOf({ stdout }).colour,
    columns: () => stdout.columns || UNKNOWN_WIDTH,
    notice,
  });
  signal.addEventListener('abort', () => void terminal.stop(), { once: true });
  await terminal.start();
  const messages = await terminal.ended;
  return interactive || messages > 0 || signal.aborted;
}
