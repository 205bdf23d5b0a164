// What the configurations give to readers, proved with the servers that they are for.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pageHeaders } from '../vite/pageHeaders';
import { CLIMBS, ORIGIN, serverMisses, TOKEN } from './serverFacts';
import { PAGE_FILES, startBoard, type TestBoard } from './serverHarness';

/** Pages that may show the board's page in a frame. */
const EMBEDDERS = 'https://lms.example https://school.example:8443';

const KINDS = [
  ['/', 'text/html'],
  ['/kiosk/', 'text/html'],
  ['/kiosk/sw.js', 'text/javascript'],
  ['/kiosk/kiosk.webmanifest', 'application/manifest+json'],
  ['/icon.svg', 'image/svg+xml'],
  ['/assets/index-1a2b.js', 'text/javascript'],
  ['/assets/index-1a2b.css', 'text/css'],
  ['/assets/engine-3c4d.wasm', 'application/wasm'],
  ['/models/evaluator-mnist.json', 'application/json'],
  ['/models/board.json', 'application/json'],
] as const;

describe.each(['lighttpd', 'nginx'] as const)('%s', (name) => {
  describe.skipIf(serverMisses[name])(`as it is installed ${serverMisses[name] ?? ''}`, () => {
    let board: TestBoard;
    beforeAll(async () => {
      board = await startBoard(name, ...EMBEDDERS.split(' ').flatMap((origin) => ['--embed-in', origin]));
    });
    afterAll(() => board?.stop());

    it.each([false, true])('secures every answer, found or not (HTTPS: %s)', async (secure) => {
      for (const path of [
        '/',
        '/kiosk/',
        '/assets/index-1a2b.js',
        '/models/board.json',
        '/nothing',
        '/assets/',
      ]) {
        const { headers } = await board.ask(path, { secure });
        for (const [header, value] of Object.entries(pageHeaders(EMBEDDERS))) {
          expect(headers[header.toLowerCase()], `${header} of ${path}`).toBe(value);
        }
      }
    });

    it.each(KINDS)('%s is %s', async (path, type) => {
      const { status, headers } = await board.ask(path);
      expect(status).toBe(200);
      expect(headers['content-type']?.split(';')[0]).toBe(type);
    });

    it('sends the compressed file to who can read it, and the plain one to who cannot', async () => {
      const path = '/assets/index-1a2b.js';
      const text = PAGE_FILES['assets/index-1a2b.js'];
      const small = await board.ask(path, { headers: { 'Accept-Encoding': 'br, gzip' } });
      expect(small.headers['content-encoding']).toBe('gzip');
      expect(small.headers['content-type']).toContain('text/javascript');
      expect(small.headers.vary).toContain('Accept-Encoding');
      expect(small.body.length).toBeLessThan(text.length / 2);
      expect(gunzipSync(small.body).toString()).toBe(text);
      for (const encoding of ['identity', 'gzip;q=0', '']) {
        const plain = await board.ask(path, { headers: { 'Accept-Encoding': encoding } });
        expect(plain.headers['content-encoding'], encoding).toBeUndefined();
        expect(plain.body.toString()).toBe(text);
      }
      const wasm = await board.ask('/assets/engine-3c4d.wasm', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(wasm.headers['content-type']).toBe('application/wasm');
      expect(gunzipSync(wasm.body).toString()).toBe(PAGE_FILES['assets/engine-3c4d.wasm']);
      const page = await board.ask('/', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(gunzipSync(page.body).toString()).toBe(PAGE_FILES['index.html']);
      const kiosk = await board.ask('/kiosk/?panel=device', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(gunzipSync(kiosk.body).toString()).toBe(PAGE_FILES['kiosk/index.html']);
    });

    it('lets hashed files be kept for ever, the page be asked for anew, the model not be kept', async () => {
      const keep = async (path: string): Promise<string | undefined> =>
        (await board.ask(path)).headers['cache-control'];
      expect(await keep('/assets/index-1a2b.js')).toContain('immutable');
      expect(await keep('/')).toBe('no-cache');
      expect(await keep('/kiosk/sw.js')).toBe('no-cache');
      expect(await keep('/models/kiosk.json')).toBe('no-store');
      expect(await keep('/models/board.json')).toBe('no-store');
    });

    it('leads /kiosk to the kiosk and keeps what was asked', async () => {
      const { status, headers } = await board.ask('/kiosk?panel=device');
      expect(status).toBe(302);
      expect(headers.location).toBe('/kiosk/?panel=device');
    });

    it('lists no folder', async () => {
      for (const path of ['/assets/', '/models/', '/results/', '/board/']) {
        const { status, body } = await board.ask(path);
        expect([403, 404], path).toContain(status);
        expect(body.toString()).not.toMatch(/index-1a2b|evaluator|result_im/);
      }
    });

    it('refuses uploads until a token is set, whatever is given', async () => {
      expect(JSON.parse((await board.ask('/models/board.json')).body.toString())).toMatchObject({
        version: 1,
        upload: false,
        saveResults: false,
      });
      for (const token of [undefined, '', TOKEN]) {
        const answer = await board.ask('/models/m.tflite', { method: 'PUT', secure: true, body: 'x', token });
        expect([401, 403]).toContain(answer.status);
      }
      const result = await board.ask('/results/result_im_1.png', { method: 'PUT', body: 'x' });
      expect(result.status).toBeGreaterThanOrEqual(400);
      expect(await readdir(join(board.folder, 'var/lib/ganvas/models'))).toEqual([]);
      expect(await readdir(join(board.folder, 'var/lib/ganvas/results'))).toEqual([]);
    });

    it('tells no other page that it may send', async () => {
      const answer = await board.ask('/models/m.tflite', {
        method: 'OPTIONS',
        secure: true,
        headers: { Origin: ORIGIN, 'Access-Control-Request-Method': 'PUT' },
      });
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
    });
  });
});

describe.skipIf(serverMisses.busybox)(`busybox httpd ${serverMisses.busybox ?? ''}`, () => {
  let board: TestBoard;
  beforeAll(async () => {
    board = await startBoard('busybox');
  });
  afterAll(() => board?.stop());

  it('serves the page, compressed where that is understood, but does not isolate it', async () => {
    for (const [path, type] of KINDS) {
      const { status, headers } = await board.ask(path);
      expect(status, path).toBe(200);
      expect(headers['content-type']?.split(';')[0], path).toBe(type);
      expect(headers['cross-origin-embedder-policy']).toBeUndefined();
    }
    const text = PAGE_FILES['assets/index-1a2b.js'];
    const small = await board.ask('/assets/index-1a2b.js', { headers: { 'Accept-Encoding': 'gzip' } });
    expect(small.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(small.body).toString()).toBe(text);
    expect((await board.ask('/assets/index-1a2b.js')).body.toString()).toBe(text);
  });

  it('writes nothing, lists nothing, gives nothing away', async () => {
    for (const path of ['/models/m.tflite', '/models/kiosk.json', '/index.html', '/new.html']) {
      const answer = await board.ask(path, { method: 'PUT', body: 'x' });
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
    }
    for (const path of ['/assets/', '/models/', ...CLIMBS]) {
      const { status, body } = await board.ask(path);
      expect(status, path).toBeGreaterThanOrEqual(400);
      expect(body.toString()).not.toMatch(/index-1a2b|PRIVATE KEY|root:/);
    }
    expect(JSON.parse((await board.ask('/models/board.json')).body.toString()).upload).toBe(false);
  });
});
