// ganvas-player from its tarball, in an empty folder: under Node, and in a plain page. Both draw the same.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import ts from 'typescript';
import { expect, test } from '../support/stories';

const run = promisify(execFile);
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const MODEL = 'src/kiosk/model/digits.tflite';

const IN_NODE = `
import { readFile } from 'node:fs/promises';
import { load } from 'ganvas-player';
const player = await load(await readFile('digits.tflite'), { simd: 'plain' });
const images = player.draw(player.noise(5, 2));
const refused = await load(new Uint8Array(9)).catch(({ name, hint }) => ({ name, hint: hint.length > 0 }));
console.log(JSON.stringify({ runtime: player.runtime, size: player.inputSize, pixels: [...images.rgba(1)], refused }));
`;
const IN_PAGE = `<!doctype html><title>Plain</title><canvas></canvas><script type="module">
import { load } from './node_modules/ganvas-player/index.js';
const player = await load('digits.tflite', { simd: 'plain' });
const images = player.draw(player.noise(5, 2));
const canvas = document.querySelector('canvas');
Object.assign(canvas, { width: images.width, height: images.height });
canvas.getContext('2d').putImageData(new ImageData(images.rgba(1), images.width), 0, 0);
document.title = player.runtime;
</script>`;
const TYPED = `
import { load, type Images } from 'ganvas-player';
export const draw = async (): Promise<Images> => (await load('x.tflite')).draw([0], 1);
// @ts-expect-error: there is no such option
void load('x', { threads: 4 });
`;

test('the library draws from its tarball, under Node and in a plain page alike', async ({
  page,
}, testInfo) => {
  const folder = testInfo.outputPath('empty');
  await mkdir(folder, { recursive: true });
  await run(process.execPath, ['--import', 'tsx', 'scripts/packPlayer.ts']);
  const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder, './build/player']);
  const [{ filename, files }]: { filename: string; files: { path: string }[] }[] = JSON.parse(stdout);
  expect(files.map(({ path }) => path).sort()).toEqual([
    'LICENSE',
    'README.md',
    'index.d.ts',
    'index.js',
    'package.json',
  ]);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  await run('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${filename}`], { cwd: folder });
  await copyFile(MODEL, join(folder, 'digits.tflite'));
  for (const [name, content] of Object.entries({ 'a.mjs': IN_NODE, 'index.html': IN_PAGE, 'a.ts': TYPED }))
    await writeFile(join(folder, name), content);

  const node = await run(process.execPath, ['a.mjs'], { cwd: folder });
  const drawn: { pixels: number[] } = JSON.parse(node.stdout);
  const refused = { name: expect.stringMatching(/ModelError$/), hint: true };
  expect(drawn).toMatchObject({ runtime: 'WebAssembly SIMD', size: 74, refused });

  await test.step('its declarations hold', () => {
    const options = {
      strict: true,
      noEmit: true,
      module: ts.ModuleKind.NodeNext,
      lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    };
    const program = ts.createProgram([join(folder, 'a.ts')], { ...options, types: [] });
    const faults = ts.getPreEmitDiagnostics(program).map(({ messageText }) => messageText);
    expect(faults).toEqual([]);
  });

  await test.step('in a page', async () => {
    const server = createServer((request, response) => {
      const path = request.url === '/' ? '/index.html' : (request.url ?? '');
      readFile(join(folder, path)).then(
        (bytes) =>
          response
            .writeHead(200, { 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' })
            .end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const isPort = (address: string | AddressInfo | null): address is AddressInfo =>
      typeof address === 'object' && address !== null;
    const address = server.address();
    if (!isPort(address)) throw new TypeError('The server has no port.');
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await expect(page).toHaveTitle('WebAssembly SIMD');
    const pixels = await page
      .locator('canvas')
      .evaluate((canvas: HTMLCanvasElement) => [
        ...(canvas.getContext('2d')?.getImageData(0, 0, 28, 28).data ?? []),
      ]);
    expect(pixels).toEqual(drawn.pixels);
    expect(new Set(pixels).size, 'grey levels').toBeGreaterThan(8);
    server.close();
  });
});
