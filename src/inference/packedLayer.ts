// A layer with its filter packed once in the module's memory, and what one kernel call needs to run it on so many
// examples. The engine's own operations pack on every call, as training must; here filters never change.
import { volume } from '../graph/graph';
import type { Tap } from '../engine/simd/conv/geometry';
import {
  BY_DOT,
  BY_GATHER,
  BY_POINTER,
  CONV_JOB_BYTES,
  cutTasks,
  modeOf,
  orderedTaps,
  tapListBytes,
  tileRows,
  writeConvJob,
  writeTaps,
  type ConvFields,
  type Cut,
  type JobShape,
} from '../engine/simd/conv/job';
import { gatherBytes } from '../engine/simd/conv/gather';
import type { SimdModule } from '../engine/simd/module';
import { planMinimal } from '../engine/simd/conv/minimal';
import { cutUpsample, FORWARD_ROWS, PRODUCTS } from '../engine/simd/conv/upsampleCut';
import type { FusedLayer } from './fuse';
import { layerJobs, type Form } from './layerJobs';
import type { ModuleMemory } from './moduleMemory';

const MOST_PIXELS = 96;
/** Panels of 8 outputs that a task of a single row takes at least, where threads share it. */
const VECTOR_PANELS = 32;

const panelsOf = (shape: JobShape): number => Math.ceil(shape.outC / 8);

function packedBytes(module: SimdModule, shape: JobShape, form: Form): number {
  const columns = form === 'jobs' && modeOf(shape) === BY_DOT ? shape.outC : 8 * panelsOf(shape);
  return 4 * columns * weightsPerOutput(module, shape, form);
}

function weightsPerOutput(module: SimdModule, shape: JobShape, form: Form): number {
  if (form === 'doubling') return PRODUCTS * shape.c;
  if (form === 'minimal') return planMinimal(module, shape).blocks * shape.c;
  return shape.tapsOf.length * shape.c;
}

interface Planned {
  readonly cut: Cut;
  readonly mode: number;
  readonly scratchStride: number;
}

/** Cuts a job into tasks: whole blocks for one thread, so that no input is transformed twice. */
function planJob(module: SimdModule, shape: JobShape, form: Form): Planned {
  const panels = panelsOf(shape);
  const pixels = shape.n * shape.gridH * shape.gridW;
  const alone = module.threads === 1;
  if (form === 'doubling') {
    const { mode, scratchStride, ...cut } = cutUpsample(module, shape, {
      ...shape,
      transformed: FORWARD_ROWS,
    });
    return { cut, mode, scratchStride };
  }
  if (form === 'minimal') {
    const { mode, scratchStride, ...cut } = planMinimal(module, shape).cut;
    return { cut, mode, scratchStride };
  }
  const mode = modeOf(shape);
  const taps = shape.tapsOf.length;
  const step = mode === BY_DOT ? 4 : 12;
  const own = mode === BY_DOT ? 1 : panels;
  const cut = alone ? oneThread(pixels, own, MOST_PIXELS) : cutTasks(pixels, own, MOST_PIXELS, step);
  const padded = cut.blockPixels + tileRows(module) + 4;
  const gathered = mode === BY_GATHER ? gatherBytes(shape, shape.tapsOf, cut.blockPixels) : 0;
  const bytes = 512 + panels * 32 + padded * 4 + padded * taps * 4 + 192 + gathered;
  return { cut, mode, scratchStride: Math.ceil(bytes / 64) * 64 + 64 };
}

function oneThread(pixels: number, panels: number, most: number): Cut {
  const blocks = Math.ceil(pixels / most);
  const blockPixels = Math.ceil(pixels / blocks / 12) * 12;
  return { blockPixels, pixelBlocks: Math.ceil(pixels / blockPixels), blockPanels: panels, panelBlocks: 1 };
}

const zeroFloats = (shape: JobShape): number => Math.max(8, shape.c) + 16;

/** Everything of a job that is neither shape nor cut. */
type Places = Pick<ConvFields, 'packed' | 'zero' | 'scratch' | 'scratchStride' | 'filter' | 'bias'>;

function writeJob(
  module: SimdModule,
  at: number,
  { tapsOf, ...shape }: JobShape,
  { cut, mode, tapList, places }: { cut: Cut; mode: number; tapList: number; places: Places },
): void {
  writeConvJob(module, at, { ...shape, ...cut, ...places, mode, taps: tapsOf.length, tapList });
}

/** Packs filters, and runs what is packed; each for so many jobs one after the other. */
const KERNELS = {
  jobs: { pack: 'packConvJobs', run: 'runPackedJobs' },
  minimal: { pack: 'minimalPack', run: 'minimalPacked' },
  doubling: { pack: 'upsamplePack', run: 'upsamplePacked' },
} as const;

export interface LayerStep {
  /** Bytes of scratch that all threads together need; every step may use the same. */
  readonly scratchBytes: number;
  /** Writes the tables. @returns what runs the layer */
  open(scratch: number): () => void;
}

