// A full-integer graph as a .tflite model: int8 throughout, with int8 input and output for microcontrollers, or with
// float32 input and output, converted at the border.
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
import type { TfliteModel } from '../formats/tflite';
import { affineOf, type Affine } from '../../graph/calibration';
import { roundAway } from '../../graph/int8Tables';
import { perTensor, rawBytes, TfliteAssembly, type TfliteSettings } from './assemble';
import { dequantize, QUANTIZE, QUANTIZE_TO_QUANTIZED } from './codes';
import { writeNode } from './operators';
import { addsBias } from './site';
import type { PortNames } from '../ports';

/** The bias as a value of its own, in 8 bits. */
function addend({ node: { name, bias } }: Int8Weighted, a: TfliteAssembly): number {
  const scale = Math.fround(bias.reduce((most, b) => Math.max(most, Math.abs(b)), 0) / 127) || 1;
  const values = Int8Array.from(bias, (b) => roundAway(b / scale));
  return a.constant(
    `${name}/bias`,
    [bias.length],
    'int8',
    rawBytes(values),
    perTensor({ scale, zeroPoint: 0 }),
  );
}

/** The scale of sums before their bias: what lies beyond saturates after it, whatever the channel. */
function beforeBias({ node: { bias }, output: { scale, zeroPoint } }: Int8Weighted): Affine {
  const [least, most] = [Math.min(...bias), Math.max(...bias)];
  return affineOf({ min: scale * (-128 - zeroPoint) - most, max: scale * (127 - zeroPoint) - least });
}

function weightTensors(q: Int8Weighted, a: TfliteAssembly): number[] {
  const { shape, outputAxis: axis } = kernelLayout(q.node, 'tflite');
  const values = toPlace(q.node, q.weights, 'tflite');
  const data = q.bits === 4 ? packInt4(values) : rawBytes(values);
  const biasScales = q.scales.map((scale) => scale * q.input.scale);
  const weights = a.constant(`${q.node.name}/weights`, shape, q.bits === 4 ? 'int4' : 'int8', data, {
    scales: q.scales,
    zeroPoint: 0,
    axis,
  });
  if (addsBias(q.node, a.settings)) return [weights, addend(q, a)];
  return [
    weights,
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
  exampleNorm: ({ node }, a) =>
    (['gamma', 'beta'] as const).map((what) =>
      a.constant(`${node.name}/${what}`, [node[what].length], 'float32', rawBytes(node[what])),
    ),
  pixelNorm: none,
  embedding: ({ node, table, output }, a) => {
    const units = node.output[0];
    const shape = [table.length / units, units];
    return [a.constant(`${node.name}/table`, shape, 'int8', rawBytes(table), perTensor(output))];
  },
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

export function int8TfliteModel(
  q: Int8Graph,
  io: 'int8' | 'float32',
  ports: PortNames,
  settings?: TfliteSettings,
): TfliteModel {
  const a = new TfliteAssembly(settings);
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
      beforeBias:
        isInt8Weighted(item) && addsBias(node, a.settings)
          ? () => a.value(`${node.name}/sum`, node.output, 'int8', perTensor(beforeBias(item)))
          : undefined,
      like: (name, shape) => a.value(name, shape, 'int8', perTensor(item.output)),
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
