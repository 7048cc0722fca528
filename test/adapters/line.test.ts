import { beforeAll, describe, expect, test } from 'vitest';
import { readLine } from '../../adapters/line.ts';
import { type Advisor, createAdvisor } from '../../src/advisor.ts';
import { ownLibrary } from '../library.ts';

describe('a line behind /career', () => {
  let advisor: Advisor;
  beforeAll(async () => {
    advisor = createAdvisor(await ownLibrary());
  });
  const said = (text: string): string => {
    const line = readLine(text, advisor);
    return line.type === 'command' ? `${line.command.name}: ${line.rest}` : line.type;
  };

  test.each([
    ['skill docker', 'skill: docker'],
    ['skil docker', 'skill: docker'],
    ['SKILL: Docker', 'skill: Docker'],
    ['skills docker', 'skill: docker'],
    ['Path devops from python, sql', 'path: devops from python, sql'],
    ['path to devops i know python and sql', 'path: to devops i know python and sql'],
    ['paht devops', 'path: devops'],
    ['pay senior java', 'pay: senior java'],
    ['pya senior', 'pay: senior'],
    ['pay in germany', 'pay: in germany'],
    ['pay', 'pay: '],
    ['topics money', 'topics: money'],
    ['topcs', 'topics: '],
    ['topic', 'topics: '],
    ['help', 'help: '],
    ['hlep', 'help: '],
    ['', 'help: '],
    ['  ', 'help: '],
    ['/career skill git', 'skill: git'],
    ['ask do I need a degree', 'ask: do I need a degree'],
    ['privacy', 'privacy'],
    ['inbox', 'inbox'],
  ])('"%s" is the command %s', (text, expected) => {
    expect(said(text)).toBe(expected);
  });

  test.each([
    'path to become a backend developer',
    'path to becoming a data engineer?',
    'help me choose a language',
    'pay for juniors?',
    'pay attention to what in an offer',
    'skills for a junior backend developer',
    'skill gap?',
    'topics I should revise before an interview',
    'asking for a raise',
    'still learning how to test',
    'career change at 40',
    'privacy law for developers',
    'play games',
    'how do I become a backend developer?',
    'docker',
    'past experience',
  ])('"%s" is a question', text => {
    expect(said(text)).toBe('question');
  });
});
