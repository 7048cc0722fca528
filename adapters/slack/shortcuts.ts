import type { App } from '@slack/bolt';
import type { Counter } from './counter.ts';
import { readable } from './escape.ts';
import { SHORTCUT } from './scopes.ts';

/** The message shortcut "Answer this": answers somebody else's message, for the person who clicked alone. */
export function listenToShortcuts(app: App, counter: Counter): void {
  const { desk, delivery, account } = counter;
  app.shortcut({ type: 'message_action' }, async ({ shortcut, ack }) => {
    await counter.acknowledge(ack);
    if (shortcut.callback_id !== SHORTCUT) return;
    await counter.hand('shortcut', async () => {
      const thread: unknown = shortcut.message['thread_ts'];
      const asker = {
        person: shortcut.user.id,
        name: shortcut.user.username ?? shortcut.user.name,
        channel: shortcut.channel.id,
        responseUrl: shortcut.response_url,
        ...(typeof thread === 'string' ? { thread } : {}),
      };
      counter.meter.count('slack', 'shortcut');
      const message = await counter.privately(
        desk.ask(readable(shortcut.message.text ?? '', account.userId), asker, false),
        asker,
      );
      if (message) await delivery.whisper(asker, message);
    });
  });
}
