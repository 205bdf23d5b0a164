// Runs a function of a TypeScript module under Node, bundled by Vite: Node alone does not resolve TensorFlow.js' modules, and
// takes long to load a thousand of them one by one.
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'vite';
import { playerScripts } from '../vite/playerScripts';
import { repositoryRoot } from './runTool';

/** Modules still find what lies beside them in the checkout. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  enforce: 'pre',
  transform(code, id) {
    const [path] = id.split('?');
    if (path.includes('node_modules') || !code.includes('import.meta.')) return null;
    return code
      .replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
      .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href));
  },
};

/** The list of places names pages, which nothing that runs here draws. */
const withoutComponents: Plugin = {
  name: 'without-components',
  enforce: 'pre',
  load: (id) => (id.endsWith('.vue') ? 'export default {};' : null),
};

/** Bundles a file of the repository into a folder, from where packages are found. @returns the path of its bundle */
async function bundled(file: string, folder: string): Promise<string> {
  await build({
    root: repositoryRoot,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [placesOfSources, withoutComponents, playerScripts(repositoryRoot)],
    ssr: { noExternal: [/@tensorflow/] },
    build: {
      ssr: join(repositoryRoot, file),
      outDir: folder,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        output: {
          format: 'es',
          entryFileNames: 'entry.js',
          keepNames: true, // errors are told apart by their names
        },
      },
    },
  });
  return join(folder, 'entry.js');
}

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
  const folder = join(repositoryRoot, 'build', `bundle-${process.pid}`);
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  try {
    const run: unknown = (await import(pathToFileURL(await bundled(file, folder)).href))[name];
    if (typeof run !== 'function') throw new TypeError(`${file} exports no function ${name}`);
    await Reflect.apply(run, undefined, args);
    process.exit(0);
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
}
