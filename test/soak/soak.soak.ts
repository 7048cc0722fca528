import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { discordLoad } from './discord-load.ts';
import { say, soak } from './run.ts';
import { slackLoad } from './slack-load.ts';

/** Fewer for a quick look: `QUESTIONS=20000 npm run soak`. */
const QUESTIONS = Number(process.env['QUESTIONS'] ?? 200_000);
/** One bot has Slack in one mode only: so many of the questions are asked of a second one. */
const OVER_HTTP = 0.3;
const SEED = Number(process.env['SEED'] ?? 1);
const LONG = { atOnce: 64, faultEvery: 700, editEvery: 6000, mostExcused: 0.01, seed: SEED };
/** Fewer do not fill the caches, so that memory still grows to its end. */
const ENOUGH = 100_000;

test(`${QUESTIONS} questions over all platforms, with reloads and faults`, async () => {
  const http = Math.round(QUESTIONS * OVER_HTTP);
  const loads = [await discordLoad(), await slackLoad('socket')];
  const parts = [
    await soak(loads, { ...LONG, questions: QUESTIONS - http }),
    await soak([await slackLoad('http')], { ...LONG, questions: http }),
  ];
  for (const { memory, reloads } of parts) {
    expect(reloads).toBeGreaterThan(0);
    if (QUESTIONS >= ENOUGH) expect(memory.growth()).toEqual([]);
  }
});

test(`${QUESTIONS} lines through one terminal conversation`, async () => {
  const main = fileURLToPath(new URL('../../dist/adapters/main.js', import.meta.url));
  const questions: string[] = (
    parse(readFileSync(new URL('../questions/first.yaml', import.meta.url), 'utf8')) as { q?: string }[]
  ).flatMap(item => item.q ?? []);
  const child = spawn(process.execPath, [main, 'ask', '--batch', '-'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    env: { PATH: process.env['PATH'] ?? '' },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const memory: number[] = [];
  let replies = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    replies += text.split('\n').length - 1;
  });
  const samples = setInterval(() => {
    const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
    memory.push(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024);
  }, 1000);
  for (let at = 0; at < QUESTIONS; at++) {
    const line = JSON.stringify({ id: at, question: `${questions[at % questions.length]} ${at % 17}` });
    if (!child.stdin.write(`${line}\n`)) await new Promise(resolve => child.stdin.once('drain', resolve));
  }
  child.stdin.end();
  const code = await new Promise(resolve => child.once('close', resolve));
  clearInterval(samples);
  const least = (from: number, to: number): number =>
    Math.min(...memory.slice(Math.floor(memory.length * from), Math.ceil(memory.length * to)));
  const [before, after] = [least(0.3, 0.5), least(0.8, 1)];
  say(`${replies} replies in the terminal; resident ${Math.round(before / 1e6)} → ${Math.round(after / 1e6)} MB`);
  expect({ code, replies }).toEqual({ code: 0, replies: QUESTIONS });
  expect(after).toBeLessThan(before * 1.1 + 5e6);
});
