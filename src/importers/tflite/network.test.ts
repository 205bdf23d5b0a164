import { describe, expect, it } from 'vitest';
import { chain } from '../../core/network';
import {
  writeTflite,
  type TfliteModel,
  type TfliteOperator,
  type TfliteTensor,
} from '../../exporters/formats/tflite';
import { GanvasError } from '../../core/errors';
import { readTfliteNetwork } from './network';

const floats = (...values: number[]): Uint8Array => new Uint8Array(Float32Array.from(values).buffer);
const ints = (...values: number[]): Uint8Array => new Uint8Array(Int32Array.from(values).buffer);

const tensor = (name: string, shape: readonly number[], rest: Partial<TfliteTensor> = {}): TfliteTensor => ({
  name,
  shape,
  type: 'float32',
  ...rest,
});

/** FULLY_CONNECTED of 2 to 4, as converters write it. */
const HEAD: readonly TfliteTensor[] = [
  tensor('latent', [1, 2]),
  tensor('weights', [4, 2], { data: floats(1, 2, 3, 4, 5, 6, 7, 8) }),
  tensor('bias', [4], { data: floats(0.1, 0.2, 0.3, 0.4) }),
  tensor('dense', [1, 4]),
];
const fullyConnected: TfliteOperator = {
  code: 9,
  version: 1,
  inputs: [0, 1, 2],
  outputs: [3],
  options: { type: 8, fields: [{ slot: 0, type: 'int8', value: 1, default: 0 }] },
};

const modelOf = (
  more: readonly TfliteTensor[],
  operators: readonly TfliteOperator[],
  output: number,
): Uint8Array => {
  const model: TfliteModel = {
    description: '',
    tensors: [...HEAD, ...more],
    operators: [fullyConnected, ...operators],
    inputs: [0],
    outputs: [output],
  };
  return writeTflite(model);
};

const plain = (code: number, inputs: readonly number[], output: number): TfliteOperator => ({
  code,
  version: 1,
  inputs,
  outputs: [output],
});

it('reads weights in the engine’s layout, and the activation that an operator carries', () => {
  const { network, weights } = readTfliteNetwork(modelOf([], [], 3));
  expect(network).toEqual(
    chain(
      'generator',
      [2],
      [
        { kind: 'dense', units: 4 },
        { kind: 'activation', fn: 'relu' },
      ],
    ),
  );
  expect([...(weights.get('dense_1/kernel')?.values ?? [])]).toEqual([1, 3, 5, 7, 2, 4, 6, 8]);
});

it('takes MUL, ADD and SUB by constants for a factor and an addend per channel', () => {
  const more = [
    tensor('scale', [4], { data: floats(2, 3, 4, 5) }),
    tensor('scaled', [1, 4]),
    tensor('one', [], { data: floats(10) }),
    tensor('added', [1, 4]),
    tensor('reversed', [1, 4]),
  ];
  const operators = [plain(18, [3, 4], 5), plain(0, [6, 5], 7), plain(41, [6, 7], 8)];
  const { network, weights } = readTfliteNetwork(modelOf(more, operators, 8));
  for (const node of network.nodes.slice(2)) {
    expect(node).toMatchObject({ kind: 'batchNorm', momentum: 0.99, epsilon: 0 });
  }
  expect(network.nodes).toHaveLength(5);
  const both = (n: number) =>
    ['gamma', 'beta'].map((role) => [...(weights.get(`batchNorm_${n}/${role}`)?.values ?? [])]);
  expect(both(1)).toEqual([
    [2, 3, 4, 5],
    [0, 0, 0, 0],
  ]);
  expect(both(2)).toEqual([
    [1, 1, 1, 1],
    [10, 10, 10, 10],
  ]);
  expect(both(3)).toEqual([
    [-1, -1, -1, -1],
    [10, 10, 10, 10],
  ]);
});

it('passes over the operators that only work out a shape', () => {
  const more = [
    tensor('shape', [2], { type: 'int32' }),
    tensor('begin', [1], { type: 'int32', data: ints(0) }),
    tensor('batch', [], { type: 'int32' }),
    tensor('target', [4], { type: 'int32' }),
    tensor('image', [1, 2, 2, 1]),
  ];
  const operators = [
    plain(77, [3], 4),
    plain(45, [4, 5, 5, 5], 6),
    plain(83, [6, 5, 5, 5], 7),
    plain(22, [3, 7], 8),
  ];
  expect(readTfliteNetwork(modelOf(more, operators, 8)).network.nodes.at(-1)).toMatchObject({
    kind: 'reshape',
    shape: [2, 2, 1],
  });
});

it('opens sums of branches, softmax, and numbers that leave as integers', () => {
  const more = [
    tensor('sum', [1, 4]),
    tensor('soft', [1, 4]),
    tensor('q', [1, 4], {
      type: 'int8',
      quantization: { scales: Float32Array.of(0.01), zeroPoint: 0, axis: 0 },
    }),
  ];
  const bytes = modelOf(more, [plain(0, [3, 3], 4), plain(25, [4], 5), plain(114, [5], 6)], 6);
  const { network } = readTfliteNetwork(bytes);
  expect(network.nodes.slice(2)).toEqual([
    { kind: 'add', id: 'add_1', from: ['activation_1', 'activation_1'] },
    { kind: 'softmax', id: 'softmax_1', from: ['add_1'] },
  ]);
});

describe('refuses by name', () => {
  it.each([
    [
      'an operator that is not known here',
      [tensor('swish', [1, 4])],
      [plain(117, [3], 4)],
      4,
      /swish \(HARD_SWISH\) cannot be opened/,
    ],
    ['products of branches', [tensor('product', [1, 4])], [plain(18, [3, 3], 4)], 4, /\(MUL\).*two branches/],
    [
      'integers behind an operator that is not known here',
      [tensor('swish', [1, 4]), tensor('q', [1, 4], { type: 'int8' })],
      [plain(117, [3], 4), plain(114, [4], 5)],
      5,
      /swish \(HARD_SWISH\) cannot be opened/,
    ],
    ['an output that nothing makes', [tensor('loose', [1, 4])], [], 4, /does not make the output/],
    ['a tensor that is not there', [], [plain(19, [3], 99)], 3, /tensor 99 of 4/],
  ] as const)('%s', (_, more, operators, output, message) => {
    const bytes = modelOf(more, operators, output);
    expect(() => readTfliteNetwork(bytes)).toThrow(message);
    expect(() => readTfliteNetwork(bytes)).toThrow(GanvasError);
  });
});
