// The bundle and the upload as the page makes them, against install.sh and the real servers.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { boardBundle, type BoardModel } from '../src/features/board/boardBundle';
import { sendToBoard, type UploadJob } from '../src/features/board/boardUpload';
import { commandMisses } from '../src/testing/tools';
import { listFiles } from '../vite/fileList';
import { ORIGIN, serverMisses, sha256, TOKEN } from './serverFacts';
import { BOARD_FOLDER, startBoard, writePage, type TestBoard } from './serverHarness';

const bytes = new TextEncoder().encode('TFL3 '.repeat(1000));
const model: BoardModel = {
  bytes,
  native: null,
  manifest: {
    version: 1,
    name: 'Digits',
    file: 'digits-1a2b3c4d.tflite',
    format: 'tflite',
    bytes: bytes.length,
    sha256: sha256(bytes),
    latent: 64,
    classes: 0,
    image: [28, 28, 1],
    range: [-1, 1],
  },
};

const noUnzip = commandMisses('/usr/bin/python3', 'python3');

it.skipIf(noUnzip)(`a bundle, unpacked, installs itself ${noUnzip ?? ''}`, async () => {
  const base = await mkdtemp(join(tmpdir(), 'bundle-'));
  try {
    const page = await writePage(join(base, 'dist'));
    for (const path of ['install.sh', 'bin', 'server', 'systemd'])
      execFileSync('sh', [
        '-c',
        `mkdir -p "$2" && cp -R "$1" "$2"`,
        '-',
        join(BOARD_FOLDER, path),
        join(page, 'board'),
      ]);
    const zip = await boardBundle({
      list: await listFiles(page),
      read: async (path) => new Uint8Array(await readFile(join(page, path))),
      model,
      origins: [ORIGIN],
    });
    await writeFile(join(base, 'ganvas-board.zip'), zip);
    // Python's zipfile forgets modes, as some unpackers do: `sh install.sh` must not mind.
    execFileSync('/usr/bin/python3', ['-m', 'zipfile', '-e', 'ganvas-board.zip', '.'], { cwd: base });
    execFileSync('sh', ['ganvas-board/install.sh', '--try', join(base, 'root')], {
      cwd: base,
      stdio: 'pipe',
    });
    const installed = (path: string): Promise<Buffer> => readFile(join(base, 'root', path));
    expect(await installed('var/lib/ganvas/models/digits-1a2b3c4d.tflite')).toEqual(Buffer.from(bytes));
    expect(JSON.parse(String(await installed('var/lib/ganvas/models/kiosk.json')))).toEqual(model.manifest);
    expect(await installed('usr/share/ganvas/page/board/install.sh')).toEqual(
      await readFile(join(BOARD_FOLDER, 'install.sh')),
    );
    expect(String(await installed('etc/ganvas/origins.txt'))).toBe(`${ORIGIN}\n`);
  } finally {
    await rm(base, { recursive: true });
  }
});

describe.each(['lighttpd', 'nginx'] as const)('a model sent to %s', (name) => {
  describe.skipIf(serverMisses[name])(`${serverMisses[name] ?? ''}`, () => {
    let board: TestBoard;
    beforeAll(async () => {
      board = await startBoard(name, '--token', TOKEN, '--allow-origin', ORIGIN);
    });
    afterAll(() => board?.stop());

    /** As a browser of that origin would: what the board does not let it read is a failed fetch. */
    const send = (changes: Partial<UploadJob> = {}): Promise<string> =>
      sendToBoard({
        address: `127.0.0.1:${board.httpsPort}`,
        token: TOKEN,
        model,
        origin: ORIGIN,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        async fetch(url, { method, headers, body }) {
          const answer = await board.ask(new URL(url).pathname, {
            method,
            secure: true,
            headers: { ...Object.fromEntries(new Headers(headers)), Origin: ORIGIN },
            ...(body instanceof Uint8Array || typeof body === 'string' ? { body } : {}),
          });
          if (answer.headers['access-control-allow-origin'] !== ORIGIN)
            throw new TypeError('Failed to fetch');
          const { status } = answer;
          return new Response(status === 204 ? null : Uint8Array.from(answer.body), { status });
        },
        ...changes,
      });

    it('is there, whole, with its manifest', async () => {
      expect(await send()).toBe(`https://127.0.0.1:${board.httpsPort}/kiosk/`);
      const { body } = await board.ask(`/models/${model.manifest.file}`);
      expect(sha256(body)).toBe(model.manifest.sha256);
      expect(JSON.parse(String((await board.ask('/models/kiosk.json')).body))).toEqual(model.manifest);
    });

    it('is refused in words that a person can act on', async () => {
      await expect(send({ token: `${TOKEN}x` })).rejects.toThrow('does not know this token');
      const large = new Uint8Array(33 * 2 ** 20);
      await expect(send({ model: { ...model, bytes: large } })).rejects.toThrow('the board takes 32.0 MB');
      execFileSync('sh', [
        join(BOARD_FOLDER, 'bin/ganvas-token'),
        '--off',
        '--config',
        join(board.folder, 'etc/ganvas'),
      ]);
      await expect(send()).rejects.toThrow('refuses uploads');
    });
  });
});
