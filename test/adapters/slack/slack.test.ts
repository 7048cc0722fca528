import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { actionsIn, read } from './double/reading.ts';
import { createSlackDouble, type Mode, type SlackDouble } from './double/slack.ts';
import { type Program, startProgram } from './program.ts';

describe.each<Mode>(['socket', 'http'])('Slack over %s', mode => {
  let slack: SlackDouble;
  let program: Program;
  beforeAll(async () => {
    slack = await createSlackDouble(mode);
    program = await startProgram(slack, mode);
    await program.logged(/"ready: connected/);
  });
  afterAll(async () => {
    expect(await program.stop()).toBeLessThan(5000);
    expect(await program.exited).toBe(0);
    await slack.close();
  });
  afterEach(() => {
    expect(slack.violations).toEqual([]);
  });

  test('the log names workspace, bot and mode', () => {
    expect(program.log()).toContain('Analytical Engines');
    expect(program.log()).toContain(`"mode":"${mode}"`);
  });

  test('/career with a question is answered privately, in the acknowledgement', async () => {
    const { acknowledged, body } = await slack.command('how do I become a backend developer?');
    expect(acknowledged).toBe(true);
    expect(read(body)).toContain('This week');
    expect(actionsIn(body).map(each => each.label)).toContain('Share in channel');
  });

  test.each([
    ['skill docker', 'Docker'],
    ['skil docker', 'Docker'],
    ['Path devops from python, sql', 'Stage 1'],
    ['topcs', 'Topics'],
    ['pay senior java', 'before tax'],
    ['help', 'How to ask'],
    ['', 'How to ask'],
  ])('/career %s', async (line, expected) => {
    expect(read((await slack.command(line)).body)).toContain(expected);
  });
});
