import { describeAdapter } from '../contract.ts';
import { createDiscordDouble, read } from './double/discord.ts';
import { expectClean, startProgram } from './program.ts';

describeAdapter('discord', async () => {
  const discord = await createDiscordDouble();
  const program = await startProgram(discord);
  await program.logged(/"ready: connected/);
  return {
    say: async (text, person = 'somebody') => read(await discord.say(text, { person })),
    ready: program.ready,
    async stop() {
      const { milliseconds } = await program.stop();
      await discord.close().catch(() => {});
      expectClean(discord, program);
      return milliseconds;
    },
  };
});
