// npm run fuzz:imports -- [files] [seed] [folder]: opens that many changed files of every format that the page imports, and
// counts what became of them. Ends with 1, and keeps the file in the folder, where something else than a network or a named
// error came, or where it took long. What is opened stands in src/testing/fuzzImports.ts.
import { runThroughVite } from './runThroughVite';

const [files = '2000', seed = '1', folder = 'build/fuzz'] = process.argv.slice(2);
await runThroughVite('/src/testing/fuzzImports.ts', 'fuzzImports', Number(files), Number(seed), folder);
