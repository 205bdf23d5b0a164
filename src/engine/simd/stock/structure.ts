// Kernels that share, convert or create data: identity, reshape, cast, fill.
import { util, type DataType, type TensorInfo } from '@tensorflow/tfjs-core';
import { CastKind } from '../../../../kernels/stock/opcodes';
import type { SimdBackend } from '../backend';
import { defineKernel, input, numberAttr, numbersAttr, stringAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { sizeOf } from './shapes';

const FLOAT = new Float32Array(1);
const BITS = new Int32Array(FLOAT.buffer);

/** A new float32, int32 or bool tensor that holds one value everywhere. */
export function fill(
  backend: SimdBackend,
  shape: readonly number[],
  dtype: DataType,
  value: number,
): TensorInfo {
  const y = backend.makeOutput(shape, dtype);
  const size = sizeOf(shape);
  if (dtype === 'bool') {
    backend.view(y).fill(value);
  } else {
    FLOAT[0] = value;
    const pattern = dtype === 'float32' ? (BITS[0] ?? 0) : value;
    backend.module.run('fill32', pattern, backend.pointer(y), size);
  }
  return y;
}

const CASTS: Readonly<Record<string, CastKind>> = {
  'float32 int32': CastKind.FloatToInt,
  'int32 float32': CastKind.IntToFloat,
  'bool float32': CastKind.BoolToFloat,
  'bool int32': CastKind.BoolToInt,
  'float32 bool': CastKind.FloatToBool,
  'int32 bool': CastKind.IntToBool,
};

/** x as another numeric type; shares the data when the type is the same. */
export function castTo(backend: SimdBackend, x: TensorInfo, dtype: DataType): TensorInfo {
  if (x.dtype === dtype) return backend.share(x);
  const y = backend.makeOutput(x.shape, dtype);
  const kind = CASTS[`${x.dtype} ${dtype}`] ?? CastKind.BoolToInt;
  backend.module.run('cast', kind, backend.pointer(x), backend.pointer(y), sizeOf(x.shape));
  return y;
}

const identity = defineKernel('Identity', (backend, inputs) => backend.share(input(inputs, 'x')));

const reshape = defineKernel('Reshape', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const size = sizeOf(x.shape);
  const shape = util.inferFromImplicitShape(numbersAttr(attrs, 'shape'), size);
  util.assert(
    sizeOf(shape) === size,
    () =>
      `The new shape [${shape.join()}] has ${sizeOf(shape)} elements and the old [${x.shape.join()}] has ${size}.`,
  );
  return backend.share(x, shape);
});

const expandDims = defineKernel('ExpandDims', (backend, inputs, attrs) => {
  const x = input(inputs, 'input');
  const dim = numberAttr(attrs, 'dim');
  const shape = [...x.shape];
  shape.splice(dim < 0 ? x.shape.length + dim + 1 : dim, 0, 1);
  return backend.share(x, shape);
});

const cast = defineKernel('Cast', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const name = stringAttr(attrs, 'dtype');
  const numeric = [x.dtype, name].every((one) => one === 'float32' || one === 'int32' || one === 'bool');
  if (!numeric) return runOnHost('Cast', backend, inputs, attrs);
  return castTo(backend, x, name === 'float32' ? 'float32' : name === 'int32' ? 'int32' : 'bool');
});

const fillKernel = defineKernel('Fill', (backend, inputs, attrs) => {
  const { value, dtype } = attrs;
  const shape = numbersAttr(attrs, 'shape');
  if (typeof value !== 'number' || (dtype !== undefined && dtype !== 'float32' && dtype !== 'int32')) {
    return runOnHost('Fill', backend, inputs, attrs);
  }
  return fill(backend, shape, dtype === 'int32' ? 'int32' : 'float32', value);
});

const constant = (kernelName: string, value: number): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    if (x.dtype === 'string') return runOnHost(kernelName, backend, inputs, attrs);
    return fill(backend, x.shape, x.dtype, value);
  });

export const structureKernels: readonly SimdKernel[] = [
  identity,
  reshape,
  expandDims,
  cast,
  fillKernel,
  constant('ZerosLike', 0),
  constant('OnesLike', 1),
];
