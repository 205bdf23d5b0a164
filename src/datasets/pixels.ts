// Where the decoded images of a set lie: in an array, or, where they are too many for memory, in a file of the device from
// which a batch takes what it needs.
import type { LargeFile } from './largeFiles';

/** Images one after another, rows, channels last. */
export interface Pixels {
  /** Bytes of all images. */
  readonly length: number;
  /** Copies the `count` bytes from `start` to `at` of `target`. */
  copy(start: number, count: number, target: Uint8Array<ArrayBuffer>, at: number): void;
}

/** Sets that take more are not held in memory. */
export const MOST_IN_MEMORY = 256 * 1024 * 1024;

export const pixelsInMemory = (pixels: Uint8Array): Pixels => ({
  length: pixels.length,
  copy(start, count, target, at) {
    target.set(pixels.subarray(start, start + count), at);
  },
});

export const pixelsInFile = (file: LargeFile): Pixels => ({
  length: file.size,
  copy(start, count, target, at) {
    file.read(start, target.subarray(at, at + count));
  },
});
