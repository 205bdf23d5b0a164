// A full-integer graph as a .tflite model: int8 throughout, with int8 input and output for microcontrollers, or with
// float32 input and output, converted at the border.
import type { Affine } from '../../graph/calibration';
import { outputShape, soleInput, valueOf } from '../../graph/edges';
import { type Int8Graph } from '../../graph/int8Graph';
import {
  applyInt8Rule,
  curvesAlike,
  isInt8Weighted,
  weightedAlike,
  type Int8Prelu,
  type Int8Rules,
  type Int8Weighted,
} from '../../graph/int8Nodes';
import { kernelLayout, toPlace } from '../../graph/kernelLayouts';
import { packInt4 } from '../../graph/weightQuantization';
import type { TfliteModel, TfliteQuantization } from '../formats/tflite';
import { rawBytes, TfliteAssembly } from './assemble';
import { dequantize, QUANTIZE, QUANTIZE_TO_QUANTIZED, writeNode } from './operators';
import type { PortNames } from '../ports';

const perTensor = ({ scale, zeroPoint }: Affine): TfliteQuantization => ({
  scales: Float32Array.of(scale),
  zeroPoint,
  axis: 0,
});

function weightTensors(q: Int8Weighted, a: TfliteAssembly): number[] {
  const { shape, outputAxis: axis } = kernelLayout(q.node, 'tflite');
  const values = toPlace(q.node, q.weights, 'tflite');
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

function slopeTensors(item: Int8Prelu, a: TfliteAssembly): number[] {
  const shape = [...item.node.output.slice(0, -1).map(() => 1), item.slopes.length];
  const quantization = { scales: Float32Array.of(item.slopeScale), zeroPoint: 0, axis: 0 };
  return [a.constant(`${item.node.name}/slopes`, shape, 'int8', rawBytes(item.slopes), quantization)];
}

const none = (): number[] => [];

/** Tensors of what a node holds beside what it reads. */
const PARAMETERS: Int8Rules<[a: TfliteAssembly], number[]> = {
  ...weightedAlike(weightTensors),
  ...curvesAlike(none),
  prelu: slopeTensors,
  reshape: none,
  upsample: none,
  zeroPad: none,
  reflectionPad: none,
  crop: none,
  resize: none,
  averagePool: none,
  maxPool: none,
  add: none,
  concat: none,
  softmax: none,
};

export function int8TfliteModel(q: Int8Graph, io: 'int8' | 'float32', ports: PortNames): TfliteModel {
  const a = new TfliteAssembly();
  const float = io === 'float32';
  const { name: entry, shape } = soleInput(q.graph);
  const [exit] = q.graph.outputs;
  const input = a.value(ports.input, shape, io, float ? undefined : perTensor(q.input));
  const first = float
    ? a.operator(QUANTIZE, [input], a.value('quantized', shape, 'int8', perTensor(q.input)))
    : input;
  const tensors = new Map([[entry, first]]);
  for (const item of q.nodes) {
    const { node } = item;
    const weights = applyInt8Rule(PARAMETERS, item, a);
    writeNode(node, {
      a,
      weights,
      inputs: node.from.map((name) => valueOf(tensors, name)),
      arithmetic: isInt8Weighted(item) && item.bits === 4 ? 'int4' : 'int8',
      toOutputScale: (input, index) => {
        if (!('factors' in item) || !item.factors[index]) return input;
        const shape = node.inputs[index];
        const brought = a.value(`${node.name}/${index}`, shape, 'int8', perTensor(item.output));
        return a.operator(QUANTIZE_TO_QUANTIZED, [input], brought);
      },
      output: () => {
        const name = node.name === exit && !float ? ports.output : node.name;
        const made = a.value(name, node.output, 'int8', perTensor(item.output));
        tensors.set(node.name, made);
        return made;
      },
    });
  }
  const drawn = valueOf(tensors, exit);
  const output = float
    ? a.operator(dequantize('int8'), [drawn], a.value(ports.output, outputShape(q.graph), 'float32'))
    : drawn;
  return a.finish(`${q.graph.name}, full-integer int8, ${io} input and output, by Ganvas`, [input], [output]);
}
