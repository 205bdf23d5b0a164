// The style pictures of a student as its run keeps them: a tensor without an optimizer, so that a run goes on with the styles that
// it began with, whatever became of the files.
import { tensor, variable, type Variable } from '@tensorflow/tfjs-core';
import type { SavedPart } from '../../training/savedTensors';
import type { HeldNetwork } from '../../training/snapshot';
import type { StylePictures } from './stylePictures';

/** Permanent. */
export const SHELF = 'styles';
const PIXELS = 'pixels';

export class StyleShelf {
  readonly pictures: Variable;

  constructor({ values, size }: StylePictures) {
    const initial = tensor(values, [values.length / (3 * size[0] * size[1]), size[0], size[1], 3]);
    this.pictures = variable(initial, false);
    initial.dispose();
  }

  get held(): HeldNetwork {
    const weights = [{ name: PIXELS, variable: this.pictures }];
    return { id: SHELF, network: { weights, learning: [], trainable: [] }, adam: null };
  }

  dispose(): void {
    this.pictures.dispose();
  }
}

/** What a run file holds of it. */
export const savedShelf = (count: number, size: StylePictures['size']): SavedPart => ({
  kind: 'network',
  id: SHELF,
  weights: [{ name: PIXELS, shape: [count, ...size, 3], learns: false }],
  optimizer: 'none',
});
