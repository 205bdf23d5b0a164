// Animated GIF: one palette, frame after frame, repeated for ever. Grey is exact (256 levels); colours are dithered onto a
// palette of 6 x 7 x 6. https://www.w3.org/Graphics/GIF/spec-gif89a.txt
import { createByteList } from '../byteList';

const CODE_BITS = 8;
const CLEAR = 1 << CODE_BITS;
const END = CLEAR + 1;
const MOST_CODES = 4096;
const MOST_BLOCK = 255;

/** Levels of red, green and blue. */
const LEVELS = [6, 7, 6] as const;
/** Thresholds of an ordered dither, 0..63, Bayer's 8 x 8. */
const BAYER = Uint8Array.from({ length: 64 }, (_, i) => {
  const [y, x] = [i >> 3, i & 7];
  let threshold = 0;
  for (let bit = 0; bit < 3; bit++) {
    const mixed = ((((x ^ y) >> bit) & 1) << 1) | ((y >> bit) & 1);
    threshold |= mixed << (2 * (2 - bit));
  }
  return threshold;
});

/** Packs codes of growing length into bytes. */
class CodeStream {
  #bytes = new Uint8Array(4096);
  #length = 0;
  #held = 0;
  #heldBits = 0;

  put(code: number, bits: number): void {
    this.#held |= code << this.#heldBits;
    this.#heldBits += bits;
    while (this.#heldBits >= 8) this.#byte(this.#held & 255);
  }

  /** The bytes in blocks with their lengths, ended by an empty one. */
  blocks(): Uint8Array {
    if (this.#heldBits > 0) this.#byte(this.#held & 255);
    const blocks = Math.ceil(this.#length / MOST_BLOCK);
    const out = new Uint8Array(this.#length + blocks + 1);
    for (let i = 0; i < blocks; i++) {
      const part = this.#bytes.subarray(i * MOST_BLOCK, Math.min(this.#length, (i + 1) * MOST_BLOCK));
      out[i * (MOST_BLOCK + 1)] = part.length;
      out.set(part, i * (MOST_BLOCK + 1) + 1);
    }
    return out;
  }

  #byte(value: number): void {
    if (this.#length === this.#bytes.length) {
      const grown = new Uint8Array(2 * this.#length);
      grown.set(this.#bytes);
      this.#bytes = grown;
    }
    this.#bytes[this.#length++] = value;
    this.#held >>>= 8;
    this.#heldBits = Math.max(0, this.#heldBits - 8);
  }
}

/** LZW as GIF has it. `next[code * 256 + byte]` is the code of that code's text with one byte more, 0 for none. */
function compress(indices: Uint8Array, next: Uint16Array): Uint8Array {
  const out = new CodeStream();
  let bits = CODE_BITS + 1;
  let free = END + 1;
  next.fill(0);
  out.put(CLEAR, bits);
  let prefix = indices[0];
  for (let i = 1; i < indices.length; i++) {
    const place = prefix * 256 + indices[i];
    const known = next[place];
    if (known > 0) {
      prefix = known;
      continue;
    }
    out.put(prefix, bits);
    if (free < MOST_CODES) {
      if (free === 1 << bits) bits++;
      next[place] = free++;
    } else {
      out.put(CLEAR, bits);
      next.fill(0);
      bits = CODE_BITS + 1;
      free = END + 1;
    }
    prefix = indices[i];
  }
  out.put(prefix, bits);
  if (free < MOST_CODES && free === 1 << bits) bits++;
  out.put(END, bits);
  return out.blocks();
}

const word = (value: number): [number, number] => [value & 255, value >> 8];

function palette(channels: number): Uint8Array {
  if (channels === 1) return Uint8Array.from({ length: 768 }, (_, i) => Math.floor(i / 3));
  const [red, green, blue] = LEVELS;
  const colours = new Uint8Array(768);
  for (let i = 0; i < red * green * blue; i++) {
    const at = [Math.floor(i / (green * blue)), Math.floor(i / blue) % green, i % blue];
    at.forEach((level, c) => (colours[3 * i + c] = Math.round((255 * level) / (LEVELS[c] - 1))));
  }
  return colours;
}

/** The palette's index of each pixel of an RGB frame. */
function dithered(pixels: Uint8Array, width: number): Uint8Array {
  return Uint8Array.from({ length: pixels.length / 3 }, (_, i) => {
    const threshold = (BAYER[((Math.floor(i / width) & 7) << 3) | ((i % width) & 7)] + 0.5) / 64;
    let index = 0;
    for (let c = 0; c < 3; c++) {
      const level = Math.floor((pixels[3 * i + c] / 255) * (LEVELS[c] - 1) + threshold);
      index = index * LEVELS[c] + Math.min(LEVELS[c] - 1, level);
    }
    return index;
  });
}

export interface GifSize {
  readonly width: number;
  readonly height: number;
  /** 1 (grey) or 3 (RGB). */
  readonly channels: number;
}

/** Writes frames of one size as they come. */
export class GifWriter {
  readonly #bytes = createByteList();
  readonly #next = new Uint16Array(MOST_CODES * 256);

  /** @param size sides from 1 to 65535 */
  constructor(private readonly size: GifSize) {
    const text = (words: string): number[] => Array.from(words, (letter) => letter.charCodeAt(0));
    const screen = [...word(size.width), ...word(size.height), 0xf7, 0, 0]; // 256 colours of 8 bits
    this.#bytes.push(Uint8Array.from([...text('GIF89a'), ...screen]));
    this.#bytes.push(palette(size.channels));
    this.#bytes.push(Uint8Array.from([0x21, 0xff, 11, ...text('NETSCAPE2.0'), 3, 1, 0, 0, 0])); // for ever
  }

  /**
   * @param pixels height * width * channels bytes
   * @param centiseconds how long it is shown, from 2, below which viewers slow it down
   */
  addFrame(pixels: Uint8Array, centiseconds: number): void {
    const { width, height, channels } = this.size;
    const control = [0x21, 0xf9, 4, 0, ...word(Math.max(2, Math.round(centiseconds))), 0, 0];
    const place = [0x2c, 0, 0, 0, 0, ...word(width), ...word(height), 0];
    this.#bytes.push(Uint8Array.from([...control, ...place, CODE_BITS]));
    this.#bytes.push(compress(channels === 1 ? pixels : dithered(pixels, width), this.#next));
  }

  finish(): Uint8Array<ArrayBuffer> {
    this.#bytes.push(Uint8Array.of(0x3b));
    return this.#bytes.concat();
  }
}
