import type { AdvisorEvent } from '../../advisor.ts';
import { inboxOf, inboxReply } from '../../curation/inbox.ts';
import { forgottenReply, storedReply, unreachableReply } from '../../curation/privacy.ts';
import type { Reply } from '../../reply.ts';
import type { JournalConfig } from './config.ts';
import type { JournalLog } from './connection.ts';
import type { Journal, Who } from './journal.ts';
import { journalFor } from './open.ts';

/** Items of the inbox that are shown in a chat. */
const MOST_IN_CHAT = 15;
/** Different questions that are put together for them: that many take a few milliseconds, in which nobody is answered. */
const MOST_COMPARED = 400;
/** Milliseconds for what is still to be written when the program stops. */
const LONGEST_STOP = 1000;

/** The journal as it stands beside the advisor while the bot serves, and what people may see of it in a chat. */
export interface JournalCompanion {
  readonly name: 'journal';
  /** the bot answers without it */
  readonly optional: true;
  /** Opens the database. @throws DatabaseFault only where trying again cannot help */
  open(): Promise<void>;
  /** Listens to the advisor. */
  heard(event: AdvisorEvent): void;
  state(): { readonly ready: boolean; readonly detail: string };
  /** entries that wait to be written */
  queued(): number;
  /** Writes what is left and closes. Never throws. */
  stop(): Promise<void>;
  readonly records: {
    stored(who: Who): Promise<Reply>;
    /** Rejects where nothing could be deleted: then nobody may be told that it was. */
    forget(who: Who): Promise<Reply>;
    inbox(): Promise<Reply>;
  };
}

export function journalBeside(config: JournalConfig, log: JournalLog): JournalCompanion {
  const journal = journalFor(config, log);
  return {
    name: 'journal',
    optional: true,
    open: journal.open,
    heard: journal.record,
    state: journal.health,
    queued: () => journal.health().waiting,
    stop: () => journal.close(LONGEST_STOP),
    records: recordsOf(journal, config),
  };
}

export function recordsOf(
  journal: Pick<Journal, 'stored' | 'forget' | 'misses' | 'wordless'>,
  { text: kept, retentionDays }: Pick<JournalConfig, 'text' | 'retentionDays'>,
): JournalCompanion['records'] {
  return {
    async stored(who) {
      try {
        return storedReply(await journal.stored(who), { kept, retentionDays });
      } catch {
        return unreachableReply('What is stored about you');
      }
    },
    async forget(who) {
      await journal.forget(who);
      return forgottenReply();
    },
    async inbox() {
      try {
        const items = inboxOf(await journal.misses(MOST_COMPARED));
        return inboxReply(items, { wordless: await journal.wordless(), kept, most: MOST_IN_CHAT, operator: false });
      } catch {
        return unreachableReply('What people asked in vain');
      }
    },
  };
}
