// `npx tsx bench/exports/page.ts RUN.zip... [--out DIR] [--formats tflite,onnx]`: exports finished runs (as `npm run
// headless` writes them) in the real page, in every format and precision, as a person does; prints seconds, the longest
// task of the page's own thread and its longest wait for a frame. With --out it keeps the files and what they must draw,
// which officialRuntimes.py compares with the official runtimes. The work is pageExports.ts.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, formats: { type: 'string' } },
});
if (positionals.length === 0) {
  console.error(
    'Name run files: npx tsx bench/exports/page.ts RUN.zip... [--out DIR] [--formats tflite,onnx]',
  );
  process.exit(2);
}
await runThroughVite('/bench/exports/pageExports.ts', 'exportInPage', {
  runs: positionals.map((path) => resolve(path)),
  out: values.out === undefined ? null : resolve(values.out),
  formats: values.formats?.split(',') ?? null,
});
