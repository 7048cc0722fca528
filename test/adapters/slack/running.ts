import { afterEach, expect } from 'vitest';
import { createSlackDouble, type Mode, type SlackDouble } from './double/slack.ts';
import { type Program, startProgram } from './program.ts';

/** Programs of the present test; they are ended behind it, and nothing may have offended Slack. */
export const started: { slack: SlackDouble; program: Program }[] = [];

export async function start(
  mode: Mode,
  env: Readonly<Record<string, string>> = {},
  options: { readonly scopes?: readonly string[] } = {},
): Promise<{ slack: SlackDouble; program: Program }> {
  const slack = await createSlackDouble(mode, options);
  const program = await startProgram(slack, mode, env);
  started.push({ slack, program });
  return { slack, program };
}

/** A program that is connected. */
export async function ready(mode: Mode, env: Readonly<Record<string, string>> = {}): ReturnType<typeof start> {
  const made = await start(mode, env);
  await made.program.logged(/"ready: connected/);
  return made;
}

export const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

afterEach(async () => {
  for (const { slack, program } of started.splice(0)) {
    await program.stop();
    await slack.close();
    expect(slack.violations).toEqual([]);
    expect(program.log()).not.toMatch(/Internal error|xoxb-of|xapp-of|secret-of/);
  }
});
