import type { Context, Reply } from '../reply.ts';
import type { Library } from './library.ts';

/** What a parameter can be completed with while somebody types. */
export type Completion = 'question' | 'skill' | 'goal' | 'theme' | 'level' | 'stack';

export interface Parameter {
  /** lower case, one word */
  readonly name: string;
  /** 1 to 100 characters: the limit of Discord, the strictest of the platforms */
  readonly description: string;
  readonly required: boolean;
  readonly completes?: Completion;
}

export type Input = Readonly<Record<string, string>>;

export interface Request {
  /** what was typed for each parameter; nothing for those left out */
  readonly input: Input;
  readonly context: Context;
  readonly explain?: boolean;
}

/** Something that people can ask for on every platform. One file each in this folder, one line each in `list.ts`. */
export interface Command {
  /** lower case, one word, up to 32 letters */
  readonly name: string;
  /** 1 to 100 characters */
  readonly description: string;
  readonly parameters: readonly Parameter[];
  /** a line that shows how it is typed */
  readonly example: string;
  /** Splits what was typed behind the command's name into its parameters, for platforms that only have one line of text. */
  parse(text: string): Input;
  /** Pure: the same request on the same library gives the same reply. Never throws. */
  run(request: Request, library: Library): Reply;
}
