// Synthetic handwritten digits: an endless, labelled stand-in for MNIST, drawn from stroke models.
// Sample i of seed s is a function of (s, i) alone. No tensors here, and no data but glyphs/.
import { InvalidValueError } from '../../core/errors';
import { createRandom } from '../../core/random';
import { GLYPHS } from './glyphs';
import { chooseGlyph, Hand } from './hand';
import { Ink, SIDE } from './ink';
import { PenPath } from './penPath';

/** Bytes of one picture: 28 rows of 28. */
export const SYNTHETIC_DIGIT_BYTES = SIDE * SIDE;
const CLASSES = 10;
/** Where the set begins to repeat. */
const LIMIT = 2 ** 32;
const LABEL_STREAM = 1;
const SHAPE_STREAM = 2;

const glyphsOf = Array.from({ length: CLASSES }, (_, digit) => GLYPHS.filter((g) => g.digit === digit));
const hand = new Hand();
const ink = new Ink();
const path = new PenPath();

/** Fails with the value received unless it is a whole number from 0 to the limit. */
function checkCount(value: number, name: string): void {
  if (!Number.isInteger(value) || value < 0 || value > LIMIT)
    throw new InvalidValueError(`${name} is ${value}.`, `Give ${name} as a whole number from 0 to 2^32.`);
}

/** Each run of ten samples holds every digit once, in an order of its own. */
function labelOf(seed: number, index: number): number {
  const random = createRandom(seed, LABEL_STREAM, Math.floor(index / CLASSES));
  const order = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  for (let i = CLASSES - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order[index % CLASSES];
}

function drawInto(seed: number, index: number, images: Uint8Array, offset: number): number {
  const label = labelOf(seed, index);
  const random = createRandom(seed, SHAPE_STREAM, index);
  hand.write(chooseGlyph(glyphsOf[label], random), random, path);
  ink.draw(path, random, images, offset);
  return label;
}

/**
 * Draws sample `index` of the endless set `seed`.
 * @param seed any integer; its low 32 bits count
 * @param index whole number from 0, below 2^32
 * @returns `pixels` [784] as in MNIST: rows of 28, ink 255 on paper 0; `label` 0..9
 * @throws InvalidValueError when the index is no whole number from 0 to 2^32
 */
export function drawSyntheticDigit(seed: number, index: number): { pixels: Uint8Array; label: number } {
  checkCount(index, 'index');
  const pixels = new Uint8Array(SYNTHETIC_DIGIT_BYTES);
  return { pixels, label: drawInto(seed, index, pixels, 0) };
}

/**
 * Draws samples `start` to `start + count - 1`; each equals what `drawSyntheticDigit` draws.
 * @returns `images` [count * 784] and `labels` [count]
 * @throws InvalidValueError when start or count is no whole number from 0 to 2^32
 */
export function drawSyntheticDigits(
  seed: number,
  start: number,
  count: number,
): { images: Uint8Array; labels: Uint8Array } {
  checkCount(start, 'start');
  checkCount(count, 'count');
  const images = new Uint8Array(count * SYNTHETIC_DIGIT_BYTES);
  const labels = new Uint8Array(count);
  for (let i = 0; i < count; i++) labels[i] = drawInto(seed, start + i, images, i * SYNTHETIC_DIGIT_BYTES);
  return { images, labels };
}
