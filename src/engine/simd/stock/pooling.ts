// Average and maximum pooling with their gradients, on [batch, height, width, channels].
// The average's gradient divides by the elements inside the image, as its forward pass does; stock tfjs
// divides by the whole window there, which differs from the derivative at padded borders.
import { backend_util, type NamedAttrMap } from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import {
  defineKernel,
  input,
  KernelArgumentError,
  numbersAttr,
  type KernelBody,
  type SimdKernel,
} from './define';
import { writeDescription } from './memory';

const AVERAGE = 0;
const MAXIMUM = 1;

type Pair = [number, number];
type Padding = Parameters<typeof backend_util.computePool2DInfo>[4];

function pairAttr(attrs: NamedAttrMap, name: string): Pair {
  const [h = 1, w = h] = numbersAttr(attrs, name);
  return [h, w];
}

const isBorders = (value: unknown): value is backend_util.ExplicitPadding =>
  Array.isArray(value) &&
  value.length === 4 &&
  value.every((pair) => Array.isArray(pair) && pair.length === 2);

function paddingAttr(attrs: NamedAttrMap): Padding {
  const pad: unknown = attrs['pad'];
  if (pad === 'valid' || pad === 'same' || typeof pad === 'number' || isBorders(pad)) return pad;
  throw new KernelArgumentError('the padding pad', pad);
}

function roundingAttr(attrs: NamedAttrMap): 'floor' | 'round' | 'ceil' | undefined {
  const mode: unknown = attrs['dimRoundingMode'];
  return mode === 'floor' || mode === 'round' || mode === 'ceil' ? mode : undefined;
}

function geometryOf(x: readonly number[], attrs: NamedAttrMap): backend_util.Conv2DInfo {
  const [b = 1, h = 1, w = 1, c = 1] = x;
  return backend_util.computePool2DInfo(
    [b, h, w, c],
    pairAttr(attrs, 'filterSize'),
    pairAttr(attrs, 'strides'),
    1,
    paddingAttr(attrs),
    roundingAttr(attrs),
  );
}

const describeGeometry = (backend: SimdBackend, info: backend_util.Conv2DInfo): number =>
  writeDescription(backend, [
    info.batchSize,
    info.inHeight,
    info.inWidth,
    info.inChannels,
    info.outHeight,
    info.outWidth,
    info.filterHeight,
    info.filterWidth,
    info.strideHeight,
    info.strideWidth,
    info.padInfo.top,
    info.padInfo.left,
  ]);

const forward =
  (kind: number): KernelBody =>
  (backend, inputs, attrs) => {
    const x = input(inputs, 'x');
    const info = geometryOf(x.shape, attrs);
    const y = backend.makeOutput(info.outShape, 'float32');
    const description = describeGeometry(backend, info);
    backend.module.run('pool2d', kind, backend.pointer(x), backend.pointer(y), description);
    return y;
  };

const backward =
  (kind: number): KernelBody =>
  (backend, inputs, attrs) => {
    const x = input(inputs, 'input');
    const dx = backend.makeOutput(x.shape, 'float32');
    const description = describeGeometry(backend, geometryOf(x.shape, attrs));
    const pointers = [x, input(inputs, 'dy'), dx].map((one) => backend.pointer(one));
    backend.module.run('pool2dGrad', kind, ...pointers, description);
    return dx;
  };

/** The average's gradient needs the shape of x alone. */
const averageBackward: KernelBody = (backend, inputs, attrs) => {
  const shape = numbersAttr(attrs, 'inputShape');
  const dx = backend.makeOutput(shape, 'float32');
  const description = describeGeometry(backend, geometryOf(shape, attrs));
  const dy = backend.pointer(input(inputs, 'dy'));
  backend.module.run('pool2dGrad', AVERAGE, 0, dy, backend.pointer(dx), description);
  return dx;
};

/** The maximum's second gradient: what lies where the first one goes. */
const pick: KernelBody = (backend, inputs, attrs) => {
  const x = input(inputs, 'x');
  const info = geometryOf(x.shape, attrs);
  const y = backend.makeOutput(info.outShape, 'float32');
  const description = describeGeometry(backend, info);
  const pointers = [x, input(inputs, 'values'), y].map((one) => backend.pointer(one));
  backend.module.run('pool2dPick', ...pointers, description);
  return y;
};

export const poolingKernels: readonly SimdKernel[] = [
  defineKernel('AvgPool', forward(AVERAGE)),
  defineKernel('MaxPool', forward(MAXIMUM)),
  defineKernel('AvgPoolGrad', backward(AVERAGE)),
  defineKernel('MaxPoolGrad', backward(MAXIMUM)),
  defineKernel('GanvasAveragePool', forward(AVERAGE)),
  defineKernel('GanvasAveragePoolGrad', averageBackward),
  defineKernel('GanvasMaxPoolPick', pick),
];
