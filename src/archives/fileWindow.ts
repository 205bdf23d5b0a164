// A file read at any place without reading it whole: one window of it stays in memory, so what is read in order costs
// few reads.

const WINDOW_BYTES = 4 * 1024 * 1024;

export class FileWindow {
  #at = 0;
  #bytes = new Uint8Array();

  constructor(private readonly file: Blob) {}

  get size(): number {
    return this.file.size;
  }

  /** Fewer bytes where the file ends before. A view that later reads leave as it is; copy it before changing it. */
  async read(at: number, length: number): Promise<Uint8Array<ArrayBuffer>> {
    if (at < this.#at || at + length > this.#at + this.#bytes.length) {
      const end = at + Math.max(length, WINDOW_BYTES);
      this.#bytes = new Uint8Array(await this.file.slice(at, end).arrayBuffer());
      this.#at = at;
    }
    return this.#bytes.subarray(at - this.#at, at - this.#at + length);
  }
}
