// Notes questions as fast as it can until it is killed, and says when each was noted: `node writer.mjs DATABASE`.
import { createJournal } from '../../../dist/src/io/journal/journal.js';
import { openSqlite } from '../../../dist/src/io/journal/sqlite.js';

const [, , path] = process.argv;
const say = line => process.stderr.write(`${line}\n`);
const journal = createJournal({
  open: () => openSqlite(path),
  key: async () => 'the key of a program that is about to be killed',
  kept: 'misses',
  retentionDays: 90,
  log: { info: () => {}, warn: (_, message) => say(message) },
});
await journal.open();
let count = 0;
setInterval(() => {
  const noted = [];
  for (let burst = 0; burst < 10; burst++) {
    count += 1;
    const question = `question ${process.pid} of somebody about thing ${count % 50}`;
    const turn = { question, understood: '', kind: 'unknown', topics: [], offered: [] };
    const reply = {
      kind: 'unknown',
      question,
      sections: [],
      topics: [],
      candidates: [],
      confidence: 0,
      choices: [],
      skills: [],
      sources: [],
      next: [],
      turn,
    };
    const origin = { platform: 'discord', person: String(count % 100), request: `${process.pid}-${count}` };
    journal.record({ type: 'answered', command: 'ask', reply, origin });
    noted.push(Date.now());
  }
  process.stdout.write(`${noted.join('\n')}\n`);
}, 5);
