// Drawing by recordings: the bits of plain passes while they are replayed, memory that does not grow, and what is never kept.
import { memory, tensor, tidy } from '@tensorflow/tfjs-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { chain } from '../core/network';
import { normalArray } from '../core/random';
import { Network } from '../engine/network';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import { closeSimd, openSimd } from '../testing/openSimd';
import { RecordedDrawing } from './recordedDrawing';

const SIZE = 6;

const generator = (side: number): Network =>
  new Network(
    chain(
      'generator',
      [SIZE],
      [
        { kind: 'dense', units: side * side * 3 },
        { kind: 'batchNorm', momentum: 0.8 },
        { kind: 'activation', fn: 'relu' },
        { kind: 'reshape', shape: [side, side, 3] },
        { kind: 'upsample' },
        { kind: 'conv2d', filters: 2, kernel: 3 },
        { kind: 'activation', fn: 'tanh' },
      ],
    ),
    1,
  );

const drawn = (drawing: RecordedDrawing, network: Network, inputs: Float32Array): Float32Array => {
  const images = drawing.draw(network, inputs, inputs.length / SIZE);
  const values = Float32Array.from(images.dataSync());
  images.dispose();
  return values;
};

const plain = (network: Network, inputs: Float32Array): Float32Array =>
  tidy(() => {
    const x = tensor(inputs, [inputs.length / SIZE, SIZE]);
    return Float32Array.from(network.apply(x, { kind: 'inference' }).dataSync());
  });

beforeAll(async () => registerRecorder(SIMD_BACKEND, new SimdStepRecorder(await openSimd({ threads: 2 }))));
afterAll(() => {
  registerRecorder(SIMD_BACKEND, null);
  closeSimd();
});

it('replays to the bit, also after weights moved in place and for another network', () => {
  const drawing = new RecordedDrawing();
  for (const network of [generator(4), generator(6)]) {
    for (let time = 0; time < 8; time++) {
      if (time === 6) {
        const [kernel] = network.weights;
        kernel.variable.assign(tensor(normalArray(kernel.variable.size, 9), kernel.variable.shape));
      }
      for (const rows of [1, 4]) {
        const inputs = normalArray(rows * SIZE, time);
        expect(drawn(drawing, network, inputs)).toEqual(plain(network, inputs));
        if (time === 5) expect(drawing.isReplaying(rows)).toBe(true);
      }
    }
    network.dispose();
  }
  drawing.dispose();
});

it('keeps three numbers of rows, and gives their memory back', () => {
  const { heap } = simdBackend().module;
  const network = generator(4);
  const drawing = new RecordedDrawing();
  const draw = (rows: number): void => {
    for (let time = 0; time < 4; time++) drawn(drawing, network, normalArray(rows * SIZE, 1));
  };
  draw(9);
  drawing.dispose();
  const before = { tensors: memory().numTensors, bytes: heap.used };
  for (const rows of [1, 2, 3, 4, 5]) draw(rows);
  expect([1, 2, 3, 4, 5].map((rows) => drawing.isReplaying(rows))).toEqual([false, false, true, true, true]);
  expect(memory().numTensors).toBe(before.tensors);
  drawing.dispose();
  expect(heap.used).toBe(before.bytes);
  network.dispose();
});

it('keeps no memory for passes that are long', () => {
  const { heap } = simdBackend().module;
  const network = generator(32);
  const drawing = new RecordedDrawing();
  const inputs = normalArray(400 * SIZE, 1);
  drawn(drawing, network, inputs);
  const bytes = heap.used;
  for (let time = 0; time < 4; time++) drawn(drawing, network, inputs);
  expect(drawing.isReplaying(400)).toBe(false);
  expect(heap.used).toBe(bytes);
  network.dispose();
});
