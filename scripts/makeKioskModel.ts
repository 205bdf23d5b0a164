// `npx tsx scripts/makeKioskModel.ts RUN.zip`: the generator that the kiosk shows when its board has none. The run is
//   npm run headless -- 'dataset=mnist&model=cgan&seed=6&steps=4000' --out runs/kiosk
// and its file runs/kiosk/run.zip. The work is kioskModel.ts; Vite resolves TensorFlow.js' modules under Node.
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { createServer } from 'vite';
import { repositoryRoot } from './runTool';

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
  const [runFile] = process.argv.slice(2);
  if (!runFile) throw new RangeError('Name the run file: npx tsx scripts/makeKioskModel.ts RUN.zip');
  const { makeKioskModel } = await server.ssrLoadModule('/scripts/kioskModel.ts');
  console.log(await makeKioskModel(repositoryRoot, resolve(runFile)));
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
