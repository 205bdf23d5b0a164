// Blocks of a compute module's memory that live and go together.
import type { SimdModule } from '../engine/simd/module';

/** Kernels may read or write up to a vector beyond the end of what they are given. */
const SLACK_BYTES = 64;

export class ModuleMemory {
  readonly #module: SimdModule;
  readonly #blocks: number[] = [];
  /** Bytes asked for. */
  bytes = 0;

  constructor(module: SimdModule) {
    this.#module = module;
  }

  /** Address of `bytes` bytes. @throws EngineOutOfMemoryError */
  take(bytes: number): number {
    const pointer = this.#module.heap.malloc(bytes + SLACK_BYTES);
    this.#blocks.push(pointer);
    this.bytes += bytes;
    return pointer;
  }

  /** Address of a copy of `values`, followed by zeros up to `count` floats. */
  floats(values: Float32Array, count = values.length): number {
    const pointer = this.take(4 * count);
    const target = this.#module.heap.f32(pointer, count);
    target.fill(0);
    target.set(values);
    return pointer;
  }

  free(): void {
    for (const pointer of this.#blocks.splice(0)) this.#module.heap.free(pointer);
    this.bytes = 0;
  }
}
