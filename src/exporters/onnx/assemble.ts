// Collects tensors and nodes of an ONNX model while a graph is walked.
import type { Affine } from '../../graph/calibration';
import { toFloat16Bits } from '../../graph/float16';
import type { WeightedNode } from '../../graph/graph';
import type { Int8Weighted } from '../../graph/int8Nodes';
import { kernelLayout, toPlace } from '../../graph/kernelLayouts';
import type { OnnxAttribute, OnnxNode, OnnxTensor, OnnxType } from '../formats/onnx';

export type OnnxWeights = 'float32' | 'float16';

export const bytesOf = (
  values: Float32Array | Uint16Array | Int8Array | Int32Array | BigInt64Array,
): Uint8Array => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);

export class OnnxAssembly {
  /** @param kind in which learned numbers are held that are not integers */
  constructor(private readonly kind: OnnxWeights) {}

  readonly nodes: OnnxNode[] = [];
  readonly tensors: OnnxTensor[] = [];

  constant(name: string, shape: readonly number[], type: OnnxType, data: Uint8Array): string {
    this.tensors.push({ name, shape, type, data });
    return name;
  }

  int64(name: string, values: readonly number[]): string {
    return this.constant(name, [values.length], 'int64', bytesOf(BigInt64Array.from(values, BigInt)));
  }

  op(
    op: string,
    inputs: readonly string[],
    output: string,
    attributes?: Record<string, OnnxAttribute>,
  ): string {
    this.nodes.push({ op, inputs, outputs: [output], attributes });
    return output;
  }

  /** Learned float values in the precision asked for; halves are widened by the model itself. */
  values(name: string, shape: readonly number[], values: Float32Array): string {
    if (this.kind === 'float32') return this.constant(name, shape, 'float', bytesOf(values));
    const half = this.constant(`${name}/half`, shape, 'float16', bytesOf(toFloat16Bits(values)));
    return this.op('Cast', [half], name, { to: 1 });
  }

  /** Integers with one scale per index of `axis`, or one for all. */
  integers(
    name: string,
    shape: readonly number[],
    data: Int8Array | Int32Array,
    scales: Float32Array,
    axis: number,
  ): string {
    const type = data instanceof Int8Array ? 'int8' : 'int32';
    const scaleShape = scales.length === 1 ? [] : [scales.length];
    const zeros = data instanceof Int8Array ? new Int8Array(scales.length) : new Int32Array(scales.length);
    const operands = [
      this.constant(`${name}/integers`, shape, type, bytesOf(data)),
      this.constant(`${name}/scale`, scaleShape, 'float', bytesOf(scales)),
      this.constant(`${name}/zero`, scaleShape, type, bytesOf(zeros)),
    ];
    return this.op('DequantizeLinear', operands, name, { axis });
  }

  /** One float number of the format itself, not learned. */
  number(name: string, value: number): string {
    return this.constant(name, [], 'float', bytesOf(Float32Array.of(value)));
  }

  /** Rounds an activation to int8 and back; runtimes join such pairs with the operation between them. */
  rounded(value: string, { scale, zeroPoint }: Affine): string {
    const range = [
      this.constant(`${value}/scale`, [], 'float', bytesOf(Float32Array.of(scale))),
      this.constant(`${value}/zero`, [], 'int8', bytesOf(Int8Array.of(zeroPoint))),
    ];
    this.op('QuantizeLinear', [value, ...range], `${value}/int8`);
    return this.op('DequantizeLinear', [`${value}/int8`, ...range], `${value}/rounded`);
  }

  weights(node: WeightedNode): string[] {
    const { shape } = kernelLayout(node, 'onnx');
    const values = toPlace(node, node.weights, 'onnx');
    return [
      this.values(`${node.name}/weights`, shape, values),
      this.values(`${node.name}/bias`, [node.bias.length], node.bias),
    ];
  }

  int8Weights(q: Int8Weighted): string[] {
    const { shape, outputAxis } = kernelLayout(q.node, 'onnx');
    const moved = toPlace(q.node, q.weights, 'onnx');
    const biasScales = q.scales.map((scale) => scale * q.input.scale);
    return [
      this.integers(`${q.node.name}/weights`, shape, moved, q.scales, outputAxis),
      this.integers(`${q.node.name}/bias`, [q.bias.length], q.bias, biasScales, 0),
    ];
  }
}
