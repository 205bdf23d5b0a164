// The losses of neural style transfer (Gatys et al. 2016, https://arxiv.org/abs/1508.06576), as means, so that they do not depend
// on a picture's size: squared distance of maps, squared distance of Gram matrices / (pixels * filters), and squared
// differences of neighbouring pixels (total variation).
import {
  add,
  customGrad,
  matMul,
  mean,
  mul,
  reshape,
  scalar,
  slice,
  square,
  sub,
  tidy,
  transpose,
  type Scalar,
  type Tensor,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { numberParam, type ParamValues } from '../../core/paramSpec';
import { matrix } from '../../engine/ops/rank';

const CONTENT_BLOCKS = [1, 2, 3, 4] as const;
const STYLE_BLOCKS = [1, 2, 3, 4, 5] as const;

/** A layer that counts, and how much. */
export interface LayerWeight {
  readonly layer: string;
  readonly weight: number;
}

export interface StyleWeights {
  readonly content: readonly LayerWeight[];
  readonly style: readonly LayerWeight[];
}

/** The layers that count for content and style; those that a network has not are left out. */
export function layerWeights(params: ParamValues, known: readonly string[]): StyleWeights {
  const chosen = (kind: string, blocks: readonly number[], place: number): readonly LayerWeight[] =>
    blocks
      .map((block) => ({ layer: `conv${block}_${place}`, weight: numberParam(params, `${kind}${block}`) }))
      .filter(({ layer, weight }) => weight > 0 && known.includes(layer));
  return { content: chosen('content', CONTENT_BLOCKS, 2), style: chosen('style', STYLE_BLOCKS, 1) };
}

/**
 * Products of the columns with each other: [.., n, c] to [.., c, c]. Both factors being the same, their gradients are one product
 * with the sum of both sides' instead of two.
 */
function columnProducts(rows: Tensor): Tensor {
  const product = customGrad((...inputs) => {
    const [values, save] = inputs;
    if (typeof values === 'function' || typeof save !== 'function')
      throw new TypeError('one matrix is multiplied by itself');
    save([values]);
    const sides = Array.from({ length: values.rank }, (_, side) => side);
    const turned = [...sides.slice(0, -2), values.rank - 1, values.rank - 2];
    return {
      value: matMul(values, values, true, false),
      gradFunc: (dy: Tensor, [seen]: Tensor[]) => tidy(() => matMul(seen, add(dy, transpose(dy, turned)))),
    };
  });
  return product(rows);
}

/** [1, h, w, c] to [c, c]: which filters respond together, whatever the place. */
export function gramMatrix(maps: Tensor): Tensor2D {
  const [, height, width, filters] = maps.shape;
  const rows = reshape(maps, [height * width, filters]);
  return matrix(mul(columnProducts(rows), 1 / (height * width * filters)));
}

/** The same of every picture: [b, h, w, c] to [b, c, c]. */
export function gramMatrices(maps: Tensor): Tensor {
  const [count, height, width, filters] = maps.shape;
  const rows = reshape(maps, [count, height * width, filters]);
  return mul(columnProducts(rows), 1 / (height * width * filters));
}

export const meanSquare = (a: Tensor, b: Tensor): Scalar => mean<Scalar>(square(sub(a, b)));

/** The sum of weighted values; 0 of none. */
export const weightedSum = (terms: readonly (readonly [value: Scalar, weight: number])[]): Scalar =>
  terms.length === 0
    ? scalar(0)
    : terms
        .map(([value, weight]): Scalar => (weight === 1 ? value : mul(value, weight)))
        .reduce((a, b) => add(a, b));

/** Mean squared difference from the pixel below plus that from the pixel to the right. @param pictures [b, h, w, c] */
export function totalVariation(pictures: Tensor): Scalar {
  const [count, height, width, channels] = pictures.shape;
  const part = (y: number, x: number, h: number, w: number) =>
    slice(pictures, [0, y, x, 0], [count, h, w, channels]);
  return add(
    meanSquare(part(1, 0, height - 1, width), part(0, 0, height - 1, width)),
    meanSquare(part(0, 1, height, width - 1), part(0, 0, height, width - 1)),
  );
}
