// A content and a style picture as a data set of two domains with one picture each.
import { arrayDataset } from '../arrayDataset';
import type { LoadedDataset } from '../define';
import { asOneSet } from '../pairs/domains';

/** @param content and `style` RGB bytes [side * side * 3] */
export function onePictureEach(content: Uint8Array, style: Uint8Array, side: number): LoadedDataset {
  const one = (pixels: Uint8Array): LoadedDataset =>
    arrayDataset({ shape: [side, side, 3], pixels, labels: null, classNames: null });
  return asOneSet({
    a: { name: 'Content', images: one(content) },
    b: { name: 'Style', images: one(style) },
    aligned: false,
  });
}
