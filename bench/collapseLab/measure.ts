// `npm run bench:lab`: trains every pair of the collapse lab over five seeds that were not used to tune it and records
// how many broke, mended and recovered. The measuring is measurePairs.ts; this loads it through Vite, which resolves
// TensorFlow.js' modules under Node.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { repositoryRoot } from '../../scripts/runTool';

/** Recipes were tuned on seeds 1 to 5. */
const FRESH_SEEDS = '11,12,13,14,15';

const { values } = parseArgs({
  options: {
    /** Ids, with commas between; all when absent. */
    pairs: { type: 'string', default: '' },
    seeds: { type: 'string', default: FRESH_SEEDS },
    /** Only says what it finds. */
    dry: { type: 'boolean', default: false },
  },
});
const listOf = (text: string): string[] => text.split(',').filter((part) => part !== '');

// TensorFlow.js asks for Node's modules the old way.
Object.assign(globalThis, { require: createRequire(import.meta.url) });

const server = await createServer({
  root: repositoryRoot,
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
  optimizeDeps: { noDiscovery: true },
  ssr: { noExternal: [/@tensorflow/] },
});

try {
  const { measurePairs } = await server.ssrLoadModule('/bench/collapseLab/measurePairs.ts');
  await measurePairs({
    pairs: listOf(values.pairs),
    seeds: listOf(values.seeds).map(Number),
    write: !values.dry,
  });
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
