// A full-integer graph as a .tflite model: int8 throughout, with int8 input and output for microcontrollers, or with
// float32 input and output, converted at the border.
import type { Affine } from '../../graph/calibration';
import { isWeighted } from '../../graph/graph';
import { isInt8Weighted, type Int8Graph, type Int8Weighted } from '../../graph/int8Graph';
import { packInt4 } from '../../graph/weightQuantization';
import type { TfliteModel, TfliteQuantization } from '../formats/tflite';
import { rawBytes, TfliteAssembly } from './assemble';
import {
  dequantize,
  plainOperator,
  QUANTIZE,
  weightedOperator,
  weightLayout,
  weightPlace,
} from './operators';

const perTensor = ({ scale, zeroPoint }: Affine): TfliteQuantization => ({
  scales: Float32Array.of(scale),
  zeroPoint,
  axis: 0,
});

function weightTensors(a: TfliteAssembly, q: Int8Weighted): number[] {
  const { shape, axis } = weightLayout(q.node);
  const place = weightPlace(q.node);
  const values = place ? q.weights.map((_, at) => q.weights[place(at)]) : q.weights;
  const data = q.bits === 4 ? packInt4(values) : rawBytes(values);
  const biasScales = q.scales.map((scale) => scale * q.input.scale);
  return [
    a.constant(`${q.node.name}/weights`, shape, q.bits === 4 ? 'int4' : 'int8', data, {
      scales: q.scales,
      zeroPoint: 0,
      axis,
    }),
    a.constant(`${q.node.name}/bias`, [q.bias.length], 'int32', rawBytes(q.bias), {
      scales: biasScales,
      zeroPoint: 0,
      axis: 0,
    }),
  ];
}

export function int8TfliteModel(
  q: Int8Graph,
  io: 'int8' | 'float32',
  names: { readonly input: string; readonly output: string },
): TfliteModel {
  const a = new TfliteAssembly();
  const float = io === 'float32';
  const input = a.value(names.input, q.graph.input, io, float ? undefined : perTensor(q.input));
  let at = input;
  if (float) {
    at = a.operator(QUANTIZE, [input], a.value('quantized', q.graph.input, 'int8', perTensor(q.input)));
  }
  for (const [index, item] of q.nodes.entries()) {
    const { node } = item;
    const weights = isInt8Weighted(item) ? weightTensors(a, item) : [];
    const operands = a.operands(node, at, weights);
    const last = index === q.nodes.length - 1 && !float;
    const output = a.value(last ? names.output : node.name, node.output, 'int8', perTensor(item.output));
    const arithmetic = isInt8Weighted(item) && item.bits === 4 ? 'int4' : 'int8';
    const operator = isWeighted(node) ? weightedOperator(node, arithmetic) : plainOperator(node, 'int8');
    at = a.operator(operator, operands, output);
  }
  if (float) at = a.operator(dequantize('int8'), [at], a.value(names.output, q.graph.output, 'float32'));
  return a.finish(`${q.graph.name}, full-integer int8, ${io} input and output, by Ganvas`, input, at);
}
