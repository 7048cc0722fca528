import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

const LOG = new URL('../../dist/src/io/log.js', import.meta.url).href;
const LINES = 500;

/** Runs a program that logs many lines and then does something. @returns what stood on standard error */
async function logged(then: string): Promise<string> {
  const program = `
    import { createLog } from ${JSON.stringify(LOG)};
    const log = createLog('info');
    for (let line = 1; line <= ${LINES}; line += 1) log.info({ line }, 'a line of the log');
    ${then}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [all] = await Promise.all([text(child.stderr), once(child, 'exit')]);
  return all;
}

test.each([
  ['comes to its end', ''],
  ['exits at once', 'process.exit(0);'],
  ['fails', "throw new Error('broken');"],
])('no line is lost where the program %s', async (_, then) => {
  const lines = (await logged(then)).split('\n').filter(line => line.startsWith('{'));
  expect(lines.map(line => JSON.parse(line).line)).toEqual(Array.from({ length: LINES }, (__, at) => at + 1));
});

test('a line is there soon, although the program goes on', async () => {
  const child = spawn(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { createLog } from ${JSON.stringify(LOG)}; createLog('info').info({}, 'here'); setInterval(() => {}, 1000);`,
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const [chunk] = await once(child.stderr, 'data');
  child.kill();
  expect(String(chunk)).toContain('"msg":"here"');
});
