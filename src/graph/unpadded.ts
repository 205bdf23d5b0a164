// A transposed convolution without padding as nodes that graphs have, which know `same` padding alone: a dense layer where
// it starts from one pixel, as DCGANs often do, and a full convolution at stride 1.
import type { GraphNode, NodeOf } from './graph';
import { transpose } from './kernelLayouts';

/**
 * The nodes in a row; the last has the name of `node`.
 * @param node as if it were padded; its output is not looked at
 * @returns null for what has no counterpart: larger strides from more than one pixel
 */
export function unpaddedTranspose(node: NodeOf<'conv2dTranspose'>): readonly GraphNode[] | null {
  const { name, from, inputs, weights, bias, relu } = node;
  const [[height, width, channels], filters] = [inputs[0], bias.length];
  const [[rows, columns], [down, across]] = [node.kernel, node.stride];
  const pixels = rows * columns;
  const byPixel = [filters, pixels, channels];
  if (height === 1 && width === 1 && rows >= down && columns >= across) {
    const [flat, made] = [`${name}/flat`, `${name}/dense`];
    const units = pixels * filters;
    const everywhere = Float32Array.from({ length: units }, (_, i) => bias[i % filters]);
    const matrix = transpose(weights, byPixel, [1, 0, 2]);
    return [
      { kind: 'reshape', name: flat, from, inputs, output: [channels] },
      {
        kind: 'dense',
        name: made,
        from: [flat],
        inputs: [[channels]],
        output: [units],
        weights: matrix,
        bias: everywhere,
        relu,
      },
      { kind: 'reshape', name, from: [made], inputs: [[units]], output: [rows, columns, filters] },
    ];
  }
  if (down !== 1 || across !== 1) return null;
  const padded = `${name}/border`;
  const [rim, side] = [rows - 1, columns - 1];
  const around = [height + 2 * rim, width + 2 * side, channels];
  const flipped = weights.slice();
  for (let f = 0; f < filters; f++)
    for (let pixel = 0; pixel < pixels; pixel++) {
      const at = (f * pixels + pixels - 1 - pixel) * channels;
      flipped.set(weights.subarray(at, at + channels), (f * pixels + pixel) * channels);
    }
  return [
    {
      kind: 'zeroPad',
      name: padded,
      from,
      inputs,
      output: around,
      top: rim,
      bottom: rim,
      left: side,
      right: side,
    },
    {
      kind: 'conv2d',
      name,
      from: [padded],
      inputs: [around],
      output: [height + rim, width + side, filters],
      kernel: [rows, columns],
      stride: [1, 1],
      padding: 'valid',
      weights: flipped,
      bias,
      relu,
    },
  ];
}
