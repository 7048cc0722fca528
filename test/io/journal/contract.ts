import { afterAll, describe, expect, test } from 'vitest';
import type { TextKept } from '../../../src/curation/miss.ts';
import type { Database } from '../../../src/io/journal/database.ts';
import { createJournal, type Journal, type JournalParts } from '../../../src/io/journal/journal.ts';
import {
  ada,
  answer,
  answered,
  barbara,
  days,
  grace,
  offered,
  rated,
  requestOf,
  shown,
  stoppedClock,
  TODAY,
} from './events.ts';

export interface Ground {
  /** Opens the same database every time. */
  open(): Promise<Database>;
}

const quiet = { info: () => {}, warn: () => {} };
const KEY = 'a key that is long enough for the tests of the journal';

export function journalOn(ground: Ground, parts: Partial<JournalParts> = {}): Journal {
  return createJournal({
    open: ground.open,
    key: async () => KEY,
    kept: 'misses',
    retentionDays: 90,
    log: quiet,
    ...parts,
  });
}

/** Everything that stands in the database, as one text. */
export async function contents(ground: Ground): Promise<string> {
  const database = await ground.open();
  const rows = [];
  for (const table of ['reply', 'rating', 'done', 'owner'])
    rows.push(...(await database.read(`SELECT * FROM journal_${table}`)));
  await database.close();
  return rows.map(row => JSON.stringify(row)).join('\n');
}

