// What is read of an .onnx graph in one step: an operator by its rule, or several that are one thing by the pattern that they make.
import type { OnnxNode } from './file';
import { CURVE_TREES, matched, NORM_TREES, PIXEL_TREES, type Match, type PatternView } from './patterns';
import { RULES, unknownOperator } from './rules';
import { shuffle } from './shapes';
import type { OnnxSite } from './site';
import type { OnnxTensor } from './tensor';
import type { Flow } from './values';

export interface Step {
  /** The last operator, with the values that the whole takes. */
  readonly node: OnnxNode;
  readonly read: (site: OnnxSite) => Flow | OnnxTensor;
}

/** How older exporters turn channels into pixels, between two reshapes. */
const PIXEL_SHUFFLE = '0,1,4,2,5,3';

/** The axes, the batch counted, along which a pattern takes means; of a flow with so many. */
function axesOf(match: Match, view: PatternView, flow: Flow): string {
  const mean = match.operators.get('ReduceMean');
  const said = mean?.attributes.ints.get('axes') ?? Array.from(view.constant(mean?.inputs[1] ?? '') ?? []);
  const rank = flow.shape.length + 1;
  return said.map((axis) => (axis < 0 ? axis + rank : axis)).join();
}

const readNorm =
  (match: Match, view: PatternView) =>
  (site: OnnxSite): Flow => {
    const flow = site.flow(0);
    const axes = axesOf(match, view, flow);
    const over =
      axes === '1,2,3' || (axes === '1' && flow.shape.length === 1)
        ? 'layer'
        : axes === '2,3'
          ? 'instance'
          : null;
    if (!over || (flow.layout !== 'first' && flow.layout !== 'rows'))
      return site.refuse(`it normalizes along the axes [${axes}]`);
    const [gamma, beta] = [site.perChannel(1, flow), site.perChannel(2, flow)];
    return site.same(flow, { kind: 'exampleNorm', over, gamma, beta });
  };

const readPixelNorm =
  (match: Match, view: PatternView) =>
  (site: OnnxSite): Flow => {
    const flow = site.flow(0);
    const axes = axesOf(match, view, flow);
    if (axes !== '1' || (flow.layout !== 'first' && flow.layout !== 'rows'))
      return site.refuse(`it normalizes along the axes [${axes}]`);
    return site.same(flow, { kind: 'pixelNorm' });
  };

/** Several operators that `node` ends, as one step. */
function composed(node: OnnxNode, view: PatternView): Step | null {
  const [output] = node.outputs;
  for (const [fn, tree] of node.op === 'Mul' ? CURVE_TREES : []) {
    const match = matched(tree, output, view);
    if (match)
      return {
        node: { ...node, inputs: [match.x] },
        read: (site) => site.same(site.flow(0), { kind: 'curve', fn }),
      };
  }
  for (const tree of node.op === 'Add' ? NORM_TREES : []) {
    const match = matched(tree, output, view);
    if (!match) continue;
    const { x, held } = match;
    return { node: { ...node, inputs: [x, held.gamma, held.beta] }, read: readNorm(match, view) };
  }
  for (const tree of node.op === 'Mul' || node.op === 'Div' ? PIXEL_TREES : []) {
    const match = matched(tree, output, view);
    if (match) return { node: { ...node, inputs: [match.x] }, read: readPixelNorm(match, view) };
  }
  const turn = node.op === 'Reshape' ? view.maker(node.inputs[0] ?? '') : undefined;
  if (turn?.attributes.ints.get('perm')?.join() !== PIXEL_SHUFFLE) return null;
  const split = view.maker(turn.inputs[0] ?? '');
  return split?.op === 'Reshape' ? { node: { ...node, inputs: split.inputs }, read: shuffle } : null;
}

/** What makes the first output of an operator. */
export const stepOf = (node: OnnxNode, view: PatternView): Step =>
  composed(node, view) ?? {
    node,
    read: (site) =>
      Object.hasOwn(RULES, node.op) ? RULES[node.op](site) : site.refuse(unknownOperator(node.op)),
  };
