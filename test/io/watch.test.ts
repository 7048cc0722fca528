import { mkdir, mkdtemp, rename, rm, symlink, unlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { appearance, type Watch, watchFolder } from '../../src/io/watch.ts';

let folder = '';
let watch: Watch | undefined;
let changes = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'signpost-watch-'));
  await mkdir(join(folder, 'faq'));
  await writeFile(join(folder, 'faq/a.yaml'), 'one');
  changes = 0;
});
afterEach(async () => {
  watch?.stop();
  await rm(folder, { recursive: true, force: true });
});

async function begin(): Promise<void> {
  const tell = (): void => {
    changes += 1;
  };
  watch = watchFolder(folder, await appearance(folder), tell, 10);
}

/** Waits until so many changes were told, and a little longer, so that one too many would be seen. */
async function told(count: number): Promise<number> {
  for (let turn = 0; turn < 500 && changes < count; turn++) await pause(10);
  await pause(150);
  return changes;
}

describe('the watch over the knowledge folder', () => {
  test('says nothing while nothing changes', async () => {
    await begin();
    expect(await told(0)).toBe(0);
  });

  test.each([
    ['is written anew', () => writeFile(join(folder, 'faq/a.yaml'), 'two, longer')],
    [
      'is written anew with the same length, by another editor, under another name first',
      async () => {
        await writeFile(join(folder, 'faq/.a.yaml.swp'), 'eno');
        await rename(join(folder, 'faq/.a.yaml.swp'), join(folder, 'faq/a.yaml'));
      },
    ],
    ['is taken out', () => unlink(join(folder, 'faq/a.yaml'))],
    [
      'is added in a new folder',
      async () => {
        await mkdir(join(folder, 'skills'));
        await writeFile(join(folder, 'skills/b.yml'), 'three');
      },
    ],
  ])('tells once when a file %s', async (_, change) => {
    await begin();
    await change();
    expect(await told(1)).toBe(1);
  });

  test('waits until a copy that goes on has ended', async () => {
    await begin();
    for (let part = 0; part < 8; part++) {
      await writeFile(join(folder, `faq/part-${part}.yaml`), 'x'.repeat(part + 1));
      await pause(8);
    }
    expect(await told(1)).toBeLessThan(8);
  });

  test('sees a folder that a symbolic link swaps, as mounted configuration is swapped', async () => {
    const [first, second] = [join(folder, '..data-1'), join(folder, '..data-2')];
    for (const [place, text] of [
      [first, 'one'],
      [second, 'two'],
    ] as const) {
      await mkdir(place);
      await writeFile(join(place, 'b.yaml'), text);
      await utimes(join(place, 'b.yaml'), 1, 1);
    }
    await symlink(first, join(folder, '..data'));
    await symlink('../..data/b.yaml', join(folder, 'faq/b.yaml'));
    await begin();
    await symlink(second, join(folder, '..data-new'));
    await rename(join(folder, '..data-new'), join(folder, '..data'));
    expect(await told(1)).toBe(1);
  });

  test('tells when the folder is gone, and when it is back', async () => {
    await begin();
    await rename(folder, `${folder}-gone`);
    expect(await told(1)).toBe(1);
    await rename(`${folder}-gone`, folder);
    expect(await told(2)).toBe(2);
  });

  test('leaves other files alone', async () => {
    await begin();
    await writeFile(join(folder, 'README.md'), 'words');
    await writeFile(join(folder, 'faq/a.yaml~'), 'old');
    await writeFile(join(folder, 'faq/.#a.yaml'), 'lock');
    expect(await told(0)).toBe(0);
  });

  test('is silent after it was stopped', async () => {
    await begin();
    watch?.stop();
    await writeFile(join(folder, 'faq/a.yaml'), 'two, longer');
    expect(await told(0)).toBe(0);
  });
});
