// A board as the kiosk sees it: the built page and a folder of models over HTTP on loopback, whose models can be changed,
// damaged and taken away, and which can fall silent. Compresses and counts what it sends. The real servers have tests of
// their own.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { KioskManifest } from '../../src/core/kioskManifest';
import { pageHeaders } from '../../vite/pageHeaders';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

export interface BoardModel {
  readonly bytes: Uint8Array;
  readonly latent: number;
  readonly classes: number;
  readonly image: readonly number[];
  /** What its manifest says beside: of what takes pictures. */
  readonly told?: Partial<KioskManifest>;
}

export class Board {
  /** Whether the headers of every other server are sent: what threads need, and the policy. */
  isolated = true;
  /** Other origins that its headers let show the page in a frame. */
  embedIn = '';
  /** What it sends beside. */
  headers: Readonly<Record<string, string>> = {};
  /** Folder of the server that the page lies in, with a slash at its end. */
  folder = '';
  /** Whether it answers at all. */
  silent = false;
  /** Files beside the built ones, by path. */
  readonly files = new Map<string, string | Uint8Array>();
  /** Replaces the content of built files on their way out. */
  rewrite: (path: string, content: Buffer) => Buffer | null = (_path, content) => content;
  readonly received = new Map<string, Buffer>();
  sentBytes = 0;
  readonly sent: string[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Board> {
    const server = createServer();
    const board = new Board(server);
    server.on('request', (request, response) => void board.#answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return board;
  }

  get url(): string {
    const address = this.#server.address();
    if (typeof address !== 'object' || !address) throw new Error('The board is not listening.');
    return `http://127.0.0.1:${address.port}/${this.folder}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Puts a model on the board as an uploader does: file first, manifest last. `change` spoils the manifest. */
  put(name: string, model: BoardModel, change: object = {}): void {
    const { bytes, latent, classes, image, told } = model;
    const file = `${name.replaceAll(' ', '-')}.tflite`;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    this.files.set(`models/${file}`, bytes);
    const facts = { version: 1, name, file, format: 'tflite', bytes: bytes.length, sha256 };
    const manifest = { ...facts, latent, classes, image, range: [-1, 1], ...told, ...change };
    this.files.set('models/kiosk.json', JSON.stringify(manifest));
  }

  async #content(path: string): Promise<Buffer | null> {
    const own = this.files.get(path);
    if (own !== undefined) return Buffer.from(own);
    try {
      return this.rewrite(path, await readFile(join(DIST, path)));
    } catch {
      return null;
    }
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (this.silent) return void response.destroy();
    const { pathname } = new URL(request.url ?? '/', this.url);
    const whole = normalize(decodeURIComponent(pathname)).replace(/^\/+/, '');
    const plain = whole.startsWith(this.folder) ? whole.slice(this.folder.length) : 'elsewhere';
    const path = plain === '' || plain.endsWith('/') ? `${plain}index.html` : plain;
    if (request.method === 'PUT') return this.#take(path, request, response);
    const content = await this.#content(path);
    if (!content) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not here.');
      return;
    }
    const body = gzipSync(content);
    this.sentBytes += body.length;
    this.sent.push(path);
    const kept = path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache';
    response.writeHead(200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Content-Encoding': 'gzip',
      'Cache-Control': kept,
      ...(this.isolated ? pageHeaders(this.embedIn) : {}),
      ...this.headers,
    });
    response.end(body);
  }

  async #take(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(Buffer.from(part));
    this.received.set(path, Buffer.concat(parts));
    response.writeHead(201).end();
  }
}
