// Temporary memory of one kernel call: parts are reserved first, then the whole is taken once from the module.
import type { SimdModule } from '../module';

const ALIGN = 64;

/** Adds up parts; `open` gives the base address to which the offsets that `take` returned are added. */
export class Arena {
  #bytes = 0;

  /** Reserves `bytes` and returns their offset, 64-byte aligned. */
  take(bytes: number): number {
    const offset = this.#bytes;
    this.#bytes += Math.ceil(bytes / ALIGN) * ALIGN;
    return offset;
  }

  /** The address of offset 0; valid for one kernel call. Some slack lies behind the last part. */
  open(module: SimdModule): number {
    return module.scratch(this.#bytes + ALIGN);
  }
}