/** What the journal must do on every database. */
export function describeJournal(name: string, fresh: () => Promise<Ground>): void {
  describe(`the journal on ${name}`, () => {
    const open: Journal[] = [];
    let ground: Ground;
    const begin = async (parts: Partial<JournalParts> = {}): Promise<Journal> => {
      ground = await fresh();
      return again(parts);
    };
    const again = (parts: Partial<JournalParts> = {}): Journal => {
      const journal = journalOn(ground, parts);
      open.push(journal);
      return journal;
    };
    afterAll(async () => {
      for (const journal of open) await journal.close();
    });

    test('an empty one has nothing to tell', async () => {
      const journal = await begin();
      await journal.open();
      expect(await journal.misses()).toEqual([]);
      expect(await journal.wordless()).toBe(0);
      expect(await journal.usage()).toEqual({
        kinds: [],
        platforms: [],
        answered: [],
        offered: [],
        rated: [],
        handoffs: [],
      });
      expect(await journal.stored({ platform: 'discord', person: '1001' })).toEqual({
        replies: 0,
        ratings: 0,
        texts: [],
        textCount: 0,
      });
      expect(journal.health()).toMatchObject({ ready: true, waiting: 0, written: 0, dropped: 0 });
    });

    test('equal questions without an answer are counted together, whatever their case and signs', async () => {
      const clock = stoppedClock();
      const journal = await begin({ now: clock.now });
      journal.record(answered('unknown', 'How do I become an astronaut?', requestOf(ada)));
      clock.set(TODAY + 1000);
      journal.record(answered('unknown', 'how do I become an astronaut', requestOf(grace)));
      journal.record(answered('unknown', 'Is Zig any good?', requestOf(ada)));
      journal.record(answer('do i need a degree', 'degree-needed', requestOf(ada)));
      journal.record(answered('smalltalk', 'hello', requestOf(ada)));
      const misses = await journal.misses();
      expect(misses.map(({ text, count, unknown }) => ({ text: text.toLowerCase(), count, unknown }))).toEqual([
        { text: expect.stringContaining('astronaut'), count: 2, unknown: 2 },
        { text: 'is zig any good?', count: 1, unknown: 1 },
      ]);
      expect(misses[0]).toMatchObject({
        first: TODAY,
        last: TODAY + 1000,
        key: expect.stringMatching(/^[0-9a-f]{10}$/),
      });
    });

    test('only what was missed keeps its words, without what may tell who asked', async () => {
      const journal = await begin();
      const secret = 'am i too old at 57, mail me at jo@example.org or +44 20 7946 0018, <@1001>';
      journal.record(answer('a private story with an answer', 'age-and-coding', requestOf(ada)));
      journal.record(answered('unknown', secret, requestOf(ada)));
      journal.record(answered('unknown', 'i cannot go on', requestOf(ada), { handoff: 'crisis' }));
      await journal.flush();
      const stored = await contents(ground);
      expect(stored).toContain('am i too old at [number]');
      // What is looked for cannot stand in an id drawn at random: no hexadecimal digits alone.
      expect(stored).not.toMatch(/ 57|example|20 7946|"1001"|@1001|"77"|private story|cannot go on/);
    });

    test.each<[TextKept, RegExp, RegExp]>([
      ['none', /"kind":"unknown"/, /astronaut|degree at/],
      ['misses', /astronaut/, /degree at 40/],
      ['all', /degree at 40/, /nothing stands here/],
    ])('with JOURNAL_TEXT=%s no other words are kept', async (kept, there, missing) => {
      const journal = await begin({ kept });
      const request = requestOf(ada);
      journal.record(answered('unknown', 'how do I become an astronaut', requestOf(ada)));
      journal.record(answer('do I need a degree at 40', 'degree-needed', request));
      journal.record(rated(request, true, ['degree-needed']));
      await journal.flush();
      const stored = await contents(ground);
      expect(stored).toMatch(there);
      expect(stored).not.toMatch(missing);
      expect(await journal.wordless()).toBe(kept === 'none' ? 1 : 0);
      expect(await journal.misses()).toHaveLength(kept === 'none' ? 0 : 1);
    });

    test('the words of an answer are kept while somebody votes against it', async () => {
      const journal = await begin();
      const request = requestOf(ada);
      journal.record(answer('is cobol a good idea', 'other-languages', request));
      await journal.flush();
      expect(await journal.misses()).toEqual([]);
      journal.record(rated(request, false, ['other-languages'], barbara));
      journal.record(rated(request, false, ['other-languages'], ada));
      expect(await journal.misses()).toMatchObject([
        { text: 'is cobol a good idea', down: 2, nearest: 'other-languages' },
      ]);
      journal.record(rated(request, true, ['other-languages'], barbara));
      expect(await journal.misses()).toMatchObject([{ down: 1 }]);
      journal.record(rated(request, true, ['other-languages'], ada));
      expect(await journal.misses()).toEqual([]);
      expect(await contents(ground)).not.toContain('cobol');
      expect((await journal.usage()).rated).toEqual([{ topics: ['other-languages'], helpful: true, count: 2 }]);
    });

    test('a vote counts where the reply is not remembered any more', async () => {
      const first = await begin();
      const request = requestOf(ada);
      first.record(answer('is cobol a good idea', 'other-languages', request));
      await first.close();
      const second = again();
      second.record(rated(request, false, ['other-languages'], barbara));
      expect((await second.usage()).rated).toEqual([{ topics: ['other-languages'], helpful: false, count: 1 }]);
      expect(await second.wordless()).toBe(1);
    });

    test('who picks from a choice has been helped; who does not is a near miss', async () => {
      const clock = stoppedClock();
      const journal = await begin({ now: clock.now });
      const choice = ['salary-overview', 'salary-by-level'];
      journal.record(offered('what money', choice, requestOf(ada)));
      journal.record(offered('pay question', choice, requestOf(grace)));
      journal.record(offered('another one', ['first-job', 'cv'], requestOf(ada)));
      clock.set(TODAY + 60_000);
      journal.record(shown('salary-by-level', requestOf(ada)));
      const misses = (await journal.misses()).map(({ text, unpicked }) => `${text} ${unpicked}`);
      expect(misses.sort()).toEqual(['another one 1', 'pay question 1']);
      expect(await contents(ground)).not.toContain('what money');
      const { offered: counted } = await journal.usage();
      expect(counted).toContainEqual({ topics: choice, picked: 'salary-by-level', count: 1 });
      expect(counted).toContainEqual({ topics: choice, picked: '', count: 1 });
    });

    test('a pick that comes hours later, or from somebody else, answers nobody', async () => {
      const clock = stoppedClock();
      const journal = await begin({ now: clock.now });
      journal.record(offered('what money', ['salary-overview', 'salary-by-level'], requestOf(ada)));
      journal.record(shown('salary-overview', requestOf(grace)));
      clock.set(TODAY + 3 * 3_600_000);
      journal.record(shown('salary-overview', requestOf(ada)));
      expect(await journal.misses()).toHaveLength(1);
    });

    test('a failure is a miss too', async () => {
      const journal = await begin();
      journal.record({
        type: 'failed',
        command: 'ask',
        question: 'why does this fail',
        error: new Error('inside'),
        origin: requestOf(ada),
      });
      expect(await journal.misses()).toMatchObject([{ text: 'why does this fail', failed: 1 }]);
    });

    test('what is done stays done until it is asked again', async () => {
      const clock = stoppedClock();
      const journal = await begin({ now: clock.now });
      journal.record(answered('unknown', 'is zig any good', requestOf(ada)));
      journal.record(answered('unknown', 'is nim any good', requestOf(ada)));
      const zig = (await journal.misses()).find(({ text }) => text.includes('zig'))!;
      clock.set(TODAY + 1000);
      await journal.done([zig.key]);
      expect((await journal.misses()).map(({ text }) => text)).toEqual(['is nim any good']);
      clock.set(TODAY + 2000);
      journal.record(answered('unknown', 'Is Zig any good?!', requestOf(grace)));
      expect(await journal.misses()).toContainEqual(expect.objectContaining({ key: zig.key, count: 1 }));
    });

    test('usage is counted by what replies named', async () => {
      const journal = await begin();
      journal.record(answer('one', 'java', requestOf(ada)));
      journal.record(answer('two', 'java', requestOf(grace)));
      journal.record(answered('answer', 'three', requestOf(grace), { topics: ['java', 'go'] }));
      journal.record(answered('unknown', 'four', requestOf(grace), { handoff: 'crisis' }));
      const usage = await journal.usage();
      expect(usage.answered).toEqual([
        { topics: ['java'], count: 2 },
        { topics: ['java', 'go'], count: 1 },
      ]);
      expect(usage.kinds).toEqual([
        { kind: 'answer', count: 3 },
        { kind: 'unknown', count: 1 },
      ]);
      expect(usage.platforms).toEqual([
        { platform: 'slack', count: 3 },
        { platform: 'discord', count: 1 },
      ]);
      expect(usage.handoffs).toEqual([{ handoff: 'crisis', count: 1 }]);
      expect(usage.since).toBeGreaterThan(0);
    });

    test('somebody sees what is stored about them, and about nobody else', async () => {
      const journal = await begin({ now: stoppedClock().now });
      const request = requestOf(ada);
      journal.record(answered('unknown', 'is zig any good', request));
      journal.record(answer('java?', 'java', requestOf(ada)));
      journal.record(rated(request, false, []));
      journal.record(answered('unknown', 'a question of grace', requestOf(grace)));
      expect(await journal.stored({ platform: 'discord', person: '1001' })).toEqual({
        replies: 2,
        ratings: 1,
        since: TODAY,
        texts: ['is zig any good'],
        textCount: 1,
      });
      expect(await journal.stored({ platform: 'slack', person: '1001' })).toMatchObject({ replies: 0 });
    });

    test('who is forgotten is gone from the database, from what waits, and from memory', async () => {
      const journal = await begin();
      const request = requestOf(ada);
      journal.record(answered('unknown', 'is zig any good', requestOf(ada)));
      journal.record(answer('my own story', 'java', request));
      journal.record(answered('unknown', 'a question of grace', requestOf(grace)));
      await journal.flush();
      journal.record(rated(requestOf(barbara), false, ['java'], ada));
      journal.record(answered('unknown', 'still waiting', requestOf(ada)));
      await journal.forget({ platform: 'discord', person: '1001' });
      expect(await journal.stored({ platform: 'discord', person: '1001' })).toMatchObject({ replies: 0, ratings: 0 });
      expect((await journal.misses()).map(({ text }) => text)).toEqual(['a question of grace']);
      journal.record(rated(request, false, ['java'], barbara));
      await journal.flush();
      expect(await contents(ground)).not.toMatch(/zig|waiting|my own story/);
    });

    test('a vote of somebody who is forgotten is not counted any more', async () => {
      const journal = await begin({ kept: 'all' });
      const request = requestOf(ada);
      journal.record(answer('is cobol a good idea', 'other-languages', request));
      journal.record(rated(request, false, ['other-languages'], barbara));
      expect(await journal.misses()).toHaveLength(1);
      await journal.forget({ platform: 'discord', person: '2002' });
      expect(await journal.misses()).toEqual([]);
    });

    test('what is older than the retention is deleted', async () => {
      const clock = stoppedClock(TODAY - days(91));
      const journal = await begin({ now: clock.now });
      const request = requestOf(ada);
      journal.record(answered('unknown', 'too old', request));
      journal.record(rated(request, false, []));
      await journal.flush();
      clock.set(TODAY - days(89));
      journal.record(answered('unknown', 'young enough', requestOf(ada)));
      await journal.flush();
      clock.set(TODAY);
      journal.record(answered('unknown', 'today', requestOf(ada)));
      await journal.flush();
      expect((await journal.misses()).map(({ text }) => text).sort()).toEqual(['today', 'young enough']);
      expect(await contents(ground)).not.toMatch(/too old|"helpful"/);
    });

    test('it stays after it was closed, and a second start finds its tables', async () => {
      const first = await begin();
      first.record(answered('unknown', 'is zig any good', requestOf(ada)));
      await first.close();
      const second = again();
      await second.open();
      expect(await second.misses()).toHaveLength(1);
    });

    test('texts that databases refuse are kept readable', async () => {
      const journal = await begin();
      const odd = ['zero \0 byte', 'half \ud83d emoji', "quote ' and ? and $1", '🤷 shrug', 'עברית', '\u0007 bell'];
      for (const text of odd) journal.record(answered('unknown', text, requestOf(ada)));
      expect(await journal.flush()).toBe(true);
      expect(journal.health()).toMatchObject({ written: odd.length, dropped: 0 });
      const texts = (await journal.misses()).map(({ text }) => text);
      expect(texts).toContain("quote ' and ? and $ [number]");
      expect(texts).toContain('עברית');
    });

    test('thousands of entries at once are all written', async () => {
      const journal = await begin();
      for (let at = 0; at < 3000; at++) journal.record(answered('unknown', `word${at % 7} question`, requestOf(ada)));
      expect(await journal.flush()).toBe(true);
      const usage = await journal.usage();
      expect(usage.kinds).toEqual([{ kind: 'unknown', count: 3000 }]);
    });

    test('two replicas start and write at once', async () => {
      ground = await fresh();
      const replicas = Array.from({ length: 4 }, () => again());
      await Promise.all(replicas.map(journal => journal.open()));
      const shared = requestOf(ada);
      replicas[0]!.record(answer('is cobol a good idea', 'other-languages', shared));
      await replicas[0]!.flush();
      for (let round = 0; round < 50; round++) {
        for (const [at, journal] of replicas.entries()) {
          journal.record(answered('unknown', `replica ${'abcd'[at]} asks`, requestOf(ada)));
          journal.record(
            rated(shared, (round + at) % 2 === 0, ['other-languages'], { ...barbara, person: `${round}` }),
          );
        }
        if (round % 10 === 0) await Promise.all(replicas.map(journal => journal.flush()));
      }
      expect(await Promise.all(replicas.map(journal => journal.flush()))).toEqual([true, true, true, true]);
      const usage = await replicas[3]!.usage();
      expect(usage.kinds).toContainEqual({ kind: 'unknown', count: 200 });
      expect(usage.rated.reduce((sum, { count }) => sum + count, 0)).toBe(50);
    });
  });
}
