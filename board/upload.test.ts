// What the configurations let be written and by whom, proved with the servers that they are for.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLIMBS, ORIGIN, serverMisses, sha256, TOKEN } from './serverFacts';
import { startBoard, type TestBoard } from './serverHarness';

const MEGABYTE = 2 ** 20;

/** Places where nothing may be written, with or without the token. */
const NOT_WRITABLE = [
  '/index.html',
  '/assets/index-1a2b.js',
  '/assets/new.js',
  '/models/board.json',
  '/models/evaluator-mnist.json',
  '/models/page.html',
  '/models/.hidden.tflite',
  '/models/folder/model.tflite',
  '/models/../index.html',
  '/models/%2e%2e/model.tflite',
  '/models/..%2fmodel.tflite',
  '/models/incoming/model.tflite',
  '/results/model.tflite',
  '/results/result_im_0.png',
  '/results/result_im_11.png',
  `/models/${'long'.repeat(50)}.tflite`,
  `/models/${'long'.repeat(75)}.tflite`,
  '/new.tflite',
] as const;

/** The fastest of these counts; nginx lets each wait. */
const TRIES = { lighttpd: 5, nginx: 2 } as const;
/** lighttpd looks strangers up like the user that there is, which is work; nginx answers both at the same time after the request. */
const MILLISECONDS = {
  lighttpd: (board: TestBoard): number => board.processorMs(),
  nginx: (): number => performance.now(),
} as const;
/** `auth_delay` of server/nginx.conf, but for the ticks of clocks. */
const NGINX_DELAY_MS = 390;
const LEAST = {
  lighttpd: (known: number): number => known / 2,
  nginx: (): number => NGINX_DELAY_MS,
} as const;

const filled = (value: number, bytes = MEGABYTE): Buffer => Buffer.alloc(bytes, value);

