// Against sums written out: y[i * stride + k] += x[i] * w[k] over every input and every tap, nothing cut off.
import { expect, it } from 'vitest';
import { normalArray } from '../core/random';
import { difference } from '../testing/exportEngine';
import { runFloatGraph } from './floatReference';
import type { NodeOf, Sides } from './graph';
import { unpaddedTranspose } from './unpadded';

function written(node: NodeOf<'conv2dTranspose'>, x: Float32Array): Float32Array {
  const [[height, width, channels], filters] = [node.inputs[0], node.bias.length];
  const [[rows, columns], [down, across]] = [node.kernel, node.stride];
  const [tall, wide] = [(height - 1) * down + rows, (width - 1) * across + columns];
  const y = Float32Array.from({ length: tall * wide * filters }, (_, i) => node.bias[i % filters]);
  for (let i = 0; i < height; i++)
    for (let j = 0; j < width; j++)
      for (let ky = 0; ky < rows; ky++)
        for (let kx = 0; kx < columns; kx++)
          for (let f = 0; f < filters; f++)
            for (let c = 0; c < channels; c++)
              y[((i * down + ky) * wide + j * across + kx) * filters + f] +=
                x[(i * width + j) * channels + c] *
                node.weights[((f * rows + ky) * columns + kx) * channels + c];
  return y;
}

const nodeOf = (image: readonly [number, number, number], kernel: Sides, stride: Sides) =>
  ({
    kind: 'conv2dTranspose',
    name: 'grown',
    from: ['input'],
    inputs: [image],
    output: image,
    kernel,
    stride,
    weights: normalArray(2 * kernel[0] * kernel[1] * image[2], 3),
    bias: Float32Array.of(0.5, -0.25),
    relu: false,
  }) satisfies NodeOf<'conv2dTranspose'>;

it.each([
  ['from one pixel', [1, 1, 3], [4, 4], [1, 1]],
  ['from one pixel, no square, with strides', [1, 1, 3], [3, 5], [2, 3]],
  ['at stride 1', [3, 4, 2], [3, 3], [1, 1]],
  ['at stride 1, no square', [3, 2, 3], [2, 5], [1, 1]],
] as const)('%s', (_, image, kernel, stride) => {
  const node = nodeOf(image, kernel, stride);
  const nodes = unpaddedTranspose(node) ?? [];
  const graph = { name: 'g', inputs: [{ name: 'input', shape: image }], nodes, outputs: ['grown'] };
  const x = normalArray(image[0] * image[1] * image[2], 5);
  expect(difference(runFloatGraph(graph, x, 1), written(node, x)).max).toBeLessThan(1e-5);
});

it('knows none for larger strides from more than one pixel', () => {
  expect(unpaddedTranspose(nodeOf([2, 2, 1], [4, 4], [2, 2]))).toBeNull();
});
