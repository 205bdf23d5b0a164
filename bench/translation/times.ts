// `chrt -r 1 npx tsx bench/translation/times.ts [--rounds 5]`: how long one picture takes through the .tflite files of translators and
// style students, by width and precision, in LiteRT on one thread. Weights do not matter for that: they are drawn. The measuring is
// timesTable.ts.
import { parseArgs } from 'node:util';
import { runThroughVite } from '../../scripts/runThroughVite';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
await runThroughVite('/bench/translation/timesTable.ts', 'printTimes', Number(values.rounds));
