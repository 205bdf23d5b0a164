// DiffAugment (Zhao et al. 2020, https://arxiv.org/abs/2006.10738): colour, shift and cutout of real and drawn images
// alike, before they are judged. A shift is a product with a matrix of zeros and ones, so that it has a gradient
// everywhere; the random choices of a batch are inputs of the step.
import { add, matMul, mean, mul, reshape, sub, transpose, unstack, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../../core/random';
import { stepInput } from '../../engine/recording';
import type { ImageTreatment } from './treatment';

/** The paper's strengths: shifts of up to an eighth of the side, holes of half the side. */
const SHIFT = 0.125;
const HOLE = 0.5;

const numbers = (count: number, draw: () => number): Float32Array =>
  Float32Array.from({ length: count }, draw);

/** Brightness by -0.5 to 0.5, saturation by 0 to 2, contrast by 0.5 to 1.5. */
function colour(x: Tensor, random: () => Random): Tensor {
  const [batch, , , channels] = x.shape;
  const draws = stepInput([3, batch, 1, 1, 1], (values) => values.set(numbers(3 * batch, random().uniform)));
  const [brightness, saturation, contrast] = unstack(draws);
  let y = add(x, sub(brightness, 0.5));
  if (channels > 1) {
    const grey = mean(y, 3, true);
    y = add(mul(sub(y, grey), mul(saturation, 2)), grey);
  }
  const level = mean(y, [1, 2, 3], true);
  return add(mul(sub(y, level), add(contrast, 0.5)), level);
}

/** For each image a matrix [side, side] that moves what stands at i to i + shift; what leaves is lost, what enters is 0. */
function shiftMatrices(batch: number, side: number, random: Random): Float32Array {
  const most = Math.round(side * SHIFT);
  const values = new Float32Array(batch * side * side);
  for (let image = 0; image < batch; image++) {
    const shift = random.int(2 * most + 1) - most;
    for (let to = Math.max(0, shift); to < Math.min(side, side + shift); to++)
      values[(image * side + to) * side + to - shift] = 1;
  }
  return values;
}

/** x [b, h, w, c] with rows moved, as a product. */
function moveRows(x: Tensor, random: () => Random): Tensor {
  const [batch, height, width, channels] = x.shape;
  const matrices = stepInput([batch, height, height], (values) =>
    values.set(shiftMatrices(batch, height, random())),
  );
  return reshape(matMul(matrices, reshape(x, [batch, height, width * channels])), x.shape);
}

const turned = (x: Tensor): Tensor => transpose(x, [0, 2, 1, 3]);

/** Ones with a hole of zeros in each image, [b, h, w, 1]; the hole's centre lies anywhere. */
function holes([batch, height, width]: readonly number[], random: Random): Float32Array {
  const values = new Float32Array(batch * height * width).fill(1);
  const [tall, wide] = [Math.round(height * HOLE), Math.round(width * HOLE)];
  for (let image = 0; image < batch; image++) {
    const top = random.int(height + 1) - (tall >> 1);
    const left = random.int(width + 1) - (wide >> 1);
    for (let y = Math.max(0, top); y < Math.min(height, top + tall); y++) {
      const row = (image * height + y) * width;
      values.fill(0, row + Math.max(0, left), row + Math.min(width, left + wide));
    }
  }
  return values;
}

/** Random streams; 0 is the instance noise's. */
const USE = { colour: 1, rows: 2, columns: 3, hole: 4 } as const;

export const diffAugment: ImageTreatment = {
  isOn: ({ augment }) => augment !== 'none',
  apply(images, { config, random }) {
    const { augment } = config;
    let x = augment === 'colour-translation-cutout' ? colour(images, () => random(USE.colour)) : images;
    x = turned(moveRows(turned(moveRows(x, () => random(USE.rows))), () => random(USE.columns)));
    if (augment === 'translation') return x;
    const [batch, height, width] = x.shape;
    return mul(
      x,
      stepInput([batch, height, width, 1], (values) => values.set(holes(x.shape, random(USE.hole)))),
    );
  },
};
