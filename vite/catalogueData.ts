// `virtual:catalogue`: what the page may choose from, as data. The registries hold the code of everything beside it, TensorFlow.js
// too; the build runs them once, so that the page can be used before that code is fetched.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runnerImport, type Plugin } from 'vite';

const CATALOGUE = 'virtual:catalogue';
const SOURCE = 'src/worker/catalogue.ts';

/** Runs `load` with the `require` that TensorFlow.js asks for under Node, the old way, while it is imported. */
async function withRequire<T>(load: () => Promise<T>): Promise<T> {
  const had = Object.getOwnPropertyDescriptor(globalThis, 'require');
  Object.defineProperty(globalThis, 'require', {
    value: createRequire(import.meta.url),
    configurable: true,
  });
  try {
    return await load();
  } finally {
    Reflect.deleteProperty(globalThis, 'require');
    if (had) Object.defineProperty(globalThis, 'require', had);
  }
}

/** @param root folder of the project */
export function catalogueData(root: string): Plugin {
  return {
    name: 'catalogue-data',
    resolveId: (id) => (id === CATALOGUE ? `\0${CATALOGUE}` : null),
    async load(id) {
      if (id !== `\0${CATALOGUE}`) return null;
      const { module, dependencies } = await withRequire(() =>
        runnerImport<{ readonly catalogue: unknown }>(join(root, SOURCE), {
          root,
          logLevel: 'error',
          environments: {
            inline: { resolve: { noExternal: [/@tensorflow/], mainFields: ['module', 'main'] } },
          },
        }),
      );
      for (const file of dependencies) if (file.startsWith(join(root, 'src'))) this.addWatchFile(file);
      return `export default ${JSON.stringify(module.catalogue)};`;
    },
  };
}
