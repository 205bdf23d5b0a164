// Numbers, types and shapes that no training leaves, in every format that holds them plainly: each is used to the last digit, or
// refused by a named error that says which weight it is.
import { describe, expect, it } from 'vitest';
import { GanvasError } from '../core/errors';
import {
  floats,
  hostileNative,
  hostileNpz,
  hostileOnnx,
  hostileTflite,
  type HostileFile,
} from '../testing/hostileModels';
import { openModel } from './index';

/** The numbers of its kernels in the order of the engine, or what was said. */
async function opened(file: HostileFile): Promise<readonly number[] | string> {
  try {
    const { weights } = await openModel([file]);
    return [...weights].flatMap(([name, { values }]) => (name.endsWith('/kernel') ? [...values] : []));
  } catch (error) {
    if (!(error instanceof GanvasError) || error.hint === '') throw error;
    return `${error.name}: ${error.message}`;
  }
}

const npz = (header: string, data: Uint8Array) => hostileNpz(header, data);
const plain = (type = '<f4', shape = '2, 2', fortran = 'False'): string =>
  `'descr': '${type}', 'fortran_order': ${fortran}, 'shape': (${shape}), `;
const doubles = (...values: readonly number[]) => new Uint8Array(Float64Array.from(values).buffer);
const halves = (...bits: readonly number[]) => new Uint8Array(Uint16Array.from(bits).buffer);
const int8s = (scale: number, axis = 0, scales = 1) => ({
  type: 'int8' as const,
  data: Uint8Array.of(1, 128, 3, 4),
  quantization: { scales: new Float32Array(scales).fill(scale), zeroPoint: 0, axis },
});
const BROKEN = /^BrokenWeightsError: The weight .*kernel.* has \d of 4 values that are no finite numbers/;
const f = Math.fround;

const FORMATS: readonly (readonly [string, (data: Uint8Array) => HostileFile | Promise<HostileFile>])[] = [
  ['.tflite', (data) => hostileTflite({ data })],
  ['.onnx', (data) => hostileOnnx({ data })],
  ['.npz', (data) => npz(plain(), data)],
];

describe.each(FORMATS)('%s', (_, fileOf) => {
  it.each([NaN, Infinity, -Infinity])('refuses %s by the weight that it stands in', async (value) => {
    expect(await opened(await fileOf(floats(1, value, 3, 4)))).toMatch(BROKEN);
  });

  it.each([f(3.4e38), f(-3.4e38), f(1e-45), f(1e-40), -0])('keeps %s to the last digit', async (value) => {
    const found = await opened(await fileOf(floats(1, value, 3, 4)));
    expect([...found].map(Number).toSorted()).toEqual([1, value, 3, 4].toSorted());
  });
});

it.each([
  [
    'a shape beyond all memory',
    { shape: [2 ** 31 - 1, 2 ** 31 - 1] },
    /damaged: the tensor kernel \[2147483647/,
  ],
  ['a shape beyond the file', { shape: [2 ** 20, 2 ** 20] }, /has 16 bytes of 4398046511104/],
  ['a side below nothing', { shape: [-1, 2] }, /the tensor kernel \[-1, 2\]/],
  ['no side', { shape: [0, 2] }, /the tensor kernel \[0, 2\]/],
  ['too many sides', { shape: [1, 1, 1, 1, 1, 1, 4] }, /FULLY_CONNECTED\) cannot be opened: its weights are/],
  ['numbers of another type', { type: 'float16' }, /has 16 bytes of 8/],
  ['whole numbers', { type: 'int32' }, /cannot be opened: its weights are whole numbers without a scale/],
  ['an infinite half', { type: 'float16', data: halves(0x7c00, 0x3c00, 0, 0) }, BROKEN],
  ['the smallest half', { type: 'float16', data: halves(1, 0x3c00, 0, 0) }, [2 ** -24, 0, 1, 0]],
  ['a scale that is none', int8s(NaN), BROKEN],
  ['an infinite scale', int8s(Infinity), BROKEN],
  ['a scale beyond floats', int8s(3e38), BROKEN],
  ['a scale below nothing', int8s(-1), /the tensor kernel has the scale -1, and none is below 0/],
  ['the least scale', int8s(1e-45), [1, 3, -128, 4].map((n) => f(n * f(1e-45)))],
  ['scales of other channels', int8s(1, 0, 3), /has 3 scales for 2 channels/],
  ['scales along no axis', int8s(1, 7, 2), /has 2 scales for no channels/],
] as const)('.tflite with %s', async (_, kernel, outcome) => {
  const found = await opened(hostileTflite(kernel));
  if (outcome instanceof RegExp) expect(found).toMatch(outcome);
  else expect(found).toEqual(outcome);
});

