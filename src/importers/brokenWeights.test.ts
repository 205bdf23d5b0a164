// Weights that are no numbers, or make none, are refused with their name and how many they are.
import { strToU8 } from 'fflate';
import { expect, it } from 'vitest';
import { readTfliteModel } from '../readers/tflite/model';
import { writeTflite } from '../exporters/formats/tflite';
import { openModel } from './index';

const LAYERS = [
  { class_name: 'Dense', config: { name: 'd', units: 9, use_bias: false, batch_input_shape: [null, 2] } },
  { class_name: 'BatchNormalization', config: { name: 'n' } },
];
const SHAPES = {
  'd/kernel': [2, 9],
  'n/gamma': [9],
  'n/beta': [9],
  'n/moving_mean': [9],
  'n/moving_variance': [9],
};

function modelWith(weight: string, at: number, value: number) {
  const names = Object.keys(SHAPES);
  const weights = Object.entries(SHAPES).map(([name, shape]) => ({ name, shape, dtype: 'float32' }));
  const values = new Float32Array(54).fill(1);
  const start = names
    .slice(0, names.indexOf(weight))
    .reduce((sum, name) => sum + (name === 'd/kernel' ? 18 : 9), 0);
  values[start + at] = value;
  const json = {
    modelTopology: { class_name: 'Sequential', config: { name: 's', layers: LAYERS } },
    weightsManifest: [{ paths: ['w.bin'], weights }],
  };
  return [
    { name: 'model.json', bytes: strToU8(JSON.stringify(json)) },
    { name: 'w.bin', bytes: new Uint8Array(values.buffer) },
  ];
}

it('opens with sound weights', async () => {
  const { imported } = await openModel(modelWith('n/beta', 3, 0.5));
  expect(imported.network.nodes[0]).toMatchObject({ kind: 'dense' });
});

it.each([
  [
    'd/kernel',
    4,
    NaN,
    /kernel of d \(Dense\) has 1 of 18 values that are no finite numbers, the first \(NaN\) at place 4/,
  ],
  ['n/gamma', 0, Infinity, /gamma of n \(BatchNormalization\) has 1 of 9 values/],
  ['n/moving_mean', 8, -Infinity, /movingMean of n .* \(-Infinity\) at place 8/],
  ['n/moving_variance', 2, -3e38, /movingVariance of n .* no variance is negative/],
] as const)('refuses %s', async (weight, at, value, message) => {
  await expect(openModel(modelWith(weight, at, value))).rejects.toThrow(message);
  await expect(openModel(modelWith(weight, at, value))).rejects.toMatchObject({ name: 'BrokenWeightsError' });
});

it('refuses them in a .tflite', () => {
  const bytes = writeTflite({
    description: '',
    tensors: [
      { name: 'in', shape: [1, 1], type: 'float32' },
      {
        name: 'kernel',
        shape: [2, 1],
        type: 'float32',
        data: new Uint8Array(Float32Array.of(1, NaN).buffer),
      },
      { name: 'out', shape: [1, 2], type: 'float32' },
    ],
    operators: [{ code: 9, version: 1, inputs: [0, 1, -1], outputs: [2] }],
    inputs: [0],
    outputs: [2],
  });
  expect(() => readTfliteModel(bytes)).toThrow(
    'The weight kernel [2, 1] has 1 of 2 values that are no finite numbers',
  );
});
