// `chrt -r 1 npx tsx bench/imageNetworks/measure.ts [--rounds N]`: training steps from image to image against PyTorch. The
// measuring is stepTimes.ts.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '3' } } });
await runThroughVite('/bench/imageNetworks/stepTimes.ts', 'measureImageNetworks', {
  rounds: Number(values.rounds),
});
