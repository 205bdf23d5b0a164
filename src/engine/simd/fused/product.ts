// Matrix products: GanvasDense, and tfjs' BatchMatMul and _FusedMatMul with broadcast batches.
import {
  broadcast_util,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import { NO_ACTIVATION, type ActivationSpec } from '../conv/activation';
import { matMul } from '../conv/matMul';
import { defineKernel, flagAttr, input, KernelArgumentError } from '../stock/define';
import { activationAttr, optionalPointer } from './attributes';

const sizeOf = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);

export const dense = defineKernel('GanvasDense', (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const w = input(inputs, 'w');
  const [m = 0, k = 0] = x.shape;
  const n = w.shape[1] ?? 0;
  const out = backend.makeOutput([m, n], 'float32');
  const bias = optionalPointer(backend, inputs, 'bias');
  const activation = activationAttr(attrs);
  matMul(backend.module, { m, k, n, transposeA: false, transposeB: false, bias, activation }, [
    { a: backend.pointer(x), b: backend.pointer(w), out: backend.pointer(out) },
  ]);
  return out;
});

/** a [..., m, k] times b [..., k, n], either transposed, batches broadcast. */
function batched(
  backend: SimdBackend,
  inputs: NamedTensorInfoMap,
  attrs: NamedAttrMap,
  bias: number,
  activation: ActivationSpec,
): TensorInfo {
  const a = input(inputs, 'a');
  const b = input(inputs, 'b');
  const transposeA = flagAttr(attrs, 'transposeA');
  const transposeB = flagAttr(attrs, 'transposeB');
  const [a0 = 1, a1 = 1] = a.shape.slice(-2);
  const [b0 = 1, b1 = 1] = b.shape.slice(-2);
  const [m, k] = transposeA ? [a1, a0] : [a0, a1];
  const [inner, n] = transposeB ? [b1, b0] : [b0, b1];
  if (inner !== k) {
    throw new KernelArgumentError('matrices that fit', `[${a.shape.join(', ')}] and [${b.shape.join(', ')}]`);
  }
  const batchA = a.shape.slice(0, -2);
  const batchB = b.shape.slice(0, -2);
  const batch = broadcast_util.assertAndGetBroadcastShape(batchA, batchB);
  const out = backend.makeOutput([...batch, m, n], 'float32');
  const stepsA = batchSteps(batchA, batch, m * k * 4);
  const stepsB = batchSteps(batchB, batch, k * n * 4);
  const [aAt, bAt, outAt] = [backend.pointer(a), backend.pointer(b), backend.pointer(out)];
  const products = Array.from({ length: sizeOf(batch) }, (_, i) => ({
    a: aAt + offsetOf(i, batch, stepsA),
    b: bAt + offsetOf(i, batch, stepsB),
    out: outAt + i * m * n * 4,
  }));
  matMul(backend.module, { m, k, n, transposeA, transposeB, bias, activation }, products);
  return out;
}

/** Bytes from one matrix to the next along each axis of the broadcast batch; 0 where it is repeated. */
function batchSteps(own: readonly number[], batch: readonly number[], matrixBytes: number): number[] {
  const steps = batch.map(() => 0);
  let step = matrixBytes;
  for (let axis = own.length - 1; axis >= 0; axis--) {
    const side = own[axis] ?? 1;
    steps[axis + batch.length - own.length] = side === 1 ? 0 : step;
    step *= side;
  }
  return steps;
}

function offsetOf(index: number, batch: readonly number[], steps: readonly number[]): number {
  let offset = 0;
  let rest = index;
  for (let axis = batch.length - 1; axis >= 0; axis--) {
    const side = batch[axis] ?? 1;
    offset += (rest % side) * (steps[axis] ?? 0);
    rest = Math.floor(rest / side);
  }
  return offset;
}

export const batchMatMul = defineKernel('BatchMatMul', (backend, inputs, attrs) =>
  batched(backend, inputs, attrs, 0, NO_ACTIVATION),
);

export const fusedMatMul = defineKernel('_FusedMatMul', (backend, inputs, attrs) => {
  const bias = inputs.bias;
  const n = input(inputs, 'b').shape.slice(-2)[flagAttr(attrs, 'transposeB') ? 0 : 1];
  if (bias && sizeOf(bias.shape) !== n)
    throw new KernelArgumentError(`a bias of ${n} values`, bias.shape.join());
  const activation = activationAttr(attrs, 'leakyreluAlpha');
  return batched(backend, inputs, attrs, optionalPointer(backend, inputs, 'bias'), activation);
});
