// `npx tsx bench/style/losses.ts [--side 96] [--encoder ganvas|random] [--threads 2]`: content, style and total loss of style transfer
// by L-BFGS after 50, 100 and 200 steps, on the CPU engine and in PyTorch (double precision), from the same weights and pictures. Fails
// beyond two per cent after 200. The steps are lossesAlong.ts and gatys_reference.py.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    side: { type: 'string', default: '96' },
    encoder: { type: 'string', default: 'ganvas' },
    threads: { type: 'string', default: '2' },
  },
});
await runThroughVite('/bench/style/lossesAlong.ts', 'compareLosses', {
  side: Number(values.side),
  encoder: values.encoder,
  threads: Number(values.threads),
});
