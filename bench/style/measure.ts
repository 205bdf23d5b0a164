// `npx tsx bench/style/measure.ts [--side 256] [--rounds 3] [--threads 2] [--profile]`: the time of one step of style transfer on
// VGG19's layers with random weights, on the CPU engine in Chromium and in PyTorch, in turns, and with --profile, under Node, where it goes. $PYTHON
// names the interpreter with PyTorch, $DATASETS_DIR/mnist must be there. The steps are gatysSteps.ts and gatys_reference.py.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { engineInPage } from '../browser/engineInPage';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    side: { type: 'string', default: '256' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
    profile: { type: 'boolean', default: false },
  },
});
const threads = Number(values.threads);
await runThroughVite('/bench/style/gatysSteps.ts', 'measureGatys', {
  ask: await engineInPage(threads),
  side: Number(values.side),
  rounds: Number(values.rounds),
  threads,
  profile: values.profile,
});
