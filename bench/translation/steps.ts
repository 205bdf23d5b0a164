// `npx tsx bench/translation/steps.ts [--rounds 3] [--threads 2] [--only resnet]`: the time of a training step of CycleGAN at 32 and
// 64 pixels, and of colourisation at 64, on the CPU engine in Chromium and in PyTorch, in turns; with --profile, under Node, where it goes. $PYTHON names the interpreter with
// PyTorch, $DATASETS_DIR/mnist must be there. The measuring is stepTimes.ts.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { engineInPage } from '../browser/engineInPage';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    threads: { type: 'string', default: '2' },
    only: { type: 'string', default: '' },
    profile: { type: 'boolean', default: false },
  },
});
const threads = Number(values.threads);
await runThroughVite('/bench/translation/stepTimes.ts', 'measureSteps', {
  ask: await engineInPage(threads),
  rounds: Number(values.rounds),
  threads,
  only: values.only,
  profile: values.profile,
});
