// Elementwise kernels of one tensor.
import type { NamedAttrMap, TensorInfo } from '@tensorflow/tfjs-core';
import { TestOp, UnaryOp } from '../../../../kernels/stock/opcodes';
import type { SimdBackend } from '../backend';
import { defineKernel, input, numberAttr, type SimdKernel } from './define';
import { runOnHost } from './fallback';
import { sizeOf } from './shapes';

/** y = op(x) on a float32 tensor. */
export function unary(backend: SimdBackend, op: UnaryOp, x: TensorInfo, p = 0, q = 0): TensorInfo {
  const y = backend.makeOutput(x.shape, 'float32');
  backend.module.run('unaryF32', op, backend.pointer(x), backend.pointer(y), sizeOf(x.shape), p, q);
  return y;
}

/** The kernel's scalar parameters p and q out of its attributes. */
type ReadParameters = (attrs: NamedAttrMap) => readonly [number, number?];

/** Runs on float32; other types go to the stock kernel, which decides what they mean. */
const floatKernel = (kernelName: string, op: UnaryOp, parameters: ReadParameters = () => [0]): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    if (x.dtype !== 'float32') return runOnHost(kernelName, backend, inputs, attrs);
    return unary(backend, op, x, ...parameters(attrs));
  });

const testKernel = (kernelName: string, op: TestOp): SimdKernel =>
  defineKernel(kernelName, (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    if (x.dtype !== 'float32') return runOnHost(kernelName, backend, inputs, attrs);
    const y = backend.makeOutput(x.shape, 'bool');
    backend.module.run('testF32', op, backend.pointer(x), backend.pointer(y), sizeOf(x.shape));
    return y;
  });

const logicalNot = defineKernel('LogicalNot', (backend, inputs) => {
  const x = input(inputs, 'x');
  const y = backend.makeOutput(x.shape, 'bool');
  backend.module.run('logicalNot', backend.pointer(x), backend.pointer(y), sizeOf(x.shape));
  return y;
});

export const unaryKernels: readonly SimdKernel[] = [
  floatKernel('Abs', UnaryOp.Abs),
  floatKernel('Neg', UnaryOp.Neg),
  floatKernel('Ceil', UnaryOp.Ceil),
  floatKernel('Floor', UnaryOp.Floor),
  floatKernel('Round', UnaryOp.Round),
  floatKernel('Sign', UnaryOp.Sign),
  floatKernel('Square', UnaryOp.Square),
  floatKernel('Sqrt', UnaryOp.Sqrt),
  floatKernel('Rsqrt', UnaryOp.Rsqrt),
  floatKernel('Reciprocal', UnaryOp.Reciprocal),
  floatKernel('Relu', UnaryOp.Relu),
  floatKernel('Relu6', UnaryOp.Relu6),
  floatKernel('LeakyRelu', UnaryOp.LeakyRelu, (attrs) => [numberAttr(attrs, 'alpha')]),
  floatKernel('Step', UnaryOp.Step, (attrs) => [numberAttr(attrs, 'alpha')]),
  floatKernel('ClipByValue', UnaryOp.Clip, (attrs) => [
    numberAttr(attrs, 'clipValueMin'),
    numberAttr(attrs, 'clipValueMax'),
  ]),
  floatKernel('Exp', UnaryOp.Exp),
  floatKernel('Expm1', UnaryOp.Expm1),
  floatKernel('Log', UnaryOp.Log),
  floatKernel('Log1p', UnaryOp.Log1p),
  floatKernel('Sigmoid', UnaryOp.Sigmoid),
  floatKernel('Softplus', UnaryOp.Softplus),
  floatKernel('Tanh', UnaryOp.Tanh),
  floatKernel('Elu', UnaryOp.Elu),
  floatKernel('Selu', UnaryOp.Selu),
  floatKernel('Erf', UnaryOp.Erf),
  floatKernel('Sin', UnaryOp.Sin),
  floatKernel('Cos', UnaryOp.Cos),
  floatKernel('Tan', UnaryOp.Tan),
  floatKernel('Asin', UnaryOp.Asin),
  floatKernel('Acos', UnaryOp.Acos),
  floatKernel('Atan', UnaryOp.Atan),
  floatKernel('Sinh', UnaryOp.Sinh),
  floatKernel('Cosh', UnaryOp.Cosh),
  floatKernel('Asinh', UnaryOp.Asinh),
  floatKernel('Acosh', UnaryOp.Acosh),
  floatKernel('Atanh', UnaryOp.Atanh),
  testKernel('IsNan', TestOp.IsNan),
  testKernel('IsInf', TestOp.IsInf),
  testKernel('IsFinite', TestOp.IsFinite),
  logicalNot,
];
