// Where the weights of Keras layers come from: by name (TensorFlow.js and `.h5`, whose paths differ between versions), or
// by place (`.keras`). Each weight is given once.
import { volume } from '../../core/network';
import { DamagedModelError, OversizedModelError } from '../../readers/errors';
import { shapeText } from '../assembly';

/** A layer as weights are looked up by. */
export interface LayerPlace {
  readonly name: string;
  readonly className: string;
  /** Where `.keras` keeps its weights, for example `layers/sequential/layers/dense_1`. */
  readonly folder: string;
}

export interface WeightSource {
  /**
   * Values of a weight.
   * @param names what versions of Keras call it, the present one first
   * @param slot its place among the layer's weights
   * @throws DamagedModelError when it is missing or has another shape
   */
  take(layer: LayerPlace, names: readonly string[], slot: number, shape: readonly number[]): Float32Array;
}

export interface StoredWeight {
  /** Names from outside to inside, for example `sequential/dense/kernel:0`. */
  readonly path: string;
  readonly shape: readonly number[];
  /** Called only where the shape fits. */
  readonly read: () => Float32Array;
}

export const describeLayer = ({ name, className }: LayerPlace): string => `${name} (${className})`;

/** Reads a weight whose shape must be `shape`. @throws DamagedModelError */
export function readShaped(
  stored: StoredWeight,
  layer: LayerPlace,
  name: string,
  shape: readonly number[],
): Float32Array {
  if (stored.shape.join() !== shape.join()) {
    throw new DamagedModelError(
      `the weight ${name} of ${describeLayer(layer)} is ${shapeText(stored.shape)}, its layer needs ${shapeText(shape)}`,
    );
  }
  const values = stored.read();
  if (values.length === volume(shape)) return values;
  throw new DamagedModelError(
    `the weight ${name} of ${describeLayer(layer)} has ${values.length} values, expected ${volume(shape)}`,
  );
}

const MOST_WEIGHTS = 8192;
/** Letters of a weight's name with all that it stands in, and how many of these are looked at. */
const MOST_PATH = 2048;
const MOST_NESTED = 32;

/** Finds weights by the layer's and their own name anywhere in the path. */
export function namedWeights(stored: readonly StoredWeight[]): WeightSource {
  if (stored.length > MOST_WEIGHTS)
    throw new OversizedModelError(`The model has ${stored.length} weights; ${MOST_WEIGHTS} are the most.`);
  const left = new Map<string, (StoredWeight & { readonly parts: readonly string[] })[]>();
  for (const weight of stored) {
    if (weight.path.length > MOST_PATH)
      throw new OversizedModelError(
        `The name of a weight has ${weight.path.length} letters; ${MOST_PATH} are the most.`,
      );
    const parts = weight.path.replace(/:\d+$/, '').split('/');
    for (const layer of new Set(parts.slice(0, -1).slice(-MOST_NESTED))) {
      const key = `${layer}/${parts[parts.length - 1]}`;
      const known = left.get(key);
      if (known) known.push({ ...weight, parts });
      else left.set(key, [{ ...weight, parts }]);
    }
  }
  return {
    take(layer, names, _, shape) {
      for (const name of names) {
        const key = `${layer.name}/${name}`;
        const found = left.get(key) ?? [];
        const nearest = found.findIndex(({ parts }) => parts[parts.length - 2] === layer.name);
        const at = Math.max(0, nearest);
        if (found.length === 0) continue;
        left.set(key, found.toSpliced(at, 1));
        return readShaped(found[at], layer, name, shape);
      }
      throw new DamagedModelError(`the weight ${names[0]} of ${describeLayer(layer)} is missing`);
    },
  };
}
