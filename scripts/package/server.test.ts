// The server of the package, with a small page: what is found, with which headers, and that no path leads out of the page.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listFiles } from '../../vite/fileList';
import { pageHeaders } from '../../vite/pageHeaders';
import { takesGzip } from './pageAnswers';
import { servePackedPage, type PackedServer } from './server';

const SCRIPT = `export const text = '${'long '.repeat(1000)}';\n`;
const PAGE: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><title>Page</title>',
  'kiosk/index.html': '<!doctype html><title>Kiosk</title>',
  'assets/main-Ab_1.js': SCRIPT,
  'assets/net-Ab_1.wasm': '\0asm',
  'ganvas.webmanifest': '{}',
  'models/a.bin': 'weights '.repeat(500),
};

let folder = '';
let server: PackedServer;

interface Got {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Asks with the path as it is written here: `fetch` would tidy it up. */
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers, method }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  const page = join(folder, 'dist');
  const beside = { '../secret.txt': 'secret', '../data/mnist/train.gz': 'digits' };
  for (const [path, text] of Object.entries({ ...PAGE, ...beside })) {
    await mkdir(dirname(join(page, path)), { recursive: true });
    await writeFile(join(page, path), text);
  }
  await writeFile(join(page, 'files.json'), JSON.stringify(await listFiles(page)));
  await writeFile(join(page, 'unlisted.txt'), 'secret');
  server = await servePackedPage({
    ...{ folder: page, host: '127.0.0.1', ports: [0] },
    ...{ datasets: join(folder, 'data'), embedIn: 'https://school.example' },
  });
});

afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

describe('files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8', PAGE['index.html']],
    ['/index.html?a=1', 'text/html; charset=utf-8', PAGE['index.html']],
    ['/kiosk/', 'text/html; charset=utf-8', PAGE['kiosk/index.html']],
    ['/assets/main-Ab_1.js', 'text/javascript; charset=utf-8', SCRIPT],
    ['/assets/net-Ab_1.wasm', 'application/wasm', PAGE['assets/net-Ab_1.wasm']],
    ['/ganvas.webmanifest', 'application/manifest+json', '{}'],
    ['/models/%61.bin', 'application/octet-stream', PAGE['models/a.bin']],
    ['/datasets/mnist/train.gz', 'application/octet-stream', 'digits'],
  ])('%s', async (path, type, text) => {
    const { status, headers, body } = await get(path);
    expect([status, headers['content-type'], body.toString()]).toEqual([200, type, text]);
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['content-encoding']).toBeUndefined();
  });

  it('a folder without its slash is sent on, with its query', async () => {
    const { status, headers } = await get('/kiosk?panel=device');
    expect([status, headers.location]).toEqual([308, 'kiosk/?panel=device']);
  });

  it.each([
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '//secret.txt',
    '/datasets/../secret.txt',
    '/datasets/..%2fsecret.txt',
    '/datasets/mnist/..%2f..%2fsecret.txt',
    '/unlisted.txt',
    '/assets/',
    '/index.html%00.js',
  ])('%s is none', async (path) => {
    const { status, body } = await get(path);
    expect([status, body.toString()]).toEqual([404, expect.not.stringContaining('secret')]);
  });

  it('an address that cannot be read is refused', async () => {
    expect(await get('/%zz')).toMatchObject({ status: 400 });
  });

  it('reads only', async () => {
    expect(await get('/', {}, 'PUT')).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } });
    const head = await get('/', {}, 'HEAD');
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(PAGE['index.html'].length));
  });
});

describe('headers', () => {
  it.each(['/', '/assets/main-Ab_1.js', '/none', '/%zz', '/datasets/mnist/train.gz'])(
    '%s says what every server says',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(pageHeaders('https://school.example')))
        if (!(path.startsWith('/datasets/') && name === 'Cross-Origin-Resource-Policy'))
          expect(headers[name.toLowerCase()], name).toBe(value);
    },
  );

  it('assets are kept, pages are asked for anew', async () => {
    const asset = await get('/assets/main-Ab_1.js');
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const page = await get('/');
    expect(page.headers['cache-control']).toBe('no-cache');
    const { etag = '' } = page.headers;
    const again = await get('/', { 'If-None-Match': `"other", W/${etag}` });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(await get('/', { 'If-None-Match': '"other"' })).toMatchObject({ status: 200 });
  });

  it('what shrinks is packed for those who take it, under a tag of its own', async () => {
    const plain = await get('/assets/main-Ab_1.js');
    const packed = await get('/assets/main-Ab_1.js', { 'Accept-Encoding': 'br, gzip' });
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    expect(gunzipSync(packed.body).toString()).toBe(SCRIPT);
    expect(packed.headers.etag).not.toBe(plain.headers.etag);
    const weights = await get('/models/a.bin', { 'Accept-Encoding': 'gzip' });
    expect(weights.headers['content-encoding']).toBeUndefined();
  });

  it.each([
    ['gzip', true],
    ['br;q=1.0, gzip;q=0.2', true],
    ['gzip;q=0', false],
    ['br, x-gzip-like', false],
    ['', false],
  ])('%j takes gzip: %s', (header, expected) => {
    expect(takesGzip(header)).toBe(expected);
  });
});

describe('ports', () => {
  const page = (): string => join(folder, 'dist');

  it('that are in use give way to the next, or are refused by number', async () => {
    const { port } = server;
    const other = await servePackedPage({ folder: page(), host: '127.0.0.1', ports: [port, 0] });
    expect(other.port).not.toBe(port);
    await other.close();
    await expect(servePackedPage({ folder: page(), host: '127.0.0.1', ports: [port] })).rejects.toThrow(
      `Port ${port} is in use at 127.0.0.1`,
    );
  });

  it('of an address that is not this machine’s are refused', async () => {
    await expect(servePackedPage({ folder: page(), host: '203.0.113.1', ports: [0] })).rejects.toThrow(
      '--host is 203.0.113.1',
    );
  });

  it('are not taken for a folder without a page', async () => {
    await expect(servePackedPage({ folder, host: '127.0.0.1', ports: [0] })).rejects.toThrow(
      'holds no built page',
    );
  });
});
