// A file read at any place without reading it whole: one window of it stays in memory. Where reads follow each other the
// window is wide, so that many small files cost few reads; where they jump it is narrow, so that a jump costs little.

const WIDE_BYTES = 4 * 1024 * 1024;
const NARROW_BYTES = 32 * 1024;

export class FileWindow {
  #at = 0;
  #bytes = new Uint8Array();

  constructor(private readonly file: Blob) {}

  get size(): number {
    return this.file.size;
  }

  /** Fewer bytes where the file ends before. A view that later reads leave as it is; copy it before changing it. */
  async read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    const windowEnd = this.#at + this.#bytes.length;
    if (at < this.#at || at + length > windowEnd) {
      // What lies between is a file that is not asked for.
      const follows = at >= this.#at && at <= windowEnd + NARROW_BYTES;
      const end = at + Math.max(length, follows ? WIDE_BYTES : NARROW_BYTES);
      this.#bytes = new Uint8Array(await this.file.slice(at, end).arrayBuffer());
      this.#at = at;
    }
    return this.#bytes.subarray(at - this.#at, at - this.#at + length);
  }
}