it.each([
  [
    'a shape beyond all memory',
    { shape: [2 ** 31 - 1, 2 ** 31 - 1] },
    /has a matrix \[2147483647, 2147483647\] for 2/,
  ],
  [
    'a shape beyond the file',
    { shape: [2, 2 ** 30] },
    /^OversizedModelError: The model has more than 67108864 weights/,
  ],
  ['no side', { shape: [0, 2] }, /has a matrix \[0, 2\]/],
  ['too many sides', { shape: [2, 2, 1, 1, 1, 1, 1, 1, 1, 1] }, /kernel has the shape \[2, 2, 1/],
  ['no type', { type: 0 }, /kernel is stored as the kind 0 of ONNX/],
  ['texts', { type: 8 }, /kernel is stored as the kind 8 of ONNX/],
  ['complex numbers', { type: 14 }, /kernel is stored as the kind 14 of ONNX/],
  ['a kind to come', { type: 99 }, /kernel is stored as the kind 99 of ONNX/],
  ['numbers of another size', { type: 11 }, /kernel has 16 bytes; \[2, 2\] of float64 take 32/],
  ['whole numbers', { type: 6 }, /cannot be opened: its weights are whole numbers/],
  ['a double beyond floats', { type: 11, data: doubles(1, 1e300, 3, 4) }, BROKEN],
  ['an infinite half', { type: 10, data: halves(0x7c00, 0x3c00, 0, 0) }, BROKEN],
] as const)('.onnx with %s', async (_, kernel, outcome) => {
  expect(await opened(hostileOnnx(kernel))).toMatch(outcome);
});

it.each([
  [
    'a shape beyond all memory',
    plain('<f4', `${2n ** 63n - 1n}, 2`),
    /kernel.* is \[9223372036854776000, 2\]|weight is \[/,
  ],
  ['a side below nothing', plain('<f4', '-2, 2'), /the header of .* is/],
  ['a broken side', plain('<f4', '2.0, 2'), /the header of .* is/],
  ['another shape', plain('<f4', '4,'), /is \[4\], and its layer needs \[2, 2\]/],
  ['no shape', plain('<f4', ''), /is \[\], and its layer needs \[2, 2\]/],
  ['numbers from the other end', plain('>f4'), /cannot be opened: its numbers are of the type >f4/],
  ['whole numbers', plain('<i4'), /its numbers are of the type <i4/],
  ['objects', plain('|O'), /its numbers are of the type \|O/],
  ['a type that every object has', plain('constructor'), /its numbers are of the type constructor/],
  ['columns', plain('<f4', '2, 2', 'True'), /its numbers lie column by column/],
  ['numbers of another size', plain('<f8'), /has 16 bytes of numbers, and needs 32/],
  ['no header', "'descr'", /the header of .* is/],
] as const)('.npz with %s', async (_, header, outcome) => {
  const found = await opened(await npz(header, floats(1, 2, 3, 4)));
  expect(found).toMatch(/^(Damaged|Unsupported)/);
  expect(found).toMatch(outcome);
});

it.each([
  ['a double beyond floats', plain('<f8'), doubles(1, 1e300, 3, 4)],
  ['an infinite half', plain('<f2'), halves(0x7c00, 0x3c00, 0, 0)],
])('.npz with %s', async (_, header, data) => {
  expect(await opened(await npz(header, data))).toMatch(BROKEN);
});

it('model.bin with any word changed to a hostile number is used with numbers alone, or refused by name', async () => {
  const { bytes } = await hostileNative(() => undefined);
  expect(await opened({ name: 'model.bin', bytes })).toHaveLength(4);
  let refused = 0;
  for (let at = 16; at + 4 <= bytes.length; at += 4)
    for (const change of [
      ...[NaN, -Infinity, 3e38, 1e-45].map((v) => (view: DataView) => view.setFloat32(at, v, true)),
      ...[0, -1, 2 ** 31 - 1].map((v) => (view: DataView) => view.setInt32(at, v, true)),
    ]) {
      const found = await opened(await hostileNative(change));
      if (typeof found === 'string') refused++;
      else expect(found.every(Number.isFinite), `word at ${at}`).toBe(true);
    }
  expect(refused).toBeGreaterThan(100);
});
