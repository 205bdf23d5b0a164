import { describe, expect, it } from 'vitest';
import { createRandom } from '../../core/random';
import { EngineOutOfMemoryError } from './errors';
import { blockSize, Heap } from './heap';

const newHeap = (maximum = 4096) => new Heap(new WebAssembly.Memory({ initial: 2, maximum }), 65536);

describe('Heap', () => {
  it('rounds sizes up by at most an eighth', () => {
    expect([0, 1, 64, 65, 1000, 1025].map(blockSize)).toEqual([64, 64, 64, 128, 1024, 1152]);
    for (let bytes = 512; bytes < 1e9; bytes = Math.ceil(bytes * 1.37)) {
      expect(blockSize(bytes)).toBeGreaterThanOrEqual(bytes);
      expect(blockSize(bytes)).toBeLessThanOrEqual(bytes * 1.125 + 64);
      expect(blockSize(bytes) % 64).toBe(0);
    }
  });

  it('never hands out overlapping blocks, and counts bytes exactly', () => {
    const heap = newHeap();
    const random = createRandom(1);
    const live = new Map<number, number>();
    for (let i = 0; i < 5000; i++) {
      if (live.size > 0 && random.int(5) < 2) {
        const pointers = [...live.keys()];
        const pointer = pointers[random.int(pointers.length)] ?? 0;
        const mark = heap.i32(pointer, (live.get(pointer) ?? 0) / 4);
        expect(mark.every((value) => value === pointer)).toBe(true);
        heap.free(pointer);
        live.delete(pointer);
      } else if (live.size < 60) {
        const bytes = 4 * (1 + random.int(random.int(10) === 0 ? 60000 : 500));
        const pointer = heap.malloc(bytes);
        expect(pointer % 64).toBe(0);
        heap.i32(pointer, bytes / 4).fill(pointer);
        live.set(pointer, bytes);
      }
    }
    for (const pointer of live.keys()) heap.free(pointer);
    expect(heap.used).toBe(0);
    expect(heap.peak).toBeGreaterThan(0);
    expect(heap.reserved).toBeLessThan(heap.peak * 3);
  });

  it('reuses freed blocks of the same size', () => {
    const heap = newHeap();
    const a = heap.malloc(100000);
    heap.malloc(64);
    heap.free(a);
    expect(heap.malloc(100000)).toBe(a);
  });

  it('joins free neighbours before it gives up, and names what it lacks', () => {
    const heap = newHeap(34);
    const blocks = Array.from({ length: 16 }, () => heap.malloc(131072));
    expect(() => heap.malloc(131072)).toThrowError(EngineOutOfMemoryError);
    for (const block of blocks.slice(0, 8)) heap.free(block);
    expect(heap.malloc(1048576)).toBe(blocks[0]);
    expect(() => heap.malloc(2 ** 33)).toThrowError(/8589934592 more bytes; 2097152 bytes are in use/);
  });

  it('refuses to free what is not its own', () => {
    const heap = newHeap();
    const a = heap.malloc(10);
    heap.free(a);
    expect(() => heap.free(a)).toThrowError(RangeError);
  });

  it('gives a claim the same blocks for the same requests, whatever was free before', () => {
    const heap = newHeap();
    const orderOf = (): number[] => {
      const claim = heap.openClaim();
      const given: number[] = [];
      const ask = (bytes: number): number => {
        const pointer = heap.malloc(bytes);
        given.push(pointer);
        return pointer;
      };
      const small = ask(800_000);
      heap.free(small);
      const large = ask(900_000);
      heap.free(large);
      for (const pointer of [ask(900_000), ask(800_000), ask(800_000)]) heap.free(pointer);
      heap.closeClaim();
      heap.giveBack(claim);
      const blocks = [...claim.blocks.keys()];
      return given.map((pointer) => blocks.indexOf(pointer));
    };
    const first = orderOf();
    expect(first).toEqual([0, 1, 1, 0, 2]);
    // Now the block of 900,000 bytes serves the request for 800,000.
    const held = [heap.malloc(800_000), heap.malloc(800_000)];
    expect(orderOf()).toEqual(first);
    held.forEach((pointer) => heap.free(pointer));
    expect(heap.used).toBe(0);
  });
});
