// A transposed convolution as TensorFlow Lite operators. Its bias is an operand, which TensorFlow Lite reads from 2.3 on, or an
// addition behind it, which older runtimes read too. A rectifier is an operator of its own, or the addition's: one that the
// convolution carries needs TensorFlow Lite 2.13. Where the file leaves the batch free, the output's shape is computed, since
// the operator is told all of it.
import type { NodeOf } from '../../graph/graph';
import { byte, CODE, OPTIONS, PADDING, RELU, word } from './codes';
import type { NodeSite } from './site';
import type { TfliteAssembly } from './assemble';

/** [batch of `input`, ...sides]: the first number of its shape, with the others behind it. */
function computedShape(a: TfliteAssembly, name: string, input: number, sides: readonly number[]): number {
  const rank = sides.length + 1;
  const whole = a.integers(`${name}/inputShape`, [rank]);
  a.operator(
    { code: CODE.shape, version: 1, options: { type: OPTIONS.shape, fields: [byte(0, 2)] } },
    [input],
    whole,
  );
  const cut = [[0], [1], [1]].map((numbers, i) => a.ints(`${name}/${['begin', 'end', 'step'][i]}`, numbers));
  const batch = a.integers(`${name}/batch`, [1]);
  const options = { type: OPTIONS.stridedSlice, fields: [word(0, 0)] };
  a.operator({ code: CODE.stridedSlice, version: 1, options }, [whole, ...cut], batch);
  const joined = a.integers(`${name}/outputShape`, [rank]);
  const concat = { type: OPTIONS.concat, fields: [word(0, 0), byte(1, 0)] };
  return a.operator(
    { code: CODE.concat, version: 1, options: concat },
    [batch, a.ints(`${name}/sides`, sides)],
    joined,
  );
}

/** Versions that the operator has in each arithmetic: without and with a bias. */
const VERSIONS = { float: [1, 3], int8: [2, 3] } as const;

export function writeTransposed(node: NodeOf<'conv2dTranspose'>, site: NodeSite): void {
  const { a, inputs, weights, output, beforeBias } = site;
  const [kernel, bias] = weights;
  const { stride, name, relu } = node;
  const isInteger = site.arithmetic === 'int8';
  const shape =
    a.settings.batch === 'any'
      ? computedShape(a, name, inputs[0], node.output)
      : a.ints(`${name}/shape`, [1, ...node.output]);
  const fields = [byte(0, PADDING.same), word(1, stride[1]), word(2, stride[0])];
  const [plain, biased] = VERSIONS[isInteger ? 'int8' : 'float'];
  const kind = { code: CODE.transposeConv, options: { type: OPTIONS.transposeConv, fields } };
  if (beforeBias) {
    const sum = a.operator({ ...kind, version: plain }, [shape, kernel, inputs[0]], beforeBias());
    const options = { type: OPTIONS.add, fields: [byte(0, relu ? RELU : 0)] };
    a.operator({ code: CODE.add, version: isInteger ? 2 : 1, options }, [sum, bias], output());
    return;
  }
  const operands = [shape, kernel, inputs[0], bias];
  // In int8 a rectifier is the saturation at the zero point -128.
  if (!relu || isInteger) {
    a.operator({ ...kind, version: biased }, operands, output());
    return;
  }
  const sum = a.value(`${name}/sum`, node.output, 'float32');
  a.operator({ ...kind, version: biased }, operands, sum);
  a.operator({ code: CODE.relu, version: 1 }, [sum], output());
}
