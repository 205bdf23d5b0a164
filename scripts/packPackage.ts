// `npm run build:package`: the package ganvas in build/package: the built page, and the command of scripts/package as plain
// JavaScript that serves it, trains and exports, without dependencies. `npm pack ./build/package` makes the tarball.
import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, normalizePath, type Plugin } from 'vite';
import packageJson from '../package.json';
import { licences, LICENCES_FILE } from '../vite/licences';
import { playerScripts } from '../vite/playerScripts';
import { ensurePage } from './ensureBuilt';
import { repositoryRoot } from './runTool';

const SOURCE = join(repositoryRoot, 'scripts/package');
const OUT = join(repositoryRoot, 'build/package');
const LIB = join(OUT, 'lib');

/** Files that the command reads at run time from beside its scripts. */
const BESIDE = ['vite/startGuard.js', 'node_modules/@litertjs/core/wasm/litert_wasm_compat_internal.js'];

/** Puts the package's places where those of the checkout are. */
function packedPlaces(): Plugin {
  const inCheckout = normalizePath(join(repositoryRoot, 'src/testing/nodePlaces.ts'));
  const inPackage = normalizePath(join(SOURCE, 'nodePlaces.ts'));
  return {
    name: 'packed-places',
    load: (id) => (id === inCheckout ? `export * from ${JSON.stringify(inPackage)};` : null),
  };
}

await ensurePage();
await rm(OUT, { recursive: true, force: true });
const { worker: noteLicences, text: licenceTexts } = licences(repositoryRoot);
await build({
  root: repositoryRoot,
  configFile: false,
  logLevel: 'error',
  publicDir: false,
  plugins: [packedPlaces(), playerScripts(repositoryRoot), noteLicences()],
  // Everything is bundled but what TensorFlow.js asks for on a Node without `fetch`, which is none that this runs on.
  ssr: { noExternal: true, external: ['node-fetch'] },
  build: {
    ssr: join(SOURCE, 'main.ts'),
    outDir: LIB,
    emptyOutDir: true,
    target: 'node20',
    minify: true,
    rolldownOptions: {
      output: {
        format: 'es',
        // One folder, so that every script finds the page and what lies beside it by the same path.
        entryFileNames: '[name].js',
        chunkFileNames: '[name]-[hash].js',
        keepNames: true, // errors are told apart by their names
      },
    },
  },
});
const manifest = {
  name: 'ganvas',
  version: packageJson.version,
  description: 'Trains GANs in the browser: serves the page, and trains and exports without one.',
  license: packageJson.license,
  type: 'module',
  bin: { ganvas: 'bin/ganvas.js' },
  files: ['bin', 'lib', 'dist', 'Dockerfile'],
  engines: packageJson.engines,
};
await cp(join(repositoryRoot, 'dist'), join(OUT, 'dist'), { recursive: true });
for (const path of BESIDE)
  await cp(join(repositoryRoot, path), join(LIB, path.slice(path.lastIndexOf('/') + 1)));
for (const name of ['README.md', 'Dockerfile']) await cp(join(SOURCE, name), join(OUT, name));
await cp(join(repositoryRoot, 'LICENSE'), join(OUT, 'LICENSE'));
await writeFile(join(LIB, LICENCES_FILE), licenceTexts());
await writeFile(join(OUT, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
await mkdir(join(OUT, 'bin'));
await writeFile(join(OUT, 'bin', 'ganvas.js'), "#!/usr/bin/env node\nimport '../lib/main.js';\n", {
  mode: 0o755,
});
console.log(`ganvas ${packageJson.version} in ${OUT}`);
