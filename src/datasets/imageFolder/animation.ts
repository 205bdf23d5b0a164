// Whether a picture moves, from its structure, without decoding: only its first picture is used then, and that is said. GIF (89a:
// a second image), PNG (`acTL` before the pixels, APNG in PNG 3), WebP (a flag of `VP8X`), AVIF (its brand is a sequence).

/** Kinds of pictures that are decoded. */
export type ImageType = 'image/png' | 'image/jpeg' | 'image/webp' | 'image/gif' | 'image/bmp' | 'image/avif';

const WINDOW_BYTES = 65_536;
/** Of a file that goes on longer before its second picture nothing more is read. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Bytes of a file by their place, read in windows, forwards. */
class Reader {
  #start = 0;
  #window: Uint8Array;
  readonly #file: Blob;
  readonly end: number;

  constructor(file: Blob, first: Uint8Array) {
    this.#file = file;
    this.#window = first;
    this.end = Math.min(file.size, MOST_BYTES);
  }

  /** `count` bytes at `offset`; fewer where the file ends. */
  async at(offset: number, count: number): Promise<Uint8Array> {
    if (offset < this.#start || offset + count > this.#start + this.#window.length) {
      const part = this.#file.slice(offset, offset + Math.max(WINDOW_BYTES, count));
      this.#window = new Uint8Array(await part.arrayBuffer());
      this.#start = offset;
    }
    const from = offset - this.#start;
    return this.#window.subarray(from, from + count);
  }
}

const text = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
/** Bytes of a GIF's colour table, as its flags say. */
const tableBytes = (flags = 0): number => (flags & 0x80 ? 3 << ((flags & 7) + 1) : 0);

/** Past blocks that each begin with their length, to behind the empty one. */
async function pastBlocks(reader: Reader, offset: number): Promise<number> {
  while (offset < reader.end) {
    const [length = 0] = await reader.at(offset, 1);
    offset += 1 + length;
    if (length === 0) break;
  }
  return offset;
}

async function gifMoves(reader: Reader): Promise<boolean> {
  const head = await reader.at(0, 13);
  let offset = 13 + tableBytes(head[10]);
  let images = 0;
  while (offset < reader.end) {
    const block = await reader.at(offset, 10);
    if (block[0] === 0x21) offset = await pastBlocks(reader, offset + 2);
    else if (block[0] === 0x2c) {
      if (++images === 2) return true;
      offset = await pastBlocks(reader, offset + 11 + tableBytes(block[9]));
    } else return false;
  }
  return false;
}

async function pngMoves(reader: Reader): Promise<boolean> {
  let offset = 8;
  while (offset + 8 <= reader.end) {
    const chunk = await reader.at(offset, 8);
    if (chunk.length < 8) return false;
    const kind = text(chunk.subarray(4));
    if (kind === 'acTL') return true;
    if (kind === 'IDAT' || kind === 'IEND') return false;
    offset += 12 + new DataView(chunk.buffer, chunk.byteOffset).getUint32(0);
  }
  return false;
}

const MOVES: Readonly<Record<ImageType, (reader: Reader) => Promise<boolean>>> = {
  'image/gif': gifMoves,
  'image/png': pngMoves,
  'image/webp': async (reader) => {
    const head = await reader.at(12, 9);
    return text(head.subarray(0, 4)) === 'VP8X' && (head[8] & 2) !== 0;
  },
  'image/avif': async (reader) => text(await reader.at(8, 4)) === 'avis',
  'image/jpeg': () => Promise.resolve(false),
  'image/bmp': () => Promise.resolve(false),
};

/** @param first bytes at the beginning of the file, as many as there are at hand */
export const isAnimated = (file: Blob, type: ImageType, first: Uint8Array): Promise<boolean> =>
  MOVES[type](new Reader(file, first));