export class PackedLayer {
  readonly outputs: number;
  readonly #module: SimdModule;
  readonly #form: Form;
  readonly #dense: boolean;
  readonly #shapes: (rows: number, input: number, out: number) => readonly JobShape[];
  readonly #packed: readonly number[];
  readonly #bias: number;

  /** Packs the filter; its memory is `weights`. */
  constructor(module: SimdModule, layer: FusedLayer, weights: ModuleMemory, temporary: ModuleMemory) {
    const { form, filter, shapes } = layerJobs(layer);
    this.outputs = volume(layer.node.output);
    this.#module = module;
    this.#form = form;
    this.#dense = layer.node.kind === 'dense';
    this.#shapes = shapes;
    this.#bias = weights.floats(layer.node.bias, Math.ceil(layer.node.bias.length / 8) * 8);
    const one = shapes(1, 0, 0);
    this.#packed = one.map((shape) => weights.take(packedBytes(module, shape, form)));
    const filterAt = temporary.floats(filter);
    const pack = (jobs: number): void => void module.run(KERNELS[form].pack, ...this.#jobArgs(jobs, one));
    this.#write(temporary, one, filterAt, pack)(this.#scratch(one, temporary));
  }

  /** The kernels of a doubled map take one job. */
  #jobArgs(jobs: number, shapes: readonly JobShape[]): number[] {
    return this.#form === 'doubling' ? [jobs] : [jobs, shapes.length];
  }

  #scratch(shapes: readonly JobShape[], memory: ModuleMemory): number {
    return memory.take(this.#scratchBytes(shapes));
  }

  #scratchBytes(shapes: readonly JobShape[]): number {
    const strides = shapes.map((shape) => planJob(this.#module, shape, this.#form).scratchStride);
    return Math.max(...strides) * this.#module.threads;
  }

  /** Takes room for tables; filled, and run once, when the scratch is known. */
  #write(
    memory: ModuleMemory,
    shapes: readonly JobShape[],
    filter: number,
    run: (jobs: number) => void,
  ): (scratch: number) => void {
    const module = this.#module;
    const jobs = memory.take(CONV_JOB_BYTES * shapes.length);
    const zero = memory.floats(new Float32Array(Math.max(...shapes.map(zeroFloats))));
    const tables = shapes.map((shape) =>
      this.#taps(memory, this.#form === 'jobs' ? orderedTaps(shape) : shape.tapsOf),
    );
    return (scratch) => {
      shapes.forEach((shape, i) => {
        const { cut, mode, scratchStride } = planJob(module, shape, this.#form);
        const places = {
          filter,
          packed: this.#packed[i],
          zero,
          scratch,
          scratchStride: scratchStride,
          bias: this.#bias,
        };
        writeJob(module, jobs + i * CONV_JOB_BYTES, shape, { cut, mode, tapList: tables[i], places });
      });
      run(jobs);
    };
  }

  #taps(memory: ModuleMemory, taps: readonly Tap[]): number {
    const at = memory.take(tapListBytes(taps));
    writeTaps(this.#module, at, taps);
    return at;
  }

  /** The layer on `rows` examples from `input` to `out`, which takes a multiple of 8 floats; tables go to `memory`. */
  step(rows: number, input: number, out: number, memory: ModuleMemory): LayerStep {
    const module = this.#module;
    const shapes = this.#shapes(rows, input, out);
    if (rows === 1 && this.#dense && modeOf(shapes[0]) !== BY_DOT) {
      return this.#vectorStep(shapes[0], memory);
    }
    const kernel = KERNELS[this.#form].run;
    let at = 0;
    const write = this.#write(memory, shapes, 0, (jobs) => (at = jobs));
    return {
      scratchBytes: this.#scratchBytes(shapes),
      open: (scratch) => {
        write(scratch);
        const args = this.#jobArgs(at, shapes);
        return () => void module.run(kernel, ...args);
      },
    };
  }

  #vectorStep(shape: JobShape, memory: ModuleMemory): LayerStep {
    const module = this.#module;
    const at = memory.take(CONV_JOB_BYTES);
    const panels = panelsOf(shape);
    const shared = Math.max(VECTOR_PANELS, Math.ceil(panels / module.threads / 4) * 4);
    const blockPanels = module.threads === 1 ? panels : Math.min(panels, shared);
    const cut = { blockPixels: 1, pixelBlocks: 1, blockPanels, panelBlocks: Math.ceil(panels / blockPanels) };
    const none = { filter: 0, zero: 0, scratch: 0, scratchStride: 0 };
    const places = { ...none, packed: this.#packed[0], bias: this.#bias };
    writeJob(module, at, shape, { cut, mode: BY_POINTER, tapList: 0, places });
    return { scratchBytes: 0, open: () => () => void module.run('vectorProduct', at) };
  }
}
