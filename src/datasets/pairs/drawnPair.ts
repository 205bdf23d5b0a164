// Digits as two domains, each drawn in its own way.
import type { LoadedDataset } from '../define';
import { asOneSet, rangeOf, redrawn, type Redraw } from './domains';
import { invertOutline, thickOnPattern, thin, turnQuarter, type Side } from './pictures';

export interface DrawnDomain {
  readonly name: string;
  /** How; as they are where it does not say. */
  readonly drawn?: Drawing;
}

type Drawing = 'outline' | 'thin' | 'thick' | 'turned';

const DRAWINGS: Readonly<Record<Drawing, (side: Side) => Redraw>> = {
  outline: (side) => (pixels) => invertOutline(pixels, side),
  thin: (side) => (pixels) => thin(pixels, side),
  thick: (side) => (pixels, index) => thickOnPattern(pixels, side, index),
  turned: (side) => (pixels) => turnQuarter(pixels, side),
};

function domainOf({ name, drawn }: DrawnDomain, digits: LoadedDataset) {
  const [height, width] = digits.shape;
  return { name, images: drawn ? redrawn(digits, DRAWINGS[drawn]([height, width])) : digits };
}

/**
 * Of test digits both domains have the same, so that the right answer is known; else the first half is A, the second B.
 * @param readsA id of the data set whose evaluator can read what stands in images of A
 */
export function drawnPair(
  a: DrawnDomain,
  b: DrawnDomain,
  digits: LoadedDataset,
  test: boolean,
  readsA: string | undefined,
): LoadedDataset {
  const half = Math.floor(digits.size / 2);
  const [ofA, ofB] = test ? [digits, digits] : [rangeOf(digits, 0, half), rangeOf(digits, half, digits.size)];
  return asOneSet({ a: domainOf(a, ofA), b: domainOf(b, ofB), aligned: test, readsA });
}
