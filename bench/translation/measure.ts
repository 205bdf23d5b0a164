// `npx tsx bench/translation/measure.ts [--pair digits-outlines] [--digits mnist] [--seconds 300] [--threads 2]
// [--settings '{"task.width":16}']`: trains CycleGAN on a ready pair and counts the digits that come through. The training is
// trainPair.ts; MNIST from $DATASETS_DIR/mnist.
import { parseArgs } from 'node:util';
import '../../scripts/testData';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({
  options: {
    pair: { type: 'string', default: 'digits-outlines' },
    digits: { type: 'string', default: 'mnist' },
    seconds: { type: 'string', default: '300' },
    threads: { type: 'string', default: '2' },
    seed: { type: 'string', default: '1' },
    settings: { type: 'string', default: '{}' },
  },
});
const settings: unknown = JSON.parse(values.settings);
await runThroughVite('/bench/translation/trainPair.ts', 'trainPair', {
  pair: values.pair,
  digits: values.digits,
  seconds: Number(values.seconds),
  threads: Number(values.threads),
  settings: { seed: Number(values.seed), ...Object(settings) },
});
