import { pathToFileURL } from 'node:url';

/** The folder of this bench in the checkout, whatever folder the compiled files lie in: the bench is run from the checkout's root. */
export const BENCH_FOLDER = new URL('test/bench/', pathToFileURL(`${process.cwd()}/`));
