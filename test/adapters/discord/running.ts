import { afterEach, expect } from 'vitest';
import { createDiscordDouble, type DiscordDouble, type DiscordOptions } from './double/discord.ts';
import { TOKEN } from './double/world.ts';
import { type Program, startProgram } from './program.ts';

/** Programs of the present test; they are ended behind it, and nothing may have offended Discord. */
export const started: { discord: DiscordDouble; program: Program }[] = [];

export async function start(
  env: Readonly<Record<string, string>> = {},
  options: DiscordOptions = {},
): Promise<{ discord: DiscordDouble; program: Program }> {
  const discord = await createDiscordDouble(options);
  const program = await startProgram(discord, env);
  started.push({ discord, program });
  return { discord, program };
}

/** A program that is connected. */
export async function ready(
  env: Readonly<Record<string, string>> = {},
  options: DiscordOptions = {},
): ReturnType<typeof start> {
  const made = await start(env, options);
  await made.program.logged(/"ready: /);
  return made;
}

export const pause = (milliseconds: number): Promise<void> => new Promise(resolve => setTimeout(resolve, milliseconds));

/** What must hold of every program, whatever was done to it. */
export function expectClean(discord: DiscordDouble, program: Program): void {
  expect(discord.violations).toEqual([]);
  expect(program.log()).not.toMatch(/Internal error|unhandled/i);
  expect(program.log()).not.toContain(TOKEN);
}

afterEach(async () => {
  for (const { discord, program } of started.splice(0)) {
    await program.stop();
    await discord.close();
    expectClean(discord, program);
  }
});
