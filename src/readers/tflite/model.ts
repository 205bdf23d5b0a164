// A generator in a .tflite file as the graph that this project runs, with float32 weights whatever the file holds. A
// full-integer file becomes the float network that its integers stand for. The rules say which operators are known:
// those of exporters/tflite here, those of other programs' converters in converted.ts.
import type { ExportGraph, GraphNode } from '../../graph/graph';
import { DamagedModelError, ForeignModelError } from '../errors';
import { PLAIN_OPERATORS } from './branches';
import { CURVE_OPERATORS, readCurve } from './curves';
import { readTfliteFile, type TfliteFile } from './file';
import { insideFile } from './flatTable';
import { KERNEL_OPERATORS } from './kernels';
import { readEmbedding } from './embedding';
import { readNorm, readPixelNorm } from './norms';
import type { TfliteRules } from './rules';
import { readTransposed } from './transposed';
import type { FileTensor } from './tensor';
import { INPUT, Walk } from './walk';

export type WeightKind = 'float32' | 'float16' | 'int8 weights' | 'full int8' | '4-bit weights';

export interface ReadModel {
  readonly graph: ExportGraph;
  /** How the file holds its numbers. */
  readonly weights: WeightKind;
  readonly description: string;
}

/** What exporters/tflite writes. */
export const OWN_RULES: TfliteRules = {
  operators: new Map([...KERNEL_OPERATORS, ...PLAIN_OPERATORS, ...CURVE_OPERATORS]),
  groups: [readNorm, readPixelNorm, readCurve, readTransposed, readEmbedding],
  shapeOf: null,
  supported: 'Choose a generator made of dense, convolution, resize and activation layers.',
};

const QUANTIZE = 114;

function weightKind({ tensors, operators }: TfliteFile): WeightKind {
  const holds = (type: string) => tensors.some((t) => t.type === type && t.isConstant);
  const integer = operators.some(
    ({ code, outputs: [output] }) => code !== QUANTIZE && tensors[output]?.type === 'int8',
  );
  if (holds('int4')) return '4-bit weights';
  if (holds('int8')) return integer ? 'full int8' : 'int8 weights';
  return holds('float16') ? 'float16' : 'float32';
}

function checkPort({ name, type }: FileTensor, what: string): void {
  if (type === 'float32' || type === 'int8') return;
  throw new ForeignModelError(
    `The ${what} ${name} of the .tflite file is ${type}; float32 and int8 are supported.`,
    'Convert the model with float input and output.',
  );
}

/** Transposed convolutions of full-integer files rectify by saturating at the zero point; the output then starts at 0. */
const saturates = (node: GraphNode, tensor: FileTensor): GraphNode =>
  node.kind === 'conv2dTranspose' && tensor.lowest() === 0 ? { ...node, relu: true } : node;

function readModel(bytes: Uint8Array, rules: TfliteRules): ReadModel {
  const file = readTfliteFile(bytes);
  const { tensors, input, output, description } = file;
  checkPort(tensors[input], 'input');
  checkPort(tensors[output], 'output');
  const walk = new Walk(file, rules);
  for (let at = 0; at < walk.operators.length;) {
    const site = walk.siteAt(at);
    const group = rules.groups.reduce<ReturnType<typeof readNorm>>(
      (found, rule) => found ?? rule(site),
      null,
    );
    const [operator] = site.operators;
    if (group) walk.made(group.output, group.nodes);
    else if (!walk.passes(operator)) {
      const nodes = walk.read(operator);
      const made = operator.outputs[0];
      walk.made(made, nodes.with(-1, saturates(nodes[nodes.length - 1], tensors[made])));
    }
    at += group?.operators ?? 1;
  }
  const inputs = [{ name: INPUT, shape: walk.inputShape }];
  const graph = { name: 'generator', inputs, nodes: walk.nodes, outputs: [walk.finish(output)] };
  if (walk.nodes.length === 0) throw new DamagedModelError('it has no operators that compute anything');
  return { graph, weights: weightKind(file), description };
}

/**
 * The generator in a file.
 * @param rules what may stand in it
 * @throws ForeignModelError, DamagedModelError, UnsupportedLayerError, OversizedModelError
 */
export const readTfliteModel = (bytes: Uint8Array, rules: TfliteRules = OWN_RULES): ReadModel =>
  insideFile(() => readModel(bytes, rules));
