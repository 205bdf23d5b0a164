// `npm run train:evaluator -- mnist`: trains the classifiers that judge samples and writes them to public/models. The
// training is evaluatorTraining.ts; this loads it through Vite, which resolves TensorFlow.js' modules under Node.
import { createRequire } from 'node:module';
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
  const { trainEvaluator } = await server.ssrLoadModule('/scripts/evaluatorTraining.ts');
  await trainEvaluator();
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
