// `npx tsx bench/style/measure.ts [--side 256] [--steps 5] [--threads 2] [--peers torch]`: the time of one step of style transfer on
// VGG19's layers with random weights, on the CPU engine and in PyTorch (Debian's python3-torch), one after the other in one run.
// The steps are gatysSteps.ts and reference.py.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    side: { type: 'string', default: '256' },
    steps: { type: 'string', default: '5' },
    threads: { type: 'string', default: '2' },
    peers: { type: 'string', default: 'torch' },
  },
});
await runThroughVite('/bench/style/gatysSteps.ts', 'measureGatys', {
  side: Number(values.side),
  steps: Number(values.steps),
  threads: Number(values.threads),
  torch: values.peers.includes('torch'),
});
