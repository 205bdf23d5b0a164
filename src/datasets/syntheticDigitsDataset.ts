// The embedded default: handwritten digits drawn on this device, with no network and no files. How a digit is drawn
// is syntheticDigits/; here is the definition, and the memory of digits already drawn.
import { numberParam } from '../core/paramSpec';
import { hashSeed } from '../core/random';
import { checkIndex } from './arrayDataset';
import { defineDataset, type LoadedDataset } from './define';
import { drawSyntheticDigit } from './syntheticDigits/drawSyntheticDigits';

const SIDE = 28;
const VOLUME = SIDE * SIDE;
const BLOCK = 256;
/** Digits of another style, which nothing learns from. */
const UNSEEN = 1000;
/** Digits beyond this many are drawn anew each time they are asked for, to bound memory (50 MB). */
const REMEMBERED = 65_536;

interface Block {
  readonly pixels: Uint8Array;
  readonly labels: Uint8Array;
  readonly drawn: Uint8Array;
}

/** Draws digit `index` of a style when it is first asked for. */
export function lazyDigits(size: number, style: number, draw = drawSyntheticDigit): LoadedDataset {
  const blocks = new Map<number, Block>();
  const blockOf = (number: number): Block => {
    const found = blocks.get(number);
    if (found) return found;
    const made = {
      pixels: new Uint8Array(BLOCK * VOLUME),
      labels: new Uint8Array(BLOCK),
      drawn: new Uint8Array(BLOCK),
    };
    blocks.set(number, made);
    return made;
  };
  const remembered = (index: number): { readonly pixels: Uint8Array; readonly label: number } => {
    if (index >= REMEMBERED) return draw(style, index);
    const block = blockOf(Math.floor(index / BLOCK));
    const place = index % BLOCK;
    const pixels = block.pixels.subarray(place * VOLUME, (place + 1) * VOLUME);
    if (block.drawn[place] === 0) {
      const digit = draw(style, index);
      pixels.set(digit.pixels);
      block.labels[place] = digit.label;
      block.drawn[place] = 1;
    }
    return { pixels, label: block.labels[place] };
  };
  return {
    shape: [SIDE, SIDE, 1],
    size,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    read(indices) {
      const pixels = new Uint8Array(indices.length * VOLUME);
      const labels = new Uint8Array(indices.length);
      for (let i = 0; i < indices.length; i++) {
        const digit = remembered(checkIndex(indices[i], size));
        pixels.set(digit.pixels, i * VOLUME);
        labels[i] = digit.label;
      }
      return { pixels, labels };
    },
  };
}

export const syntheticDigits = defineDataset({
  id: 'synthetic-digits',
  label: 'Synthetic digits',
  help: 'Handwritten digits drawn on this device from pen strokes; they need no network and no files.',
  source: 'Drawn by this program from stroke models',
  licence: 'MIT',
  shape: [SIDE, SIDE, 1],
  classes: 10,
  origin: 'embedded',
  accepts: [],
  params: [
    {
      id: 'size',
      kind: 'integer',
      label: 'Images used',
      min: 16,
      max: 1_000_000,
      default: 20_000,
      scale: 'log',
      unit: 'images',
      help: 'How many different digits there are; each is drawn when it is first needed.',
    },
    {
      id: 'style',
      kind: 'integer',
      label: 'Style seed',
      min: 0,
      max: 4_294_967_295,
      default: 1,
      help: 'The number that the digits grow from; another number gives other digits of the same kind.',
    },
  ],
  load: ({ params }) =>
    Promise.resolve(lazyDigits(numberParam(params, 'size'), numberParam(params, 'style'))),
  loadUnseen: ({ params }) =>
    Promise.resolve(lazyDigits(UNSEEN, hashSeed(numberParam(params, 'style'), UNSEEN))),
});
