// `chrt -r 1 npx tsx bench/exports/measure.ts`: seconds per export of dcgan-an12954. The measuring is exportTimes.ts; this
// loads it through Vite, which resolves TensorFlow.js' modules under Node.
import { createRequire } from 'node:module';
import { createServer } from 'vite';
import { repositoryRoot } from '../../scripts/runTool';

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
  const { measureExports } = await server.ssrLoadModule('/bench/exports/exportTimes.ts');
  await measureExports();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
