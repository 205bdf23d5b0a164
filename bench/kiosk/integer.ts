// `chrt -r 1 npx tsx bench/kiosk/integer.ts`: would the kiosk draw int8 models quicker with integer arithmetic? Times the kiosk's
// own runner (float32, one thread) against the least that integers could take: the inner loop of an integer convolution on
// memory in the cache, for as many products as exact arithmetic needs, with nothing around it: no gathering of inputs, no
// requantization, no curves. Float kernels may skip products (Winograd, doubling); sums of integers fold exactly only into
// the four phases of a doubled map. Node, one thread.
import { readFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import asc from 'assemblyscript/asc';
import { nodeMultiplyAdds } from '../../src/compression/graph';
import { normalArray } from '../../src/core/random';
import { fuseLayers } from '../../src/inference/fuse';
import { GraphRunner } from '../../src/inference/graphRunner';
import { readTfliteModel } from '../../src/inference/tfliteGraph';
import { loadTestModule } from '../../src/testing/simdModule';
import { repositoryRoot } from '../../scripts/runTool';
import { interleave, speedup } from '../statistics';
import { figure, renderTable, times } from '../table';
import { benchModels } from './models';

const ROUNDS = 9;
const ROUND_MS = 150;
/** Of a tile's products: as deep as the layers of these generators are. */
const DEPTH = 512;
const TILE = 6 * 8 * DEPTH;
const ROW = 8 * DEPTH;
const WEIGHTS = 65_536;
const INPUTS = 2 * WEIGHTS;
const SUMS = 3 * WEIGHTS;

type Repeat = (weights: number, inputs: number, count: number, sums: number, times: number) => void;

async function compile(): Promise<WebAssembly.Instance> {
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
  const memory = new WebAssembly.Memory({ initial: 8 });
  new Int8Array(memory.buffer).set(Int8Array.from({ length: SUMS }, (_, i) => (i * 37) % 251));
  return (await WebAssembly.instantiate(await readFile(output), { env: { memory } })).instance;
}

function exportOf(instance: WebAssembly.Instance, name: string): Repeat {
  const found = instance.exports[name];
  if (typeof found !== 'function') throw new Error(`integerProducts.ts has no ${name}.`);
  return (...args) => void Reflect.apply(found, undefined, args);
}

/** Milliseconds of `run` per call over a round. */
function timed(run: () => void): () => Promise<number[]> {
  run();
  return async () => {
    const start = performance.now();
    let calls = 0;
    do {
      run();
      calls++;
    } while (performance.now() - start < ROUND_MS);
    return [(performance.now() - start) / calls];
  };
}

/** Products that exact integer arithmetic needs: of a doubled map's 3x3 filter, 4 folded taps instead of 9. */
const integerProducts = (layer: ReturnType<typeof fuseLayers>[number]): number =>
  layer.kind === 'weighted' ? nodeMultiplyAdds(layer.node) * (layer.doubled ? 4 / 9 : 1) : 0;

const instance = await compile();
const [tiles, rows] = ['repeat16', 'repeat8'].map((name) => exportOf(instance, name));
const module = await loadTestModule();
const lines: string[][] = [];
for (const { id, latent, files } of await benchModels()) {
  const { graph } = readTfliteModel(files['tflite int8']);
  const runner = new GraphRunner(module, graph);
  const latents = normalArray(latent, 1);
  const products = fuseLayers(graph).reduce((sum, layer) => sum + integerProducts(layer), 0);
  const tileCount = Math.ceil(products / TILE);
  const rowCount = Math.ceil(products / ROW);
  const [float, wide, narrow] = await interleave(
    [
      { name: 'float32', round: timed(() => runner.run(latents, 1)) },
      { name: 'i32x4.dot_i16x8_s', round: timed(() => tiles(WEIGHTS, INPUTS, DEPTH / 2, SUMS, tileCount)) },
      { name: 'i16x8.extmul_i8x16_s', round: timed(() => rows(WEIGHTS, INPUTS, DEPTH / 16, SUMS, rowCount)) },
    ],
    ROUNDS,
  );
  lines.push([
    id,
    figure(float.medianMs),
    figure(wide.medianMs),
    figure(narrow.medianMs),
    times(speedup(wide, float)),
    times(speedup(narrow, float)),
  ]);
  runner.dispose();
}
console.log(`${cpus()[0]?.model}, one thread, Node ${process.version}\n`);
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
process.exit(0);
