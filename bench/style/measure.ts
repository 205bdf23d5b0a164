// `npx tsx bench/style/measure.ts [--side 256] [--rounds 3] [--threads 2] [--profile]`: the time of one step of style transfer on
// VGG19's layers with random weights, on the CPU engine and in PyTorch, in turns, and with --profile where the engine's goes. $PYTHON
// names the interpreter with PyTorch, $DATASETS_DIR/mnist must be there. The steps are gatysSteps.ts and gatys_reference.py.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    side: { type: 'string', default: '256' },
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
    profile: { type: 'boolean', default: false },
  },
});
await runThroughVite('/bench/style/gatysSteps.ts', 'measureGatys', {
  side: Number(values.side),
  rounds: Number(values.rounds),
  threads: Number(values.threads),
  profile: values.profile,
});
