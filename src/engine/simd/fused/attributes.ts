// Checked access to the attributes of convolutions and products, ours and tfjs' own.
import {
  backend_util,
  type NamedAttrMap,
  type NamedTensorInfoMap,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import type { SimdBackend } from '../backend';
import type { ActivationSpec, FusedActivation } from '../conv/activation';
import { convGeometry, type ConvGeometry } from '../conv/geometry';
import { KernelArgumentError, numbersAttr } from '../stock/define';

const ACTIVATIONS: Readonly<Record<string, FusedActivation>> = {
  linear: 'linear',
  relu: 'relu',
  leakyRelu: 'leakyRelu',
  leakyrelu: 'leakyRelu',
  tanh: 'tanh',
  sigmoid: 'sigmoid',
};

/** The activation and its slope; absent is linear, tfjs' names are taken too. @throws KernelArgumentError */
export function activationAttr(attrs: NamedAttrMap, alphaName = 'alpha'): ActivationSpec {
  const name = attrs.activation ?? 'linear';
  const activation = typeof name === 'string' ? ACTIVATIONS[name] : undefined;
  if (activation === undefined) throw new KernelArgumentError('an activation it can fuse', name);
  const alpha = attrs[alphaName];
  return { activation, alpha: typeof alpha === 'number' ? alpha : 0 };
}

/** Two numbers; one stands for both. */
export function pairAttr(attrs: NamedAttrMap, name: string): [number, number] {
  const [first = 1, second = first] = numbersAttr(attrs, name);
  return [first, second];
}

/** A shape of four sides. @throws KernelArgumentError */
export function shapeAttr(attrs: NamedAttrMap, name: string): [number, number, number, number] {
  const list = numbersAttr(attrs, name);
  const [a, b, c, d] = list;
  if (list.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    throw new KernelArgumentError(`four numbers ${name}`, list);
  return [a, b, c, d];
}

/** Geometry of our own kernels: attributes strides and pad [top, bottom, left, right]. */
export const ownGeometry = (
  x: readonly number[],
  filter: readonly number[],
  attrs: NamedAttrMap,
): ConvGeometry => convGeometry(x, filter, pairAttr(attrs, 'strides'), shapeAttr(attrs, 'pad'));

/** tfjs' padding attribute as its own helper takes it. */
function paddingOf(attrs: NamedAttrMap): number | 'valid' | 'same' | backend_util.ExplicitPadding {
  const pad: unknown = attrs.pad;
  if (pad === 'valid' || pad === 'same' || typeof pad === 'number') return pad;
  const flat = Array.isArray(pad) ? pad.flat().map(Number) : [];
  const [a, b, top, bottom, left, right, c, d] = flat;
  if (
    flat.length !== 8 ||
    a === undefined ||
    b === undefined ||
    top === undefined ||
    bottom === undefined ||
    left === undefined ||
    right === undefined ||
    c === undefined ||
    d === undefined
  )
    throw new KernelArgumentError('a padding', pad);
  return [
    [a, b],
    [top, bottom],
    [left, right],
    [c, d],
  ];
}

const four = (shape: readonly number[]): [number, number, number, number] => {
  const [a, b, c, d] = shape;
  if (shape.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined)
    throw new KernelArgumentError('a tensor of rank 4', `[${shape.join(', ')}]`);
  return [a, b, c, d];
};

/** Geometry of tfjs' stock convolutions; `co` is the multiplier for depthwise ones. NHWC only. */
export function stockGeometry(
  x: readonly number[],
  filter: readonly number[],
  attrs: NamedAttrMap,
  isDepthwise = false,
): ConvGeometry {
  const format = attrs.dataFormat ?? 'NHWC';
  if (format !== 'NHWC') throw new KernelArgumentError('images as NHWC', format);
  const dilations: [number, number] =
    attrs.dilations === undefined || attrs.dilations === null ? [1, 1] : pairAttr(attrs, 'dilations');
  const rounding: unknown = attrs.dimRoundingMode;
  const info = backend_util.computeConv2DInfo(
    four(x),
    four(filter),
    pairAttr(attrs, 'strides'),
    dilations,
    paddingOf(attrs),
    rounding === 'floor' || rounding === 'ceil' || rounding === 'round' ? rounding : undefined,
    isDepthwise,
  );
  return {
    n: info.batchSize,
    h: info.inHeight,
    w: info.inWidth,
    ci: info.inChannels,
    kh: info.filterHeight,
    kw: info.filterWidth,
    co: isDepthwise ? info.outChannels / info.inChannels : info.outChannels,
    outH: info.outHeight,
    outW: info.outWidth,
    strideH: info.strideHeight,
    strideW: info.strideWidth,
    dilationH: info.dilationHeight,
    dilationW: info.dilationWidth,
    padTop: info.padInfo.top,
    padLeft: info.padInfo.left,
  };
}

/** Address of an optional input, 0 when it is not there. */
export function optionalPointer(backend: SimdBackend, inputs: NamedTensorInfoMap, name: string): number {
  const info: TensorInfo | undefined = inputs[name];
  return info === undefined || info === null ? 0 : backend.pointer(info);
}
