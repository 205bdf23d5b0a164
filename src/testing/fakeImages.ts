// Pictures for the fake worker: digits drawn from a few strokes that come out of noise as the step grows.
// For tests and screenshots of the page only; training data comes from src/datasets.
import { createRandom } from '../core/random';
import type { ImageBatch } from '../core/history';
import type { PayloadOf, ReplyOf } from '../protocol';

const STROKES: readonly (readonly (readonly [number, number])[])[] = [
  [
    [14, 5],
    [9, 8],
    [8, 15],
    [10, 21],
    [14, 23],
    [19, 20],
    [20, 13],
    [18, 7],
    [14, 5],
  ],
  [
    [11, 9],
    [15, 5],
    [15, 23],
  ],
  [
    [8, 9],
    [12, 5],
    [18, 7],
    [18, 12],
    [8, 22],
    [20, 22],
  ],
  [
    [8, 6],
    [17, 6],
    [13, 12],
    [18, 15],
    [17, 21],
    [8, 22],
  ],
  [
    [16, 23],
    [16, 5],
    [7, 16],
    [21, 16],
  ],
  [
    [19, 5],
    [10, 5],
    [9, 13],
    [16, 12],
    [19, 17],
    [15, 22],
    [8, 21],
  ],
  [
    [17, 5],
    [10, 11],
    [8, 18],
    [13, 23],
    [19, 19],
    [16, 14],
    [9, 16],
  ],
  [
    [7, 6],
    [20, 6],
    [12, 23],
  ],
  [
    [14, 14],
    [9, 10],
    [14, 5],
    [19, 9],
    [14, 14],
    [8, 19],
    [14, 23],
    [20, 19],
    [14, 14],
  ],
  [
    [19, 11],
    [13, 14],
    [9, 9],
    [14, 5],
    [19, 9],
    [17, 23],
  ],
];

function distance(x: number, y: number, a: readonly [number, number], b: readonly [number, number]): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const along = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - a[0] - along * dx, y - a[1] - along * dy);
}

/** One 28x28 digit; `clarity` 0 is noise, 1 a clean stroke. */
function drawDigit(pixels: Uint8Array, offset: number, seed: number, index: number, clarity: number): void {
  const random = createRandom(seed, index);
  const strokes = STROKES[random.int(STROKES.length)];
  const slant = 0.25 * random.normal();
  const width = 1.2 + 0.5 * random.uniform() + 2 * (1 - clarity);
  for (let y = 0; y < 28; y++) {
    for (let x = 0; x < 28; x++) {
      const sheared = x + slant * (y - 14);
      let nearest = Infinity;
      for (let i = 1; i < strokes.length; i++)
        nearest = Math.min(nearest, distance(sheared, y, strokes[i - 1], strokes[i]));
      const ink = 255 / (1 + Math.exp(3 * (nearest - width)));
      const grain = 110 * (1 - clarity) * random.uniform();
      pixels[offset + y * 28 + x] = Math.min(255, ink * (0.35 + 0.65 * clarity) + grain);
    }
  }
}

/** @param clarity 0 (noise) to 1 (clean) */
export function fakeDigits(count: number, seed: number, clarity: number, first = 0): ImageBatch {
  const pixels = new Uint8Array(count * 784);
  for (let i = 0; i < count; i++) drawDigit(pixels, i * 784, seed, first + i, clarity);
  return { count, height: 28, width: 28, channels: 1, pixels };
}

/** Files read as pictures that are all of one grey. */
export function fakePictures({ files, shape }: PayloadOf<'pictures/read'>): ReplyOf<'pictures/read'> {
  const [height, width, channels] = shape;
  const pixels = new Uint8Array(files.length * height * width * channels).fill(90);
  return {
    images: { count: files.length, height, width, channels, pixels },
    names: files.map(({ name }) => name),
    leftOut: [],
    notes: [],
  };
}
