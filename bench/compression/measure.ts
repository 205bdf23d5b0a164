// Makes a trained MNIST run smaller in every way that the page offers and prints the comparison table. Usage: README.md
// beside this file. The work is table.ts's; this loads it through Vite, which resolves TensorFlow.js' modules under Node.
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
  const { printTable } = await server.ssrLoadModule('/bench/compression/table.ts');
  await printTable(process.argv.slice(2));
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
