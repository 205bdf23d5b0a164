// Files that the page fetches from beside itself, for the worker under Node: data sets from DATASETS_DIR, models of the page.
// Everything else is fetched as ever.
import { readFile } from 'node:fs/promises';
import { modelPlace } from '../src/testing/nodePlaces';
import { datasetFile } from '../vite/serveDatasets';

/** No host of this name is ever asked. */
const BASE = 'http://ganvas.invalid/';
const MODEL_FILE = /^\/models\/(\w[\w.-]*)$/;

async function fileOf(path: string): Promise<string | null> {
  const model = MODEL_FILE.exec(path);
  if (model) return modelPlace(model[1]);
  const { DATASETS_DIR } = process.env;
  return DATASETS_DIR ? datasetFile(DATASETS_DIR, path) : null;
}

async function answer(url: URL): Promise<Response> {
  const file = await fileOf(url.pathname);
  const bytes = file === null ? null : await readFile(file).catch(() => null);
  return bytes ? new Response(Uint8Array.from(bytes)) : new Response('Not there.', { status: 404 });
}

/** From now on the worker finds its files where the page would. Call before anything of the worker is loaded. */
export function serveNodeFiles(): void {
  const fetchElsewhere = globalThis.fetch;
  Object.assign(globalThis, {
    location: new URL(BASE),
    fetch: (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      const url = new URL(input instanceof Request ? input.url : input, BASE);
      return url.href.startsWith(BASE) ? answer(url) : fetchElsewhere(input, init);
    },
  });
}
