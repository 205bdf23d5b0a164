// `npm run bench:lab`: trains every pair of the collapse lab over five seeds that were not used to tune it and records
// how many broke, mended and recovered. The measuring is measurePairs.ts.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

/** Recipes were tuned on seeds 1 to 5. */
const FRESH_SEEDS = '11,12,13,14,15';

const { values } = parseArgs({
  options: {
    /** Ids, with commas between; all when absent. */
    pairs: { type: 'string', default: '' },
    /** One of the data sets that the pairs can be trained on; their own when absent. */
    dataset: { type: 'string', default: '' },
    seeds: { type: 'string', default: FRESH_SEEDS },
    /** Only says what it finds. */
    dry: { type: 'boolean', default: false },
  },
});
const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

await runThroughVite('/bench/collapseLab/measurePairs.ts', 'measurePairs', {
  pairs: listOf(values.pairs),
  dataset: values.dataset,
  seeds: listOf(values.seeds).map(Number),
  write: !values.dry,
});
