import { expect, it } from 'vitest';
import type { KioskManifest } from '../../core/kioskManifest';
import { boardAddress, sendToBoard, type UploadJob } from './boardUpload';

const manifest: KioskManifest = {
  version: 1,
  name: 'Digits',
  file: 'digits-1.tflite',
  format: 'tflite',
  bytes: 5,
  sha256: 'a'.repeat(64),
  latent: 64,
  classes: 0,
  image: [28, 28, 1],
  range: [-1, 1],
};
const OPEN = { version: 1, upload: true, maxBytes: 1000 };

/** A board that answers each `METHOD path` with a status, or with JSON. */
function job(answers: Readonly<Record<string, number | object>>, changes: Partial<UploadJob> = {}) {
  const asked: { readonly what: string; readonly init: RequestInit }[] = [];
  const sent: UploadJob = {
    address: 'board.local',
    token: 'the-token',
    model: { manifest, bytes: new Uint8Array(5), native: null },
    origin: 'http://127.0.0.1:4173',
    signal: new AbortController().signal,
    onProgress: () => undefined,
    async fetch(url, init) {
      const what = `${init.method ?? 'GET'} ${url.replace('https://board.local/', '')}`;
      asked.push({ what, init });
      const answer = answers[what] ?? 404;
      if (typeof answer === 'number') return new Response(null, { status: answer });
      return Response.json(answer);
    },
    ...changes,
  };
  return { sent, asked };
}

const working = {
  'GET models/board.json': OPEN,
  'PUT models/digits-1.tflite': 201,
  'PUT models/kiosk.json': 204,
  'GET models/kiosk.json': manifest,
};

it('sends the file, then the manifest, each with the token and without cookies', async () => {
  const { sent, asked } = job(working);
  expect(await sendToBoard(sent)).toBe('https://board.local/kiosk/');
  expect(asked.map((a) => a.what)).toEqual(Object.keys(working));
  for (const { what, init } of asked) {
    expect(init.credentials).toBe('omit');
    expect(new Headers(init.headers).get('Authorization')).toBe(
      what.startsWith('PUT') ? `Basic ${btoa('ganvas:the-token')}` : null,
    );
  }
});

it.each([
  ['no kiosk there', { 'GET models/board.json': 404 }, /no Ganvas kiosk/],
  ['something else there', { 'GET models/board.json': [] }, /refuses uploads/],
  ['uploads off', { 'GET models/board.json': { version: 1, upload: false } }, /refuses uploads/],
  ['too large', { 'GET models/board.json': { ...OPEN, maxBytes: 4 } }, /takes 0.0 MB/],
  ['wrong token', { ...working, 'PUT models/digits-1.tflite': 401 }, /does not know this token/],
  ['too large after all', { ...working, 'PUT models/digits-1.tflite': 413 }, /takes 0.0 MB/],
  ['read only', { ...working, 'PUT models/digits-1.tflite': 501 }, /refuses uploads \(HTTP 501\)/],
  ['disk full', { ...working, 'PUT models/digits-1.tflite': 507 }, /no room/],
  ['broken', { ...working, 'PUT models/kiosk.json': 500 }, /HTTP 500/],
  [
    'another model there',
    { ...working, 'GET models/kiosk.json': { ...manifest, sha256: 'b'.repeat(64) } },
    /another model/,
  ],
])('says what went wrong: %s', async (_, answers, message) => {
  await expect(sendToBoard(job(answers).sent)).rejects.toThrow(message);
});

it('does not send the manifest of a model that was refused', async () => {
  const { sent, asked } = job({ ...working, 'PUT models/digits-1.tflite': 401 });
  await expect(sendToBoard(sent)).rejects.toThrow();
  expect(asked.map((a) => a.what)).not.toContain('PUT models/kiosk.json');
});

it('a token that cannot be one is not sent', async () => {
  const { sent, asked } = job(working, { token: 'schlüssel' });
  await expect(sendToBoard(sent)).rejects.toThrow('does not know this token');
  expect(asked.length).toBe(1);
});

it('a failed connection names what it can be, and what to do for this page', async () => {
  const { sent } = job({}, { fetch: () => Promise.reject(new TypeError('Failed to fetch')) });
  const error = await sendToBoard(sent).catch((e: unknown) => e);
  expect(error).toMatchObject({
    name: 'BoardUnreachableError',
    hint: expect.stringMatching(/certificate.*--allow-origin http:\/\/127\.0\.0\.1:4173/),
  });
});

it('stops when asked to', async () => {
  const controller = new AbortController();
  const { sent } = job(working, { signal: controller.signal });
  controller.abort(new Error('cancelled here'));
  const fetch: UploadJob['fetch'] = (_, init) => Promise.reject(init.signal?.reason);
  await expect(sendToBoard({ ...sent, fetch })).rejects.toThrow('cancelled here');
});

it.each([
  ['board.local', 'https://board.local/'],
  [' 192.168.1.5:8443 ', 'https://192.168.1.5:8443/'],
  ['https://board.example/kiosk', 'https://board.example/'],
])('understands %s', (written, address) => {
  expect(boardAddress(written)).toBe(address);
});

it.each(['', 'http://board.local', 'a b', 'https://user@board.local', 'ftp://board'])(
  'refuses “%s”',
  (written) => {
    expect(() => boardAddress(written)).toThrow();
  },
);

it.each([
  ['refuses the token', 401, /does not know this token/],
  ['takes the token', 201, /did not answer this page/],
])('says why a connection ended in the middle of the file: a board that %s', async (_, status, message) => {
  const board = job({ ...working, 'PUT models/token.tflite': status });
  const ends: UploadJob['fetch'] = (url, init) =>
    url.endsWith(manifest.file)
      ? Promise.reject(new TypeError('Failed to fetch'))
      : board.sent.fetch(url, init);
  await expect(sendToBoard({ ...board.sent, fetch: ends })).rejects.toThrow(message);
});
