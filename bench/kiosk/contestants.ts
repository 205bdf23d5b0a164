// The runtimes of the kiosk benchmark behind one interface, for the page's own thread and for a worker alike. Each is
// loaded when first asked for, so that a page holds one runtime alone.
import type { InferenceSession as Session } from 'onnxruntime-web/wasm';
import { normalArray } from '../../src/core/random';
import type * as PlayerModule from '../../src/player';

export type RuntimeName = 'ganvas' | 'ganvas-player' | 'onnxruntime-web' | 'litert';

/** Those that draw on the thread that calls them, whatever there is. */
export const ON_ONE_THREAD: readonly RuntimeName[] = ['litert', 'ganvas-player'];

export interface OpenRequest {
  readonly runtime: RuntimeName;
  readonly threads: number;
  /** .tflite or .onnx, base64. */
  readonly model: string;
  readonly latent: number;
  /** The module of ganvas-player as its package has it, for that runtime alone. */
  readonly player?: string;
}

export interface Opened {
  /** Milliseconds of each of `count` images. */
  run(count: number): Promise<number[]>;
  /**
   * Back to back for `forMs`, an image and a piece of work of known length in turn.
   * @returns mean milliseconds of an image, and of the known work: how much slower the processor was meanwhile
   */
  window(forMs: number): Promise<number[]>;
  /** The image of the first seed, to hold runtimes against each other. */
  image(): Promise<number[]>;
}

type Paint = (latents: Float32Array) => Float32Array | Promise<Float32Array>;

async function openGanvas(bytes: Uint8Array, threads: number): Promise<Paint> {
  const [{ loadSimdModule }, { readKernelBytes, spawnHelperWorker }, { GraphRunner }, { readTfliteModel }] =
    await Promise.all([
      import('../../src/engine/simd/module'),
      import('../../src/engine/simd/assets'),
      import('../../src/inference/graphRunner'),
      import('../../src/readers/tflite/model'),
    ]);
  const options = { threads, readBytes: readKernelBytes, spawnHelper: spawnHelperWorker };
  const runner = new GraphRunner(await loadSimdModule(options), readTfliteModel(bytes).graph);
  return (latents) => runner.run(latents, 1);
}

async function openPlayer(bytes: Uint8Array<ArrayBuffer>, script: string | undefined): Promise<Paint> {
  if (script === undefined) throw new TypeError('The request holds no ganvas-player.');
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const { load }: typeof PlayerModule = await import(/* @vite-ignore */ url);
  const player = await load(bytes);
  return (latents) => player.draw(latents).values;
}

async function openOnnx(bytes: Uint8Array, threads: number): Promise<Paint> {
  const [{ env, InferenceSession, Tensor }, mjs, wasm] = await Promise.all([
    import('onnxruntime-web/wasm'),
    import('onnxruntime-web/ort-wasm-simd-threaded.mjs?url'),
    import('onnxruntime-web/ort-wasm-simd-threaded.wasm?url'),
  ]);
  const absolute = (path: string) => new URL(path, import.meta.url).href;
  env.wasm.wasmPaths = { mjs: absolute(mjs.default), wasm: absolute(wasm.default) };
  env.wasm.numThreads = threads;
  const session: Session = await InferenceSession.create(bytes, {
    executionProviders: ['wasm'],
    graphOptimizationLevel: 'all',
  });
  const [input] = session.inputNames;
  const [output] = session.outputNames;
  return async (latents) => {
    const results = await session.run({ [input]: new Tensor('float32', latents, [1, latents.length]) });
    const data = await results[output].getData();
    if (data instanceof Float32Array) return data;
    throw new TypeError('onnxruntime-web gave no float32 image.');
  };
}

async function openLite(bytes: Uint8Array): Promise<Paint> {
  const [{ loadLiteRuntime, openLiteModel }, { bootLiteRtInPage }] = await Promise.all([
    import('../../src/exporters/runtimes/liteRt'),
    import('../../src/exporters/runtimes/liteRtPage'),
  ]);
  const model = await openLiteModel(await loadLiteRuntime(bootLiteRtInPage), bytes);
  return (latents) => model.run(latents);
}

const SPINS = 400_000;
let spun = 1;

/** The known work: about half a millisecond of integers at full speed. */
function spin(): void {
  for (let i = 0; i < SPINS; i++) spun = (Math.imul(spun, 1_664_525) + 1_013_904_223) | 0;
}

function painter({ runtime, threads, player }: OpenRequest, bytes: Uint8Array<ArrayBuffer>): Promise<Paint> {
  switch (runtime) {
    case 'ganvas':
      return openGanvas(bytes, threads);
    case 'ganvas-player':
      return openPlayer(bytes, player);
    case 'onnxruntime-web':
      return openOnnx(bytes, threads);
    case 'litert':
      return openLite(bytes);
  }
}

export async function openContestant(request: OpenRequest): Promise<Opened> {
  const { model, latent } = request;
  const bytes = Uint8Array.from(atob(model), (character) => character.charCodeAt(0));
  const paint = await painter(request, bytes);
  const latents = normalArray(latent, 1);
  return {
    async run(count) {
      const ms: number[] = [];
      for (let i = 0; i < count; i++) {
        const start = performance.now();
        await paint(latents);
        ms.push(performance.now() - start);
      }
      return ms;
    },
    async window(forMs) {
      const start = performance.now();
      let [images, spins, count, at] = [0, 0, 0, start];
      do {
        const before = performance.now();
        await paint(latents);
        const between = performance.now();
        spin();
        at = performance.now();
        images += between - before;
        spins += at - between;
        count++;
      } while (at - start < forMs);
      return [images / count, spins / count];
    },
    image: async () => Array.from(await paint(latents)),
  };
}
