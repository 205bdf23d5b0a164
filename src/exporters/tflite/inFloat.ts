// Operators that full integers have no form of, in float32 between two conversions: LiteRT runs such files, and TensorFlow Lite
// Micro does where its build has the float kernels.
import type { NodeOf } from '../../graph/graph';
import { CURVE_RECIPES } from './curveRecipes';
import { dequantize, QUANTIZE } from './codes';
import type { GraphNode } from '../../graph/graph';
import type { NodeSite } from './site';

/** Kinds that may need it. */
type FloatedNode = NodeOf<'exampleNorm' | 'pixelNorm' | 'curve'>;

/** Whether the file computes the node in float32 also where all else is integer. */
export function isFloatInside(node: GraphNode): boolean {
  if (node.kind === 'curve') return CURVE_RECIPES[node.fn].some(({ int8 }) => !int8);
  return node.kind === 'exampleNorm' || node.kind === 'pixelNorm';
}

/** Writes with float32 tensors, whatever the arithmetic around. @param write gets what the node reads, and what makes its output */
export function inFloat(
  node: FloatedNode,
  { a, inputs: [x], arithmetic, output }: NodeSite,
  write: (x: number, output: () => number) => void,
): void {
  if (arithmetic !== 'int8') {
    write(x, output);
    return;
  }
  const read = a.operator(dequantize('int8'), [x], a.value(`${node.name}/float`, node.inputs[0], 'float32'));
  const made = a.value(`${node.name}/made`, node.output, 'float32');
  write(read, () => made);
  a.operator(QUANTIZE, [made], output());
}
