// `npx tsx bench/continueElsewhere/measure.ts [--rounds 3] [--steps 20] [--models dcgan-light,lw-gan]`: steps a second of the same
// run on the page's engine under Node and in the exported script, with one and with two gloo processes, taken in turns; bytes that
// the two exchange, predicted and counted; and what docs/continue.md predicts beside what was measured. The work is rows.ts.
import { parseArgs } from 'node:util';
import { ensureKernels } from '../../scripts/ensureBuilt';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    steps: { type: 'string', default: '20' },
    models: { type: 'string', default: 'gan-mlp,lw-gan,dcgan-light,dcgan-an12954' },
  },
});
const [rounds, steps] = [values.rounds, values.steps].map(Number);
if (![rounds, steps].every((count) => Number.isInteger(count) && count > 0))
  throw new Error(`--rounds is ${values.rounds}, --steps ${values.steps}; give whole numbers from 1.`);
await ensureKernels();
await runThroughVite('/bench/continueElsewhere/rows.ts', 'measureRows', {
  ...{ rounds, steps, models: values.models.split(',') },
});
