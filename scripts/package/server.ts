// Serves a folder with the built page by Node alone: the headers of vite/pageHeaders on every answer, gzip where it is taken,
// data sets under datasets/. What a path is answered with, pageAnswers.ts says.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { isIPv6 } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { FILE_LIST, readFileList, type ListedFile } from '../../src/core/pageFiles';
import { pageHeaders } from '../../vite/pageHeaders';
import { answerDatasets } from '../../vite/serveDatasets';
import { answerTo, filesByPath, pathOf } from './pageAnswers';

export interface PackedPage {
  /** Holds the built page with its list of files. */
  readonly folder: string;
  readonly host: string;
  /** Tried one after the other. */
  readonly ports: readonly number[];
  /** Folder of data sets, as DATASETS_DIR names it. */
  readonly datasets?: string;
  /** Origins whose pages may show this one in a frame. */
  readonly embedIn?: string;
}

export interface PackedServer {
  /** Address of the page, with a slash at its end. */
  readonly url: string;
  readonly port: number;
  close(): Promise<void>;
}

/** The page cannot be served where it was asked for. */
export class ServeError extends Error {
  override readonly name = 'ServeError';
}

const packed = promisify(gzip);

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Reads bodies, and keeps them: the folder does not change, and all of it is small beside what training takes. */
function bodiesOf(folder: string): (file: ListedFile, isPacked: boolean) => Promise<Uint8Array> {
  const kept = new Map<string, Promise<Uint8Array>>();
  return ({ path }, isPacked) => {
    const key = `${path}${isPacked ? '?gzip' : ''}`;
    const found = kept.get(key);
    if (found) return found;
    const reading = readFile(join(folder, path)).then((bytes) => (isPacked ? packed(bytes) : bytes));
    reading.catch(() => kept.delete(key));
    kept.set(key, reading);
    return reading;
  };
}

/** All files of the page: those that its list names, and the list. @throws ServeError */
async function filesOf(folder: string): Promise<readonly ListedFile[]> {
  const bytes = await readFile(join(folder, FILE_LIST)).catch(() => {
    throw new ServeError(`${folder} holds no built page: install the package again.`);
  });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return [
    ...readFileList(JSON.parse(bytes.toString())).files,
    { path: FILE_LIST, bytes: bytes.length, sha256 },
  ];
}

/** Sends a sentence with a status. */
function say(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' }).end(`${words}\n`);
}

async function listenAt(server: Server, host: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Listens at the first port that is free. @throws ServeError */
async function listen(server: Server, host: string, ports: readonly number[]): Promise<void> {
  for (const port of ports)
    try {
      return await listenAt(server, host, port);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EADDRINUSE') continue;
      if (code === 'EACCES')
        throw new ServeError(`Port ${port} may not be used; give one from 1024 with --port.`);
      if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
        throw new ServeError(
          `--host is ${host}, no address of this machine; give 0.0.0.0 for all that it has.`,
        );
      throw error;
    }
  const all = ports.length > 1 ? `Ports ${ports[0]} to ${ports.at(-1)} are` : `Port ${ports[0]} is`;
  throw new ServeError(`${all} in use at ${host}; give another with --port, or 0 for any that is free.`);
}

/** Serves until closed. @throws ServeError when the folder holds no page, or no port can be used */
export async function servePackedPage(page: PackedPage): Promise<PackedServer> {
  const { folder, host, ports, datasets, embedIn } = page;
  const files = filesByPath(await filesOf(folder));
  const bodyOf = bodiesOf(folder);
  const headers = pageHeaders(embedIn);
  const datasetsOf = answerDatasets(datasets);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const { method, url = '/' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      return say(response, 405, `${method} is not answered here.`);
    }
    const path = pathOf(url);
    if (path === null) return say(response, 400, 'The address cannot be read.');
    const missing = (): void => say(response, 404, 'No such file.');
    if (path.startsWith('/datasets/')) return datasetsOf(request, response, missing);
    const found = answerTo(files, path, {
      acceptEncoding: request.headers['accept-encoding']?.toString(),
      ifNoneMatch: request.headers['if-none-match'],
    });
    if (found.kind === 'missing') return missing();
    if (found.kind === 'moved') {
      const query = url.includes('?') ? url.slice(url.indexOf('?')) : '';
      response.setHeader('Location', `${found.to}${query}`);
      return say(response, 308, 'The page has a slash at its end.');
    }
    if (found.kind === 'same') {
      response.writeHead(304, found.headers).end();
      return;
    }
    const body = await bodyOf(found.file, found.gzip);
    response.writeHead(200, { ...found.headers, 'Content-Length': body.length });
    response.end(method === 'HEAD' ? undefined : body);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      if (response.headersSent) response.destroy();
      else say(response, 500, 'The file could not be read.');
    });
  });
  await listen(server, host, ports);
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new ServeError(`${host} gave no port.`);
  return {
    url: `http://${isIPv6(host) ? `[${host}]` : host}:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
