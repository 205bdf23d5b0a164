// Blocks of the heap that stay together: what is allocated while a claim is open comes back to the claim when it is
// freed, so that a recorded step finds its tensors where they were. The heap asks; this only keeps the books.

export class HeapClaim {
  /** Whether a block from before the claim was freed while it was open: what was recorded cannot be repeated then. */
  releasedOlder = false;
  readonly #sizes = new Map<number, number>();
  /** For each block the size that was asked for when it came: which block is used again depends on requests alone. */
  readonly #asked = new Map<number, number>();
  readonly #free = new Map<number, number[]>();

  /** Address and size of every block, in the order of their first use. */
  get blocks(): ReadonlyMap<number, number> {
    return this.#sizes;
  }

  /** A free block that was asked for with exactly this size. */
  take(asked: number): number | undefined {
    return this.#free.get(asked)?.pop();
  }

  /** A block that belongs to the claim from now on, in use; it may be larger than what was asked for. */
  add(pointer: number, size: number, asked: number): void {
    this.#sizes.set(pointer, size);
    this.#asked.set(pointer, asked);
  }

  /** A block of the claim is no longer in use. */
  release(pointer: number): void {
    const asked = this.#asked.get(pointer) ?? 0;
    const list = this.#free.get(asked);
    if (list) list.push(pointer);
    else this.#free.set(asked, [pointer]);
  }
}
