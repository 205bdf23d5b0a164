// Serves the data set files of one folder (environment variable DATASETS_DIR) as `datasets/<name>/<file>` in the
// development and preview servers. Not part of the built page; any web server can offer the same paths.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join, resolve, sep } from 'node:path';
import type { Plugin } from 'vite';

/** One folder and one file, plain names only: nothing that could climb out of the folder. */
const DATASET_PATH = /^\/datasets\/(\w[\w-]*)\/(\w[\w.-]*)$/;

/**
 * The file that a request path names inside of `folder`, or null when it names none.
 * Links that lead out of the folder count as none.
 */
export async function datasetFile(folder: string, path: string): Promise<string | null> {
  const match = DATASET_PATH.exec(path);
  if (!match || match[2].includes('..')) return null;
  try {
    const root = await realpath(resolve(folder));
    const file = await realpath(join(root, match[1], match[2]));
    if (!file.startsWith(root + sep)) return null;
    return (await stat(file)).isFile() ? file : null;
  } catch {
    return null; // the folder or the file does not exist
  }
}

type Next = () => void;

/** @param folder what DATASETS_DIR says; without it every data set path answers 404, every other path is `next`'s */
export function answerDatasets(folder: string | undefined) {
  return async (request: IncomingMessage, response: ServerResponse, next: Next): Promise<void> => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    if (!path.startsWith('/datasets/')) return next();
    const file = folder ? await datasetFile(folder, path) : null;
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    if (!file) {
      response.statusCode = 404;
      response.setHeader('Content-Type', 'text/plain');
      response.end(folder ? 'No such data set file.' : 'Set DATASETS_DIR to a folder of data sets.');
      return;
    }
    // Compressed files travel as they are: no Content-Encoding, or the browser would unpack them unasked.
    response.setHeader('Content-Type', 'application/octet-stream');
    response.setHeader('Content-Length', (await stat(file)).size);
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).pipe(response);
  };
}

/** @param folder what DATASETS_DIR says; without it every data set path answers 404 */
export function serveDatasets(folder: string | undefined): Plugin {
  return {
    name: 'serve-datasets',
    configureServer(server) {
      server.middlewares.use(answerDatasets(folder));
    },
    configurePreviewServer(server) {
      server.middlewares.use(answerDatasets(folder));
    },
  };
}
