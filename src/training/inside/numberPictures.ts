// A layer's numbers as pictures: its channels as maps, its kernel as filters. Pure arrays; no tensors.
import { InvalidValueError } from '../../core/errors';
import type { LayerKind } from '../../core/network';
import type { LayerFilters, NumberPictures } from '../../protocol';

/** Numbers in a row of a list. */
const ROW = 32;
/** Rows and columns of a matrix that are shown. */
const MATRIX = 256;

/** One picture for each channel of values [...shape]; a list of numbers is one picture of several rows. */
export function channelMaps(values: ArrayLike<number>, shape: readonly number[]): NumberPictures {
  if (shape.length !== 3) return listMap(values);
  const [height, width, count] = shape;
  const maps = new Float32Array(values.length);
  const area = height * width;
  for (let at = 0; at < area; at++)
    for (let channel = 0; channel < count; channel++)
      maps[channel * area + at] = values[at * count + channel];
  return { count, height, width, values: maps };
}

function listMap(values: ArrayLike<number>): NumberPictures {
  const width = Math.max(1, Math.min(ROW, Math.ceil(Math.sqrt(values.length))));
  const height = Math.max(1, Math.ceil(values.length / width));
  const filled = new Float32Array(width * height).fill(NaN);
  filled.set(Array.from(values));
  return { count: 1, height, width, values: filled };
}

/** Whether a kernel [height, width, a, b] goes from b to a, as a transposed convolution's does. */
const isBackwards = (kind: LayerKind): boolean => kind === 'conv2dTranspose';

/**
 * A kernel as pictures: of [height, width, inputs, outputs] the filters from one input to every output; of a matrix the
 * matrix, as far as it fits. A depthwise kernel has one filter for each input, and all of them are shown.
 * @throws InvalidValueError for an input that is not there
 */
export function kernelPictures(
  kind: LayerKind,
  kernel: ArrayLike<number>,
  shape: readonly number[],
  input: number,
): LayerFilters {
  if (shape.length !== 4) return matrixPicture(kernel, shape);
  const [height, width, third, fourth] = shape;
  const area = height * width;
  const depthwise = kind === 'depthwiseConv2d';
  const backwards = isBackwards(kind);
  const inputs = depthwise ? 1 : backwards ? fourth : third;
  const outputs = depthwise ? third * fourth : backwards ? third : fourth;
  if (!Number.isInteger(input) || input < 0 || input >= inputs) {
    throw new InvalidValueError(
      `Input channel ${input} of a kernel with ${inputs} was asked for.`,
      `Ask for a whole number from 0 to ${inputs - 1}.`,
    );
  }
  const values = new Float32Array(outputs * area);
  for (let at = 0; at < area; at++)
    for (let output = 0; output < outputs; output++) {
      const pair = depthwise ? output : backwards ? output * fourth + input : input * fourth + output;
      values[output * area + at] = kernel[at * third * fourth + pair];
    }
  return { pictures: { count: outputs, height, width, values }, inputs, input, shape };
}

function matrixPicture(kernel: ArrayLike<number>, shape: readonly number[]): LayerFilters {
  const columns = shape[shape.length - 1];
  const height = Math.min(MATRIX, kernel.length / columns);
  const width = Math.min(MATRIX, columns);
  const values = new Float32Array(height * width);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) values[y * width + x] = kernel[y * columns + x];
  return { pictures: { count: 1, height, width, values }, inputs: 1, input: 0, shape };
}
