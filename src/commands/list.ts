import { ask } from './ask.ts';
import type { Command } from './command.ts';
import { createHelp } from './help.ts';
import { path } from './path.ts';
import { pay } from './pay.ts';
import { skill } from './skill.ts';
import { topics } from './topics.ts';

const asking: readonly Command[] = [ask, skill, path, pay, topics];

/** Every command, in the order in which platforms offer them. */
export const commands: readonly Command[] = [...asking, createHelp(asking)];
