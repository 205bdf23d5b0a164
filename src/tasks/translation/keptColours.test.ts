import { expect, it } from 'vitest';
import { labOf } from '../../core/labColour';
import { noiseImages } from '../../testing/randomNetworks';
import { keptColourBytes, keptColours } from './keptColours';

const SHAPE = [6, 5, 3] as const;
/** Of one picture: three numbers a pixel. */
const PICTURE_BYTES = 4 * 3 * 6 * 5;

/** Pictures, and how often each was read. */
function counted() {
  const images = noiseImages(SHAPE, 3);
  const reads = new Map<number, number>();
  const read: typeof images.read = (indices) => {
    for (const index of Array.from(indices)) reads.set(index, (reads.get(index) ?? 0) + 1);
    return images.read(indices);
  };
  return { images, reads, dataset: { ...images, read } };
}

it('gives what converting gives, to the bit, also of pictures that come twice and again', () => {
  const { images, dataset } = counted();
  const read = keptColours(dataset);
  for (const indices of [
    [4, 1, 4],
    [1, 7, 0],
    [39, 4, 1],
  ])
    expect(read(indices)).toEqual(labOf(images.read(indices).pixels));
});

it('converts a picture once, and beyond its bytes every time', () => {
  const { images, reads, dataset } = counted();
  const read = keptColours(dataset, 2.5 * PICTURE_BYTES);
  for (let step = 0; step < 3; step++) expect(read([4, 1, 9])).toEqual(labOf(images.read([4, 1, 9]).pixels));
  expect(Object.fromEntries(reads)).toEqual({ 4: 1, 1: 1, 9: 3 });
});

it('hands out numbers of its own: who writes into them changes no later picture', () => {
  const { images, dataset } = counted();
  const read = keptColours(dataset);
  const { lightness, colour } = read([2]);
  lightness.fill(9);
  colour.fill(9);
  expect(read([2])).toEqual(labOf(images.read([2]).pixels));
});

it('says what it takes before it begins', () => {
  expect(keptColourBytes(SHAPE, 10)).toBe(10 * PICTURE_BYTES);
  expect(keptColourBytes([64, 64, 3], 1e6)).toBe(128 * 2 ** 20);
});
