// Test servers only: gives a worker of the tests as one file, built as the page's workers are. Module by module, as the
// development server gives it, a worker takes seconds to start. Not part of the built page.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { build, type Plugin } from 'vite';
import { catalogueData } from './catalogueData';
import { playerScripts } from './playerScripts';

const TYPES: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.wasm': 'application/wasm' };
const ENTRY = 'virtual:bundled-worker';
const ISOLATION = {
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

type Files = ReadonlyMap<string, string | Uint8Array>;

/** Builds the worker as vite.config.ts builds the page's; its files by name, each worker under its own (`x.worker.js`). */
async function bundle(root: string, worker: string): Promise<Files> {
  const built = await build({
    root,
    configFile: false,
    base: './',
    logLevel: 'error',
    publicDir: false,
    plugins: [
      {
        name: 'bundled-worker-entry',
        resolveId: (id) => (id === ENTRY ? `\0${ENTRY}` : null),
        load: (id) =>
          id === `\0${ENTRY}`
            ? `export default () => new Worker(new URL('/${worker}', import.meta.url), { type: 'module' });`
            : null,
      },
    ],
    worker: {
      format: 'es',
      plugins: () => [playerScripts(root), catalogueData(root)],
      rolldownOptions: { output: { keepNames: true, entryFileNames: '[name].js' } },
    },
    build: { write: false, target: 'es2022', rolldownOptions: { input: ENTRY } },
  });
  if (!('output' in built))
    throw new TypeError(`${worker} was built into something else than one set of files.`);
  return new Map(
    built.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

/**
 * Serves `worker` (a path from the root, `src/testing/x.worker.ts`) and what it loads under `/bundled/`, built when it is
 * first asked for.
 */
export function bundledWorker(worker: string): Plugin {
  let files: Promise<Files> | null = null;
  return {
    name: 'bundled-worker',
    configureServer({ config, middlewares }) {
      const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
        files ??= bundle(config.root, worker);
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const content = (await files).get(pathname.slice(1));
        const type = TYPES[extname(pathname)];
        if (content === undefined || !type) response.writeHead(404).end('Not a file of the bundled worker.');
        else response.writeHead(200, { 'Content-Type': type, ...ISOLATION }).end(content);
      };
      middlewares.use('/bundled', (request, response, next) => void answer(request, response).catch(next));
    },
  };
}
