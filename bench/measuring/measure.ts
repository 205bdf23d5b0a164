// `npx tsx bench/measuring/measure.ts [--measurements N]`: the share of a run's time that live measuring takes, with the light
// model on one thread. The measuring is measuringShare.ts.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({ options: { measurements: { type: 'string', default: '4' } } });
await runThroughVite('/bench/measuring/measuringShare.ts', 'measureShare', {
  measurements: Number(values.measurements),
});
