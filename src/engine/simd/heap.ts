// malloc and free over a WebAssembly.Memory, kept on the host's side: the wasm never allocates.
// Power-of-two fractions as size classes, one free list per class, blocks aligned to 64 bytes; classes above 1 MB
// are finer (1/8 steps), and a request takes a bigger free block only if the waste stays under a quarter.
import { EngineOutOfMemoryError } from './errors';
import { HeapClaim } from './heapClaim';

const PAGE = 65536;
const ALIGN = 64;
/** Address space of wasm32, less one page so that no end address overflows. */
const LIMIT = 4294967296 - PAGE;
/** Memory grows by at least this much: growing is slow and, unshared, detaches every view. */
const GROW_BYTES = 16 * 1024 * 1024;
const MAX_WASTE = 1.25;
/** Kernels read whole vectors, so up to 12 bytes beyond a tensor: the last block ends before the memory does. */
const READ_BEYOND = 16;

/** Size of the block that a request of this many bytes gets: eight classes per power of two, at least 64. */
export function blockSize(bytes: number): number {
  const asked = Math.max(ALIGN, bytes);
  const step = Math.max(ALIGN, 2 ** (Math.floor(Math.log2(asked)) - 3));
  return Math.ceil(asked / step) * step;
}

/** A heap from `base` to the end of the memory. All sizes and addresses in bytes. */
export class Heap {
  /** Bytes in live blocks. */
  used = 0;
  /** Most bytes that were ever live at once. */
  peak = 0;
  readonly #memory: WebAssembly.Memory;
  readonly #base: number;
  readonly #free = new Map<number, number[]>();
  readonly #sizes = new Map<number, number>();
  /** Sizes with a non-empty free list, ascending. */
  #available: number[] = [];
  #top: number;
  /** The claim that new blocks go to. */
  #claim: HeapClaim | null = null;
  /** Blocks that belong to a claim, in use or not. */
  readonly #claimed = new Map<number, HeapClaim>();
  #views: { buffer: ArrayBufferLike; f32: Float32Array; i32: Int32Array; u8: Uint8Array };

  constructor(memory: WebAssembly.Memory, base: number) {
    this.#memory = memory;
    this.#base = base;
    this.#top = base;
    this.#views = viewsOf(memory.buffer);
  }

  /** Bytes taken from the address space so far, live or free. */
  get reserved(): number {
    return this.#top - this.#base;
  }

  /**
   * A block of at least `bytes` bytes, 64-byte aligned, contents undefined.
   * @throws EngineOutOfMemoryError when the memory cannot grow that far
   */
  malloc(bytes: number): number {
    const size = blockSize(bytes);
    const again = this.#claim?.take(size);
    if (again !== undefined) {
      this.#sizes.set(again, this.#claim?.blocks.get(again) ?? size);
      return again;
    }
    const pointer = this.#reuse(size) ?? this.#extend(size, bytes);
    const taken = this.#sizes.get(pointer) ?? 0;
    this.used += taken;
    if (this.used > this.peak) this.peak = this.used;
    if (this.#claim) {
      this.#claim.add(pointer, taken, size);
      this.#claimed.set(pointer, this.#claim);
    }
    return pointer;
  }

  /** From now on new blocks belong to the claim that is returned, and come back to it when they are freed. */
  openClaim(): HeapClaim {
    this.#claim = new HeapClaim();
    return this.#claim;
  }

  /** New blocks belong to nobody again; the claim keeps what it has. */
  closeClaim(): void {
    this.#claim = null;
  }

