// Operations of the layer kinds on small odd shapes, for tests that compare backends and differentiate once or twice.
import { mul, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { concatChannels } from '../engine/ops/concat';
import { depthwise, fusedConv2d, fusedConv2dTranspose } from '../engine/ops/convolution';
import { crop } from '../engine/ops/crop';
import { curves } from '../engine/ops/curves';
import { embedding } from '../engine/ops/embedding';
import { averagePool, globalAveragePool, maxPool } from '../engine/ops/pooling';
import { prelu } from '../engine/ops/prelu';
import { images, matrix, vector } from '../engine/ops/rank';
import { reflectionPad } from '../engine/ops/reflectionPad';
import { bilinearResize, nearestResize } from '../engine/ops/resize';
import { softmax } from '../engine/ops/softmax';
import { LINEAR } from '../engine/plan';

export interface OperationCase {
  readonly name: string;
  /** Of the tensors that are differentiated. */
  readonly shapes: readonly (readonly number[])[];
  run(inputs: readonly Tensor[]): Tensor;
}

const onImage = (
  name: string,
  shape: readonly number[],
  run: (x: ReturnType<typeof images>) => Tensor,
): OperationCase => ({
  name: `${name} [${shape.join(', ')}]`,
  shapes: [shape],
  run: ([x]) => run(images(x)),
});

/** Small enough that no curve behind a convolution is flat. */
const weights = (w: Tensor) => images(mul(w, 0.2));

/** Kernels and strides [h, w] that differ. */
const oblong: readonly OperationCase[] = [
  ...(
    [
      [[2, 7, 6, 3], [3, 1], [2, 1], 'same'],
      [[1, 6, 9, 2], [1, 5], [1, 3], 'same'],
      [[2, 8, 5, 4], [4, 2], [3, 1], 'valid'],
      [[2, 8, 8, 13], [3, 2], [1, 2], 'same'],
      [[1, 9, 8, 16], [1, 3], [1, 1], 'same'],
      [[1, 8, 10, 12], [4, 3], [2, 2], 'same'],
    ] as const
  ).map(([x, kernel, stride, padding]) => ({
    name: `convolution [${x.join(', ')}] kernel ${kernel.join('x')} stride ${stride.join('x')} ${padding}`,
    shapes: [x, [...kernel, x[3], 12], [12]],
    run: ([a, w, b]: readonly Tensor[]) =>
      fusedConv2d(images(a), weights(w), vector(b), { stride, padding, ...LINEAR }),
  })),
  ...(
    [
      [
        [2, 3, 4, 3],
        [4, 2],
        [2, 1],
      ],
      [
        [1, 4, 3, 13],
        [3, 5],
        [1, 2],
      ],
      [
        [2, 2, 3, 2],
        [2, 4],
        [2, 3],
      ],
    ] as const
  ).map(([x, kernel, stride]) => ({
    name: `transposed convolution [${x.join(', ')}] kernel ${kernel.join('x')} stride ${stride.join('x')}`,
    shapes: [x, [...kernel, 12, x[3]], [12]],
    run: ([a, w, b]: readonly Tensor[]) =>
      fusedConv2dTranspose(images(a), weights(w), vector(b), { stride, ...LINEAR }),
  })),
  ...(
    [
      [
        [2, 6, 7, 3],
        [3, 1],
        [2, 1],
      ],
      [
        [1, 7, 6, 8],
        [1, 4],
        [1, 2],
      ],
    ] as const
  ).map(([x, kernel, stride]) => ({
    name: `depthwise convolution [${x.join(', ')}] kernel ${kernel.join('x')} stride ${stride.join('x')}`,
    shapes: [x, [...kernel, x[3], 1], [x[3]]],
    run: ([a, w, b]: readonly Tensor[]) => depthwise(images(a), weights(w), vector(b), { stride, ...LINEAR }),
  })),
];

const pooling = (
  [
    [[2, 6, 5, 3], 2, 2, 'valid'],
    [[2, 5, 7, 4], 3, 2, 'same'],
    [[1, 7, 4, 5], [3, 2], [2, 1], 'same'],
    [[2, 6, 9, 9], [1, 4], [1, 3], 'valid'],
    [[1, 4, 4, 37], 3, 1, 'same'],
  ] as const
).flatMap(([shape, size, stride, padding]) => [
  onImage(`average over ${size} by ${stride} ${padding}`, shape, (x) =>
    averagePool(x, size, stride, padding),
  ),
  onImage(`maximum over ${size} by ${stride} ${padding}`, shape, (x) => maxPool(x, size, stride, padding)),
]);

const resampling: readonly OperationCase[] = [
  onImage('bilinear to 7x5', [2, 3, 4, 3], (x) => bilinearResize(x, [7, 5])),
  onImage('bilinear to 8x8', [2, 4, 4, 8], (x) => bilinearResize(x, [8, 8])),
  onImage('bilinear to 3x9', [1, 7, 5, 5], (x) => bilinearResize(x, [3, 9])),
  onImage('repeated 2x3', [2, 3, 2, 5], (x) => nearestResize(x, [2, 3])),
  onImage('reflected borders', [2, 4, 5, 3], (x) => reflectionPad(x, [3, 1, 0, 2])),
  onImage('reflected on every side', [1, 4, 4, 6], (x) => reflectionPad(x, [2, 2, 3, 3])),
  onImage('cropped', [2, 6, 5, 3], (x) => crop(x, [1, 2, 0, 3])),
];

/** Every operation, with the activation functions last. */
export const operationCases: readonly OperationCase[] = [
  {
    name: 'channels of three maps',
    shapes: [
      [2, 3, 2, 1],
      [2, 3, 2, 4],
      [2, 3, 2, 3],
    ],
    run: (maps) => concatChannels(maps),
  },
  {
    name: 'channels of a map and itself',
    shapes: [[3, 5]],
    run: ([x]) => concatChannels([x, mul(x, 2)]),
  },
  ...pooling,
  onImage('everything averaged', [3, 5, 4, 6], globalAveragePool),
  ...resampling,
  { name: 'prelu of rows', shapes: [[4, 7], [7]], run: ([x, alpha]) => prelu(x, vector(alpha)) },
  { name: 'prelu of maps', shapes: [[2, 3, 4, 5], [5]], run: ([x, alpha]) => prelu(x, vector(alpha)) },
  {
    name: 'embedding',
    shapes: [[5, 6]],
    run: ([table]) => embedding(tensor1d([3, 0, 3, 4]), matrix(table)),
  },
  { name: 'softmax of rows', shapes: [[4, 5]], run: ([x]) => softmax(x) },
  { name: 'softmax of maps', shapes: [[2, 2, 3, 4]], run: ([x]) => softmax(x) },
  ...oblong,
  ...Object.entries(curves).map(([name, curve]) => ({
    name,
    shapes: [[3, 37]],
    run: ([x]: readonly Tensor[]) => curve(mul(x, 2)),
  })),
];
