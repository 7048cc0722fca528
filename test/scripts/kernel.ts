import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileKernel, kernelIn } from './compile-kernel.ts';

// npm run kernel
const root = process.cwd();
writeFileSync(join(kernelIn(root), 'look.wasm.ts'), await compileKernel(root));