describe.each(['lighttpd', 'nginx'] as const)('%s', (name) => {
  describe.skipIf(serverMisses[name])(`with a token ${serverMisses[name] ?? ''}`, () => {
    let board: TestBoard;
    beforeAll(async () => {
      board = await startBoard(
        name,
        ...['--token', TOKEN, '--results', '--max-upload-mb', '2', '--allow-origin', ORIGIN],
      );
    });
    afterAll(() => board?.stop());

    const put = (path: string, body: string | Uint8Array, token?: string): Promise<number> =>
      board.ask(path, { method: 'PUT', secure: true, body, token }).then((answer) => answer.status);
    const stored = (): Promise<string[]> => readdir(join(board.folder, 'var/lib/ganvas/models'));

    it('takes a model and its manifest, and gives them back', async () => {
      const model = filled(7, 1234);
      expect(await put('/models/digits-1.tflite', model, TOKEN)).toBe(201);
      expect(await put('/models/kiosk.json', '{"version":1}', TOKEN)).toBe(201);
      expect(await put('/models/kiosk.json', '{"version":1,"name":"again"}', TOKEN)).toBe(204);
      const back = await board.ask('/models/digits-1.tflite', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(sha256(back.body)).toBe(sha256(model));
      expect(back.headers['content-type']).toBe('application/octet-stream');
      const manifest = await board.ask('/models/kiosk.json', { headers: { 'Accept-Encoding': 'gzip' } });
      expect(manifest.body.toString()).toBe('{"version":1,"name":"again"}');
      expect(manifest.headers['content-encoding']).toBeUndefined();
      expect(manifest.headers['cache-control']).toBe('no-store');
    });

    it('takes none without the token, with a wrong one, or over plain HTTP', async () => {
      const before = await stored();
      for (const token of [undefined, '', `${TOKEN}x`, TOKEN.slice(0, -1), TOKEN.toUpperCase()]) {
        expect(await put('/models/other.tflite', 'x', token)).toBe(401);
      }
      const plain = await board.ask('/models/other.tflite', { method: 'PUT', body: 'x', token: TOKEN });
      expect(plain.status).toBeGreaterThanOrEqual(400);
      expect(await stored()).toEqual(before);
    });

    it('takes as long to refuse a wrong user as a wrong token', async () => {
      const refuse = async (user: string): Promise<void> => {
        const code = Buffer.from(`${user}:${TOKEN}x`).toString('base64');
        const headers = { Authorization: `Basic ${code}` };
        const question = { method: 'PUT', secure: true, body: 'x', headers };
        expect((await board.ask('/models/m.tflite', question)).status).toBe(401);
      };
      const least = async (user: string): Promise<number> => {
        const times: number[] = [];
        for (let i = 0; i < TRIES[name]; i++) {
          const began = MILLISECONDS[name](board);
          await refuse(user);
          times.push(MILLISECONDS[name](board) - began);
        }
        return Math.min(...times);
      };
      const known = await least('ganvas');
      for (const stranger of ['admin', 'ganvaz', 'ganva', 'ganvas2', ''])
        expect(await least(stranger), stranger).toBeGreaterThan(LEAST[name](known));
    });

    it('takes no token that only begins like the right one, a zero byte behind it', async () => {
      const before = await stored();
      for (const more of ['\0', '\0x', '\0and more']) {
        for (const token of [TOKEN + more, `${TOKEN}x${more}`, `${TOKEN}xy${more}`])
          expect(await put('/models/other.tflite', 'x', token)).toBeGreaterThanOrEqual(400);
      }
      expect(await stored()).toEqual(before);
    });

    it('takes none that is larger than allowed', async () => {
      const before = await stored();
      expect(await put('/models/large.tflite', filled(1, 2 * MEGABYTE + 1), TOKEN)).toBe(413);
      expect(await stored()).toEqual(before);
      expect(await put('/models/fits.tflite', filled(1, 2 * MEGABYTE), TOKEN)).toBe(201);
    });

    it.each(NOT_WRITABLE)('writes nothing at %s', async (path) => {
      const before = await readFile(join(board.folder, 'usr/share/ganvas/page/index.html'));
      const tree = await readdir(board.folder, { recursive: true });
      expect(await put(path, 'overwritten', TOKEN)).toBeGreaterThanOrEqual(400);
      expect(await readdir(board.folder, { recursive: true })).toEqual(tree);
      expect(await readFile(join(board.folder, 'usr/share/ganvas/page/index.html'))).toEqual(before);
    });

    it.each(['DELETE', 'MOVE', 'COPY', 'MKCOL', 'PROPFIND', 'PROPPATCH', 'LOCK', 'PATCH', 'POST'])(
      'knows no %s, even with the token',
      async (method) => {
        await put('/models/stays.tflite', 'here', TOKEN);
        const headers = { Destination: `https://127.0.0.1:${board.httpsPort}/models/moved.tflite` };
        const before = await stored();
        for (const path of ['/models/stays.tflite', '/models/kiosk.json', '/models/', '/index.html']) {
          const answer = await board.ask(path, { method, secure: true, token: TOKEN, headers, body: '' });
          expect(answer.status, path).toBeGreaterThanOrEqual(400);
        }
        expect(await stored()).toEqual(before);
        expect((await board.ask('/models/stays.tflite')).body.toString()).toBe('here');
      },
    );

    it.each(CLIMBS)('gives nothing away at %s', async (path) => {
      for (const secure of [false, true]) {
        const { status, body } = await board.ask(path, { secure });
        expect(status).toBeGreaterThanOrEqual(400);
        expect(body.toString()).not.toMatch(/ganvas:\$6\$|PRIVATE KEY|root:/);
      }
    });

    it('shows readers the old model or the new one, never half of either', async () => {
      const models = [filled(1), filled(2)];
      const whole = new Set(models.map(sha256));
      await put('/models/live.tflite', models[0], TOKEN);
      let writing = true;
      let seen = 0;
      const readers = Array.from({ length: 3 }, async () => {
        while (writing) {
          const { status, body } = await board.ask('/models/live.tflite');
          expect(status).toBe(200);
          expect(whole).toContain(sha256(body));
          seen++;
        }
      });
      for (let i = 1; i <= 20; i++) {
        expect(await put('/models/live.tflite', models[i % 2], TOKEN)).toBe(204);
      }
      writing = false;
      await Promise.all(readers);
      expect(seen).toBeGreaterThan(5);
    });

    it('keeps the old model when an upload breaks off', async () => {
      await put('/models/kept.tflite', 'the old one', TOKEN);
      const before = await stored();
      const ca = await readFile(join(board.folder, 'etc/ganvas/tls/board.pem'));
      const socket = connect({ host: '127.0.0.1', port: board.httpsPort, ca });
      await new Promise((resolve) => socket.once('secureConnect', resolve));
      const password = Buffer.from(`ganvas:${TOKEN}`).toString('base64');
      socket.write(
        `PUT /models/kept.tflite HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Basic ${password}\r\n` +
          `Content-Length: 100000\r\n\r\n`,
      );
      await new Promise((resolve) => socket.write(filled(3, 50_000), resolve));
      expect((await board.ask('/models/kept.tflite')).body.toString()).toBe('the old one');
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.destroy();
      await closed;
      expect((await board.ask('/models/kept.tflite')).body.toString()).toBe('the old one');
      await expect.poll(stored, { message: 'nothing of the upload is left' }).toEqual(before);
    });

    it('lets the named origin send from a browser, and no other', async () => {
      const preflight = (origin: string, path: string): ReturnType<TestBoard['ask']> =>
        board.ask(path, {
          method: 'OPTIONS',
          secure: true,
          headers: {
            Origin: origin,
            'Access-Control-Request-Method': 'PUT',
            'Access-Control-Request-Headers': 'authorization,content-type',
          },
        });
      const allowed = await preflight(ORIGIN, '/models/m.tflite');
      expect(allowed.status).toBeLessThan(300);
      expect(allowed.headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(allowed.headers['access-control-allow-methods']).toBe('PUT');
      expect(allowed.headers['access-control-allow-headers']).toBe('Authorization, Content-Type');
      expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
      for (const [origin, path] of [
        ['https://elsewhere.example', '/models/m.tflite'],
        [`${ORIGIN}.evil.example`, '/models/m.tflite'],
        ['null', '/models/m.tflite'],
        [ORIGIN, '/index.html'],
        [ORIGIN, '/results/result_im_1.png'],
      ]) {
        const refused = await preflight(origin, path);
        expect(refused.headers['access-control-allow-origin'], `${origin} ${path}`).toBeUndefined();
      }
      const headers = { Origin: ORIGIN };
      const wrong = await board.ask('/models/m.tflite', { method: 'PUT', secure: true, body: 'x', headers });
      expect(wrong.status).toBe(401);
      expect(wrong.headers['access-control-allow-origin']).toBe(ORIGIN);
      const facts = await board.ask('/models/board.json', { secure: true, headers });
      expect(facts.headers['access-control-allow-origin']).toBe(ORIGIN);
      expect(JSON.parse(facts.body.toString())).toEqual({
        version: 1,
        upload: true,
        saveResults: true,
        maxBytes: 2 * MEGABYTE,
      });
    });

    it.each([
      ['a name that was pointed here', { Host: 'rebound.example' }],
      ['a page of elsewhere', { Origin: 'https://elsewhere.example' }],
      ['a page in a frame without origin', { Origin: 'null' }],
      ['a proxy', { 'X-Forwarded-For': '203.0.113.5' }],
      ['another proxy', { Forwarded: 'for=203.0.113.5' }],
      ['a cache', { Via: '1.1 cache' }],
    ])('keeps no result image of %s', async (_, headers) => {
      // Over TLS the name would have to be one of the certificate.
      for (const secure of 'Host' in headers ? [false] : [false, true]) {
        const { status } = await board.ask('/results/result_im_9.png', {
          method: 'PUT',
          secure,
          body: 'x',
          headers,
        });
        expect(status).toBeGreaterThanOrEqual(400);
      }
      expect((await board.ask('/results/result_im_9.png')).status).toBe(404);
    });

    it('keeps result images that the board itself draws, of a small size', async () => {
      const ask = (body: Buffer): Promise<number> =>
        board.ask('/results/result_im_10.png', { method: 'PUT', body }).then((answer) => answer.status);
      expect(await ask(filled(5, 900))).toBe(201);
      const headers = { Host: 'localhost', Origin: 'http://localhost' };
      const own = await board.ask('/results/result_im_10.png', {
        method: 'PUT',
        body: filled(5, 900),
        headers,
      });
      expect(own.status).toBe(204);
      expect(await ask(filled(5, 300 * 1024))).toBe(413);
      const kept = await board.ask('/results/result_im_10.png');
      expect(kept.headers['content-type']).toBe('image/png');
      expect(kept.body.length).toBe(900);
    });
  });
});
