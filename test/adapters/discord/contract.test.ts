import { expect } from 'vitest';
import { describeAdapter } from '../contract.ts';
import { createDiscordDouble } from './double/discord.ts';
import { readableText } from './double/reading.ts';
import { startProgram } from './program.ts';
import { expectClean } from './running.ts';

describeAdapter('Discord', async () => {
  const discord = await createDiscordDouble();
  const program = await startProgram(discord);
  await program.logged(/"ready: /);
  let time: number | undefined;
  return {
    async say(text, person = 'somebody') {
      const mark = discord.shown.length;
      const message = discord.say(text, { person, direct: true });
      return readableText((await discord.next(each => each.replyTo === message.id, mark)).body);
    },
    ready: () => program.ready(),
    async stop() {
      if (time === undefined) {
        time = await program.stop();
        expect(await program.exited).toBe(0);
        expectClean(discord, program);
        await discord.close();
      }
      return time;
    },
  };
});
