// Runs a function of a TypeScript module under Node, loaded by Vite: Node alone does not resolve TensorFlow.js' modules.
import { createRequire } from 'node:module';
import { createServer } from 'vite';
import { playerScripts } from '../vite/playerScripts';
import { repositoryRoot } from './runTool';

/**
 * Calls the export `name` of `file` (from the repository's root, '/bench/x.ts') and ends the process: 0, or 1 with what
 * it threw.
 */
export async function runThroughVite(
  file: string,
  name: string,
  ...args: readonly unknown[]
): Promise<never> {
  // TensorFlow.js asks for Node's modules the old way.
  Object.assign(globalThis, { require: createRequire(import.meta.url) });
  const server = await createServer({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'error',
    plugins: [playerScripts(repositoryRoot)],
    server: { middlewareMode: true, watch: null, hmr: false, ws: false },
    optimizeDeps: { noDiscovery: true },
    ssr: { noExternal: [/@tensorflow/] },
  });
  try {
    const run: unknown = (await server.ssrLoadModule(file))[name];
    if (typeof run !== 'function') throw new TypeError(`${file} exports no function ${name}`);
    await Reflect.apply(run, undefined, args);
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
