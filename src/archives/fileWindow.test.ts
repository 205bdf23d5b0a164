import { describe, expect, it } from 'vitest';
import { mix32 } from '../core/random';
import { FileWindow } from './fileWindow';

const MIB = 2 ** 20;
const bytes = Uint8Array.from({ length: 16 * MIB }, (_, i) => i ^ (i >>> 8) ^ (i >>> 16));

/** A file that counts what is read of it. */
class CountedFile extends Blob {
  reads = 0;
  bytesRead = 0;

  override slice(start = 0, end = this.size): Blob {
    this.reads++;
    this.bytesRead += Math.min(end, this.size) - start;
    return super.slice(start, end);
  }
}

/** Reads 500 bytes at each place and holds them against the file. */
async function readAll(places: readonly number[]): Promise<CountedFile> {
  const file = new CountedFile([bytes]);
  const window = new FileWindow(file);
  for (const at of places) {
    const wanted = bytes.subarray(at, at + 500);
    expect(Buffer.compare(await window.read(at, 500), wanted), `at ${at}`).toBe(0);
  }
  return file;
}

describe('FileWindow', () => {
  const inOrder = Array.from({ length: 2000 }, (_, i) => i * 8000);

  it('reads each part about once where reads follow each other', async () => {
    const { reads, bytesRead } = await readAll(inOrder);
    expect(reads).toBeLessThan(12);
    expect(bytesRead).toBeLessThan(20 * MIB);
  });

  it('reads little for each jump', async () => {
    const shuffled = inOrder.toSorted((a, b) => mix32(a) - mix32(b));
    const { bytesRead } = await readAll(shuffled);
    expect(bytesRead / shuffled.length).toBeLessThan(64 * 1024);
  });

  it('gives fewer bytes at the end, and none behind it', async () => {
    const window = new FileWindow(new Blob([bytes.subarray(0, 100)]));
    expect(await window.read(90, 50)).toHaveLength(10);
    expect(await window.read(200, 5)).toHaveLength(0);
  });
});
