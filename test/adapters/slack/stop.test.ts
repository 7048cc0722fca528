import { describe, expect, test } from 'vitest';
import { read } from './double/reading.ts';
import { createSlackDouble, type Mode } from './double/slack.ts';
import { startProgram } from './program.ts';
import { ready, started } from './running.ts';

describe('the end', () => {
  test.each<Mode>(['socket', 'http'])('SIGTERM over %s lets the work in hand finish', async mode => {
    const { slack, program } = await ready(mode);
    slack.faults.next('chat.postMessage', { type: 'status', status: 429, retryAfter: 1 });
    await slack.mention('<@UBOT> do I need a degree?');
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    expect(slack.shown.map(read).join('')).toContain('degree');
  });

  test.each<Mode>(['socket', 'http'])('SIGTERM in the middle of a burst over %s lets it finish', async mode => {
    const { slack, program } = await ready(mode);
    const commands = Array.from({ length: 150 }, (_, at) => slack.command('do I need a degree?', { person: `U${at}` }));
    await Promise.race(commands);
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    const acknowledged = (await Promise.all(commands)).filter(each => each.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(0);
    const answers = slack.shown.filter(each => each.way === 'ack' || each.way === 'response');
    expect(answers).toHaveLength(acknowledged.length);
    expect(new Set(answers.map(each => each.person)).size).toBe(acknowledged.length);
  });

  test('SIGTERM ends a call that hangs within five seconds', async () => {
    const { slack, program } = await ready('socket');
    slack.faults.next('chat.postMessage', { type: 'hang' }, 10);
    await slack.mention('<@UBOT> do I need a degree?');
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
  });

  test('SIGTERM while Slack cannot be reached', async () => {
    const slack = await createSlackDouble('socket');
    slack.faults.outage = true;
    const program = await startProgram(slack, 'socket');
    started.push({ slack, program });
    await program.logged(/trying again in/);
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
  });
});
