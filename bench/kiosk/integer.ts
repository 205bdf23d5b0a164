// `chrt -r 1 npx tsx bench/kiosk/integer.ts`: would the kiosk draw int8 models quicker with integer arithmetic? Times the kiosk's
// own runner (float32, one thread) against the least that integers could take: the inner loop of an integer convolution on
// memory in the cache, for as many products as exact arithmetic needs, with nothing around it: no gathering of inputs, no
// requantization, no curves. Float kernels may skip products (minimal filtering, doubling); sums of integers fold exactly only into
// the four phases of a doubled map. One page of Chromium, on its own thread.
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import asc from 'assemblyscript/asc';
import { factsOf } from '../../src/graph/facts';
import { fuseLayers, type Layer } from '../../src/inference/fuse';
import { readTfliteModel } from '../../src/readers/tflite/model';
import { findBrowser, launchOptions } from '../../scripts/findBrowser';
import { repositoryRoot } from '../../scripts/runTool';
import { serveBenchPage } from '../browser/serve';
import { interleave, speedup } from '../statistics';
import { figure, renderTable, times } from '../table';
import { benchModels } from './models';

const ROUNDS = 9;
const IMAGES = 60;
/** Of a tile's products: as deep as the layers of these generators are. */
const DEPTH = 512;
const TILE = 6 * 8 * DEPTH;
const ROW = 8 * DEPTH;
const WEIGHTS = 65_536;
const INPUTS = 2 * WEIGHTS;
const SUMS = 3 * WEIGHTS;

/** The loops as base64. */
async function compile(): Promise<string> {
  const flags = ['--runtime', 'stub', '--importMemory', '--initialMemory', '8', '-O3', '--noAssert'];
  const output = join(repositoryRoot, 'build', 'integerProducts.wasm');
  const { error, stderr } = await asc.main([
    'kernels/bench/integerProducts.ts',
    '--baseDir',
    repositoryRoot,
    '--outFile',
    output,
    '--enable',
    'simd',
    ...flags,
  ]);
  if (error) throw new Error(`${error.message}\n${stderr.toString()}`);
  return readFile(output, 'base64');
}

/** Runs in the page: the loops, and the milliseconds of each of `images` images' products. */
const INTEGERS = `
  const memory = new WebAssembly.Memory({ initial: 8 });
  new Int8Array(memory.buffer).set(Int8Array.from({ length: ${SUMS} }, (_, i) => (i * 37) % 251));
  const bytes = Uint8Array.from(atob(BASE64), (character) => character.charCodeAt(0));
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  globalThis.integerProducts = (name, depth, count, images) =>
    Array.from({ length: images }, () => {
      const start = performance.now();
      exports[name](${WEIGHTS}, ${INPUTS}, depth, ${SUMS}, count);
      return performance.now() - start;
    });
`;

/** Products that exact integer arithmetic needs: of a doubled map's 3x3 filter, 4 folded taps instead of 9. */
const integerProducts = (layer: Layer): number =>
  layer.kind === 'weighted' ? factsOf(layer.node).multiplyAdds * (layer.doubled ? 4 / 9 : 1) : 0;

const loops = await compile();
const { executablePath } = await findBrowser();
const server = await serveBenchPage('kiosk');
const browser = await chromium.launch(launchOptions(executablePath));
const lines: string[][] = [];
for (const { id, latent, files } of await benchModels()) {
  const file = files['tflite int8'];
  const products = fuseLayers(readTfliteModel(file).graph).layers.reduce(
    (sum, layer) => sum + integerProducts(layer),
    0,
  );
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.waitForFunction(() => window.kioskBench);
  const request = {
    runtime: 'ganvas',
    threads: 1,
    latent,
    model: Buffer.from(file).toString('base64'),
  } as const;
  await page.evaluate((what) => window.kioskBench?.open(what, 'page'), request);
  await page.evaluate(`{ const BASE64 = '${loops}'; ${INTEGERS} }`);
  const integers = async (name: string, depth: number, inOne: number): Promise<number[]> => {
    const ms: unknown = await page.evaluate(
      `integerProducts('${name}', ${depth}, ${Math.ceil(products / inOne)}, ${IMAGES})`,
    );
    return Array.isArray(ms) ? ms.map(Number) : [];
  };
  const [float, wide, narrow] = await interleave(
    [
      {
        name: 'float32',
        round: () => page.evaluate((count) => window.kioskBench?.run(count) ?? [], IMAGES),
      },
      { name: 'i32x4.dot_i16x8_s', round: () => integers('repeat16', DEPTH / 2, TILE) },
      { name: 'i16x8.extmul_i8x16_s', round: () => integers('repeat8', DEPTH / 16, ROW) },
    ],
    ROUNDS,
  );
  await page.close();
  lines.push([
    id,
    figure(float.medianMs),
    figure(wide.medianMs),
    figure(narrow.medianMs),
    times(speedup(wide, float)),
    times(speedup(narrow, float)),
  ]);
}
console.log(`${cpus()[0]?.model}, one thread, Chromium ${browser.version()}\n`);
console.log(
  renderTable({
    title: 'Kiosk: milliseconds an image, float32 whole, integers at their least',
    columns: [
      'model',
      'float32, whole image',
      'dot_i16x8, products',
      'extmul_i8x16, products',
      'x by dot',
      'x by extmul',
    ],
    rows: lines,
    notes: ['Above 1 the integer products alone would be quicker than the whole float image.'],
  }),
);
await browser.close();
await server.close();
process.exit(0);
