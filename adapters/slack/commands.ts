import type { App } from '@slack/bolt';
import { AcknowledgedBefore } from './acknowledgement.ts';
import type { Asker } from './asker.ts';
import type { Counter } from './counter.ts';
import { readable } from './escape.ts';
import { elsewhere, notice } from './notices.ts';
import type { Message } from './render.ts';

/** The slash command, whatever it is called in the workspace: answered privately, in the acknowledgement itself. */
export function listenToCommands(app: App, counter: Counter): void {
  const { desk, delivery, surroundings, account } = counter;
  app.command(/./, ({ command, ack }) =>
    counter.hand('command', async () => {
      const asker: Asker = {
        person: command.user_id,
        channel: command.channel_id,
        responseUrl: command.response_url,
        ...(command.user_name ? { name: command.user_name } : {}),
      };
      const tell = async (message: Message): Promise<void> => {
        try {
          await ack({ response_type: 'ephemeral', ...message });
        } catch (error) {
          if (!(error instanceof AcknowledgedBefore)) counter.meter.count('slack', 'ack_failed');
          await delivery.whisper(asker, message);
        }
      };
      counter.meter.count('slack', 'command');
      if (!counter.serves(asker.channel)) {
        await tell(elsewhere(counter.options.channels));
        return;
      }
      const outcome = desk.ask(readable(command.text ?? '', account.userId), asker, false);
      if (outcome.type !== 'reply' && outcome.type !== 'wait' && surroundings.records) {
        // The journal may take its time: acknowledge first.
        await counter.acknowledge(ack);
        const message = await counter.privately(outcome, asker);
        if (message) await delivery.whisper(asker, message);
        return;
      }
      await tell((await counter.privately(outcome, asker)) ?? notice('person'));
    }),
  );
}
