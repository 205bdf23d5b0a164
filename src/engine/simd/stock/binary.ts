// Elementwise kernels of two broadcast tensors, select and sums of many.
import type { DataType, TensorInfo } from '@tensorflow/tfjs-core';
import { BinaryOp, CompareOp } from '../../../../kernels/stock/opcodes';
import type { SimdBackend } from '../backend';
import { defineKernel, input, inputList, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { writeDescription } from './memory';
import { broadcast, describe, sizeOf } from './shapes';
import { castTo } from './structure';

/** What `binary` in kernels/stock/binary.ts works on. */
const KIND = { float32: 0, int32: 1, compareFloat32: 2, compareInt32: 3, compareBool: 4 } as const;

/** y = op(a, b); both of the same type. */
function run(
  backend: SimdBackend,
  kind: number,
  op: number,
  a: TensorInfo,
  b: TensorInfo,
  dtype: DataType,
): TensorInfo {
  const { shape, dimensions } = broadcast(a.shape, b.shape);
  const y = backend.makeOutput(shape, dtype);
  if (sizeOf(shape) === 0) return y;
  const description = writeDescription(backend, describe(dimensions));
  const pointers = [backend.pointer(a), backend.pointer(b), backend.pointer(y)];
  backend.module.run('binary', kind, op, ...pointers, dimensions.length, description);
  return y;
}

/** y = op(a, b) on float32 tensors that broadcast. */
export const binaryF32 = (backend: SimdBackend, op: BinaryOp, a: TensorInfo, b: TensorInfo): TensorInfo =>
  run(backend, KIND.float32, op, a, b, 'float32');

const INTEGER_OPS = new Set<BinaryOp>([
  BinaryOp.Add,
  BinaryOp.Sub,
  BinaryOp.Mul,
  BinaryOp.Max,
  BinaryOp.Min,
  BinaryOp.SquaredDifference,
]);

const arithmetic = (kernelName: string, op: BinaryOp, first = 'a', second = 'b'): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const a = input(inputs, first);
    const b = input(inputs, second);
    if (a.dtype === 'float32' && b.dtype === 'float32') return binaryF32(backend, op, a, b);
    if (a.dtype === 'int32' && b.dtype === 'int32' && INTEGER_OPS.has(op)) {
      return run(backend, KIND.int32, op, a, b, 'int32');
    }
    return runOnHost(kernelName, backend, inputs, attrs);
  });

const comparison = (kernelName: string, op: CompareOp): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const a = input(inputs, 'a');
    const b = input(inputs, 'b');
    if (a.dtype !== b.dtype || a.dtype === 'string') return runOnHost(kernelName, backend, inputs, attrs);
    const kind =
      a.dtype === 'float32'
        ? KIND.compareFloat32
        : a.dtype === 'int32'
          ? KIND.compareInt32
          : KIND.compareBool;
    return run(backend, kind, op, a, b, 'bool');
  });

/** Whole numbers as int32 whatever the inputs are, as in stock tfjs. */
const floorDiv = defineKernel('FloorDiv', (backend, inputs, attrs) => {
  const a = input(inputs, 'a');
  const b = input(inputs, 'b');
  if (a.dtype !== 'float32' || b.dtype !== 'float32') return runOnHost('FloorDiv', backend, inputs, attrs);
  const floats = binaryF32(backend, BinaryOp.FloorDiv, a, b);
  const y = castTo(backend, floats, 'int32');
  backend.release(floats);
  return y;
});

const select = defineKernel('Select', (backend, inputs, attrs) => {
  const condition = input(inputs, 'condition');
  const t = input(inputs, 't');
  const e = input(inputs, 'e');
  const size = sizeOf(t.shape);
  const plain = sizeOf(condition.shape) === size && t.dtype === e.dtype && t.dtype !== 'bool';
  if (!plain || t.dtype === 'string') return runOnHost('Select', backend, inputs, attrs);
  const y = backend.makeOutput(t.shape, t.dtype);
  const pointers = [condition, t, e, y].map((info) => backend.pointer(info));
  backend.module.run('select32', ...pointers, size);
  return y;
});

const addN = defineKernel('AddN', (backend, inputs, attrs) => {
  const list = inputList(inputs);
  const [first] = list;
  if (!first || list.some((info) => info.dtype !== 'float32'))
    return runOnHost('AddN', backend, inputs, attrs);
  const y = backend.makeOutput(first.shape, 'float32');
  const description = writeDescription(
    backend,
    list.map((info) => backend.pointer(info)),
  );
  backend.module.run('addN', description, list.length, backend.pointer(y), sizeOf(first.shape));
  return y;
});

export const binaryKernels: readonly SimdKernel[] = [
  arithmetic('Add', BinaryOp.Add),
  arithmetic('Sub', BinaryOp.Sub),
  arithmetic('Multiply', BinaryOp.Mul),
  arithmetic('RealDiv', BinaryOp.Div),
  floorDiv,
  arithmetic('Mod', BinaryOp.Mod),
  arithmetic('Maximum', BinaryOp.Max),
  arithmetic('Minimum', BinaryOp.Min),
  arithmetic('Pow', BinaryOp.Pow),
  arithmetic('Atan2', BinaryOp.Atan2),
  arithmetic('SquaredDifference', BinaryOp.SquaredDifference),
  arithmetic('Prelu', BinaryOp.Prelu, 'x', 'alpha'),
  arithmetic('EluGrad', BinaryOp.EluGrad, 'dy', 'y'),
  comparison('Equal', CompareOp.Equal),
  comparison('NotEqual', CompareOp.NotEqual),
  comparison('Greater', CompareOp.Greater),
  comparison('GreaterEqual', CompareOp.GreaterEqual),
  comparison('Less', CompareOp.Less),
  comparison('LessEqual', CompareOp.LessEqual),
  comparison('LogicalAnd', CompareOp.And),
  comparison('LogicalOr', CompareOp.Or),
  comparison('LogicalXor', CompareOp.Xor),
  select,
  addN,
];
