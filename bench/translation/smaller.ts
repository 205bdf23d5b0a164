// `npx tsx bench/translation/smaller.ts [--dataset digits-outlines] [--steps 2000] [--samples 400] [--threads 2]
// [--settings '{"task.width":16}'] [--rows pruned,integers]`: trains CycleGAN on a ready pair, makes it smaller in every way (or in those
// that --rows names), and prints the table of losses, sizes and times with the published figures in its last column. The work is
// smallerTable.ts.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    dataset: { type: 'string', default: 'digits-outlines' },
    steps: { type: 'string', default: '2000' },
    samples: { type: 'string', default: '400' },
    threads: { type: 'string', default: '2' },
    settings: { type: 'string', default: '{}' },
    rows: { type: 'string' },
  },
});
const settings: unknown = JSON.parse(values.settings);
await runThroughVite('/bench/translation/smallerTable.ts', 'printSmaller', {
  samples: Number(values.samples),
  threads: Number(values.threads),
  rows: values.rows?.split(',') ?? null,
  settings: { dataset: values.dataset, steps: Number(values.steps), ...Object(settings) },
});
