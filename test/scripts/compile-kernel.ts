import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main } from 'assemblyscript/asc';

const SOURCE = 'look.as.ts';

/** The folder of the kernel, in the checkout. @param root of the checkout */
export function kernelIn(root: string): string {
  return join(root, 'src/engine/kernel');
}

/**
 * Compiles the inner loop of learning.
 * @returns the text of `look.wasm.ts`
 * @throws with the compiler's words where the source is wrong
 */
export async function compileKernel(root = fileURLToPath(new URL('../..', import.meta.url))): Promise<string> {
  let wasm: Uint8Array | undefined;
  const { error, stderr } = await main(
    [SOURCE, '--outFile', 'look.wasm', '-O3', '--runtime', 'stub', '--noAssert', '--enable', 'simd'],
    {
      readFile: (name: string) => (name === SOURCE ? readFileSync(join(kernelIn(root), SOURCE), 'utf8') : null),
      writeFile: (_name: string, contents: Uint8Array | string) => {
        if (typeof contents !== 'string') wasm = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !wasm) throw new Error(`${SOURCE} does not compile.\n${stderr.toString()}`);
  const base64 = Buffer.from(wasm).toString('base64');
  return `/** Made from ${SOURCE} by \`npm run kernel\`; a test compares the two. */\nexport const LOOK =\n  '${base64}';\n`;
}
