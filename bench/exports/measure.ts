// `chrt -r 1 npx tsx bench/exports/measure.ts`: seconds per export of dcgan-an12954. The measuring is exportTimes.ts.
import { runThroughVite } from '../../scripts/runThroughVite';

await runThroughVite('/bench/exports/exportTimes.ts', 'measureExports');
