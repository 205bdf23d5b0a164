// Growing a tensor: constant and mirrored borders, tiles, space to batch.
import { backend_util, type NamedAttrMap, type TensorInfo } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import {
  defineKernel,
  input,
  KernelArgumentError,
  numberAttr,
  numbersAttr,
  stringAttr,
  type SimdKernel,
} from './define';
import { runOnHost } from './fallback';
import { copyBox } from './memory';
import { fill } from './structure';
import { transpose } from './transpose';

type Borders = readonly (readonly [number, number])[];

function bordersAttr(attrs: NamedAttrMap, name: string): Borders {
  const value: unknown = attrs[name];
  if (!Array.isArray(value)) throw new KernelArgumentError(`the borders ${name}`, value);
  return value.map((pair: unknown): [number, number] => {
    const [before, after]: unknown[] = Array.isArray(pair) ? pair : [];
    if (typeof before !== 'number' || typeof after !== 'number') {
      throw new KernelArgumentError(`pairs of numbers in ${name}`, pair);
    }
    return [before, after];
  });
}

const grown = (shape: readonly number[], borders: Borders): number[] =>
  shape.map((extent, d) => extent + (borders[d]?.[0] ?? 0) + (borders[d]?.[1] ?? 0));

/** x with constant borders. */
export function pad(backend: SimdBackend, x: TensorInfo, borders: Borders, value: number): TensorInfo {
  const y = fill(backend, grown(x.shape, borders), x.dtype, value);
  copyBox(backend, x.shape, { info: x }, { info: y, begin: borders.map(([before]) => before) });
  return y;
}

const padKernel = defineKernel('PadV2', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('PadV2', backend, inputs, attrs);
  return pad(backend, x, bordersAttr(attrs, 'paddings'), numberAttr(attrs, 'constantValue'));
});

/** Mirrors one dimension after the other, so that corners come out right. */
const mirrorPad = defineKernel('MirrorPad', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('MirrorPad', backend, inputs, attrs);
  const skip = stringAttr(attrs, 'mode') === 'reflect' ? 1 : 0;
  let current = backend.share(x);
  bordersAttr(attrs, 'paddings').forEach(([before, after], axis) => {
    const { shape } = current;
    const length = shape[axis] ?? 0;
    const only = (value: number) => shape.map((_, d) => (d === axis ? value : 0));
    const part = (value: number) => shape.map((extent, d) => (d === axis ? value : extent));
    const y = backend.makeOutput(part(before + length + after), x.dtype);
    const back = shape.map((_, d) => (d === axis ? -1 : 1));
    copyBox(backend, shape, { info: current }, { info: y, begin: only(before) });
    const left = { info: current, begin: only(before - 1 + skip), step: back };
    copyBox(backend, part(before), left, { info: y });
    const right = { info: current, begin: only(length - 1 - skip), step: back };
    copyBox(backend, part(after), right, { info: y, begin: only(before + length) });
    backend.release(current);
    current = y;
  });
  return current;
});

const tile = defineKernel('Tile', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('Tile', backend, inputs, attrs);
  const reps = numbersAttr(attrs, 'reps');
  const y = backend.makeOutput(
    x.shape.map((extent, d) => extent * (reps[d] ?? 1)),
    x.dtype,
  );
  // every dimension becomes two: which copy, and where in it
  const split = (pick: (extent: number, d: number) => number[]) => x.shape.flatMap(pick);
  copyBox(
    backend,
    split((extent, d) => [reps[d] ?? 1, extent]),
    { info: x, shape: split((extent) => [1, extent]), step: split(() => [0, 1]) },
    { info: y, shape: split((extent, d) => [reps[d] ?? 1, extent]) },
  );
  return y;
});

const spaceToBatch = defineKernel('SpaceToBatchND', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  if (x.dtype === 'string') return runOnHost('SpaceToBatchND', backend, inputs, attrs);
  const block = numbersAttr(attrs, 'blockShape');
  const product = block.reduce((a, b) => a * b, 1);
  const none: [number, number] = [0, 0];
  const borders = [none, ...bordersAttr(attrs, 'paddings')];
  const padded = pad(backend, x, [...borders, ...x.shape.slice(borders.length).map(() => none)], 0);
  const parts = backend_util.getReshaped(padded.shape, block, product, false);
  const order = backend_util.getPermuted(parts.length, block.length, false);
  const shape = backend_util.getReshapedPermuted(padded.shape, block, product, false);
  const y = transpose(backend, padded, order, parts);
  backend.release(padded);
  return { ...y, shape };
});

export const paddingKernels: readonly SimdKernel[] = [padKernel, mirrorPad, tile, spaceToBatch];
