// Blocks of the heap that stay together: what is allocated while a claim is open comes back to the claim when it is
// freed, so that a recorded step finds its tensors where they were. The heap asks; this only keeps the books.

export class HeapClaim {
  /** Whether a block from before the claim was freed while it was open: what was recorded cannot be repeated then. */
  releasedOlder = false;
  readonly #sizes = new Map<number, number>();
  readonly #free = new Map<number, number[]>();

  /** Address and size of every block, in the order of their first use. */
  get blocks(): ReadonlyMap<number, number> {
    return this.#sizes;
  }

  /** A free block of exactly this size. */
  take(size: number): number | undefined {
    return this.#free.get(size)?.pop();
  }

  /** A block that belongs to the claim from now on, in use. */
  add(pointer: number, size: number): void {
    this.#sizes.set(pointer, size);
  }

  /** A block of the claim is no longer in use. */
  release(pointer: number, size: number): void {
    const list = this.#free.get(size);
    if (list) list.push(pointer);
    else this.#free.set(size, [pointer]);
  }
}