  /** Takes the claim's free blocks back; those still in use become ordinary blocks. */
  giveBack(claim: HeapClaim): void {
    for (const [pointer, size] of claim.blocks) {
      this.#claimed.delete(pointer);
      if (this.#sizes.has(pointer)) continue;
      this.used -= size;
      this.#release(pointer, size);
    }
  }

  /** Returns a block of `malloc`. @throws RangeError when the address is not a live block */
  free(pointer: number): void {
    const size = this.#sizes.get(pointer);
    if (size === undefined) throw new RangeError(`${pointer} is not a live block of the engine's heap`);
    this.#sizes.delete(pointer);
    const claim = this.#claimed.get(pointer);
    if (claim) {
      claim.release(pointer);
      return;
    }
    if (this.#claim) this.#claim.releasedOlder = true;
    this.used -= size;
    this.#release(pointer, size);
  }

  /** A view of `count` floats; valid until the next malloc (growth may detach it). */
  f32(pointer: number, count: number): Float32Array {
    return this.#current().f32.subarray(pointer / 4, pointer / 4 + count);
  }

  /** A view of `count` 32-bit integers; valid until the next malloc. */
  i32(pointer: number, count: number): Int32Array {
    return this.#current().i32.subarray(pointer / 4, pointer / 4 + count);
  }

  /** A view of `count` bytes; valid until the next malloc. */
  u8(pointer: number, count: number): Uint8Array {
    return this.#current().u8.subarray(pointer, pointer + count);
  }

  #current() {
    // Shared buffers keep their identity but not their length when they grow, so compare the object every time.
    if (this.#views.buffer !== this.#memory.buffer) this.#views = viewsOf(this.#memory.buffer);
    return this.#views;
  }

  /** Takes the smallest free block that fits and wastes little. */
  #reuse(size: number): number | undefined {
    const index = lowerBound(this.#available, size);
    const found = this.#available[index];
    if (found === undefined || found > size * MAX_WASTE) return undefined;
    const list = this.#free.get(found) ?? [];
    const pointer = list.pop();
    if (list.length === 0) {
      this.#free.delete(found);
      this.#available.splice(index, 1);
    }
    if (pointer !== undefined) this.#sizes.set(pointer, found);
    return pointer;
  }

  #release(pointer: number, size: number): void {
    const list = this.#free.get(size);
    if (list) {
      list.push(pointer);
      return;
    }
    this.#free.set(size, [pointer]);
    this.#available.splice(lowerBound(this.#available, size), 0, size);
  }

  /** Cuts a new block off the top; when the memory is full, merges free neighbours and looks again. */
  #extend(size: number, asked: number): number {
    if (this.#growTo(this.#top + size + READ_BEYOND)) {
      const pointer = this.#top;
      this.#top += size;
      this.#sizes.set(pointer, size);
      return pointer;
    }
    this.#coalesce();
    if (this.#growTo(this.#top + size + READ_BEYOND)) return this.#extend(size, asked);
    const index = lowerBound(this.#available, size);
    const found = this.#available[index];
    if (found === undefined) throw new EngineOutOfMemoryError(asked, this.used);
    const list = this.#free.get(found) ?? [];
    const pointer = list.pop();
    if (pointer === undefined) throw new EngineOutOfMemoryError(asked, this.used);
    if (list.length === 0) {
      this.#free.delete(found);
      this.#available.splice(index, 1);
    }
    this.#sizes.set(pointer, size);
    if (found > size) this.#release(pointer + size, found - size);
    return pointer;
  }

  /** Whether the memory reaches `end` now. */
  #growTo(end: number): boolean {
    const have = this.#memory.buffer.byteLength;
    if (end <= have) return true;
    if (end > LIMIT) return false;
    for (const target of [Math.min(LIMIT, Math.max(end, have + GROW_BYTES)), end]) {
      try {
        this.#memory.grow(Math.ceil((target - have) / PAGE));
        return true;
      } catch {
        // The memory's own maximum or the machine's is nearer: try exactly what is needed, then report false.
        continue;
      }
    }
    return false;
  }

  /** Joins neighbouring free blocks and gives back those at the top. */
  #coalesce(): void {
    const blocks = [...this.#free].flatMap(([size, list]) => list.map((start) => ({ start, size })));
    blocks.sort((a, b) => a.start - b.start);
    this.#free.clear();
    this.#available = [];
    const joined: { start: number; size: number }[] = [];
    for (const block of blocks) {
      const last = joined.at(-1);
      if (last && last.start + last.size === block.start) last.size += block.size;
      else joined.push({ ...block });
    }
    const top = joined.at(-1);
    if (top && top.start + top.size === this.#top) {
      this.#top = top.start;
      joined.pop();
    }
    for (const { start, size } of joined) this.#release(start, size);
  }
}

function viewsOf(buffer: ArrayBufferLike) {
  return {
    buffer,
    f32: new Float32Array(buffer),
    i32: new Int32Array(buffer),
    u8: new Uint8Array(buffer),
  };
}

/** Index of the first element not below `value`. */
function lowerBound(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = sorted[middle];
    if (there !== undefined && there < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
