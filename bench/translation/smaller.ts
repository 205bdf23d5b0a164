// `npx tsx bench/translation/smaller.ts [--task cycle-gan] [--dataset digits-outlines] [--steps 2000] [--samples 400] [--threads 2]
// [--settings '{"task.width":16}'] [--rows pruned,integers] [--share 1]`: trains CycleGAN on a ready pair, or with `--task style-student` a
// style student on drawn scenes, makes it smaller in every way (or in those that --rows names; with --share in so many of the steps), and
// prints the table of losses, sizes and times with the published figures in its last column. The work is smallerTable.ts.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    task: { type: 'string', default: 'cycle-gan' },
    dataset: { type: 'string' },
    steps: { type: 'string', default: '2000' },
    samples: { type: 'string', default: '400' },
    threads: { type: 'string', default: '2' },
    settings: { type: 'string', default: '{}' },
    rows: { type: 'string' },
    share: { type: 'string', default: '1' },
  },
});
const settings: unknown = JSON.parse(values.settings);
const { task, dataset = task === 'cycle-gan' ? 'digits-outlines' : 'drawn-scenes' } = values;
await runThroughVite('/bench/translation/smallerTable.ts', 'printSmaller', {
  samples: Number(values.samples),
  threads: Number(values.threads),
  rows: values.rows?.split(',') ?? null,
  task,
  share: Number(values.share),
  settings: { dataset, steps: Number(values.steps), ...Object(settings) },
});
