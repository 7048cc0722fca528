import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAdvisor, type Origin } from '../../../src/advisor.ts';
import type { TextKept } from '../../../src/curation/miss.ts';
import { type JournalCompanion, journalBeside } from '../../../src/io/journal/companion.ts';
import type { Reply } from '../../../src/reply.ts';
import { ownLibrary } from '../../library.ts';
import { ada } from './events.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-companion-'));
const quiet = { info: () => {}, warn: () => {} };
const open: JournalCompanion[] = [];
afterAll(async () => {
  for (const each of open) await each.stop();
  rmSync(folder, { recursive: true, force: true });
});

let library: Awaited<ReturnType<typeof ownLibrary>>;
beforeAll(async () => {
  library = await ownLibrary();
});

let count = 0;
function beside(text: TextKept = 'misses', retentionDays = 90) {
  const home = join(folder, `${++count}`);
  const database = { kind: 'sqlite', path: join(home, 'journal.sqlite') } as const;
  const journal = journalBeside({ database, text, retentionDays, keyFolder: home }, quiet);
  open.push(journal);
  const advisor = createAdvisor(library);
  advisor.listen(journal.heard);
  return { journal, advisor, records: journal.records };
}

const who = { platform: 'discord', person: '1001' };
const from = (request: string): Origin => ({ ...ada, request });
const read = (reply: Reply): string => JSON.stringify(reply.sections);

describe('what people can see of the journal', () => {
  test('before anything is asked nothing is stored, and after it was deleted again', async () => {
    const { advisor, records } = beside();
    expect(read(await records.stored(who))).toContain('nothing about you is stored');
    advisor.ask('how do i become an astronaut', { origin: from('1') });
    advisor.ask('how much does a junior earn', { origin: from('2') });
    const stored = read(await records.stored(who));
    expect(stored).toContain('Stored now: 2 questions');
    expect(stored).toContain('“how do i become an astronaut”');
    expect(stored).not.toContain('junior');
    expect(read(await records.forget(who))).toContain('is deleted');
    expect(read(await records.stored(who))).toContain('nothing about you is stored');
  });

  test.each<[TextKept, RegExp, RegExp]>([
    ['none', /never stored/, /blanked|as it stands/],
    ['misses', /only where I had no answer.*blanked/, /as it stands/],
    ['all', /as it stands/, /blanked|never stored/],
  ])('what it says is true for JOURNAL_TEXT=%s', async (text, said, unsaid) => {
    const { advisor, records } = beside(text, 30);
    advisor.ask('how much does a junior earn', { origin: from('1') });
    advisor.ask('how do i become an astronaut', { origin: from('2') });
    const stored = read(await records.stored(who));
    expect(stored).toMatch(said);
    expect(stored).not.toMatch(unsaid);
    expect(stored).toContain('after 30 days');
    expect(stored.includes('astronaut')).toBe(text !== 'none');
    expect(stored.includes('junior')).toBe(text === 'all');
  });

  test('a call for help is counted, and its words are not kept', async () => {
    const { advisor, records } = beside();
    advisor.ask('I want to kill myself', { origin: from('1') });
    expect(read(await records.stored(who))).toMatch(/Stored now: 1 question[^s]/);
    expect(read(await records.stored(who))).not.toContain('myself');
    expect(read(await records.inbox())).not.toContain('myself');
  });

  test('moderators see what was asked in vain', async () => {
    const { advisor, records } = beside();
    expect(read(await records.inbox())).toContain('Nothing waits here');
    advisor.ask('how do i become an astronaut', { origin: from('1') });
    advisor.run('skill', { name: 'lorikeet juggling' }, { origin: from('2') });
    advisor.run('path', { goal: 'lorikeet juggling' }, { origin: from('3') });
    const inbox = read(await records.inbox());
    expect(inbox).toContain('astronaut');
    expect(inbox).toMatch(/\/(?:skill|path) “lorikeet juggling”/);
    expect(inbox).not.toContain('--patch');
  });

  test('a choice that is picked through the advisor is not a miss', async () => {
    const { advisor, records } = beside();
    const vague = ['docker?? job', 'what about zig', 'money vs time'].find(
      question => advisor.ask(question).kind === 'choices',
    )!;
    const reply = advisor.ask(vague, { origin: from('1') });
    expect(read(await records.inbox())).toContain('nothing picked');
    advisor.show(reply.choices[1]!.topic, { origin: from('2') });
    expect(read(await records.stored(who))).not.toContain(vague);
  });

  test('where the database is away people are told so, and nobody hears that something was deleted', async () => {
    const home = join(folder, 'away');
    const journal = journalBeside(
      {
        database: { kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' },
        text: 'misses',
        retentionDays: 90,
        keyFolder: home,
      },
      quiet,
    );
    open.push(journal);
    expect(read(await journal.records.stored(who))).toContain('try again in a few minutes');
    expect(read(await journal.records.inbox())).toContain('try again in a few minutes');
    await expect(journal.records.forget(who)).rejects.toThrow();
    expect(journal.state()).toMatchObject({ ready: false });
  });
});
