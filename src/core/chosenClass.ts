// A network of several styles with one of them chosen: its conditional normalizations become plain ones, and the class no longer
// goes in. Ids stay, so its weights are those of the whole network, or the class's rows of them (engine/chosenNetwork). Pure.
import type { NetworkNode, NetworkSpec } from './network';

/** Name of the input that a class index goes into. */
export const CLASS_INPUT = 'class';

const plain = (node: NetworkNode): NetworkNode => {
  if (node.kind !== 'conditionalInstanceNorm') return node;
  const { id, from, frozen } = node;
  return { kind: 'instanceNorm', id, from: from.slice(0, 1), ...(frozen && { frozen }) };
};

/** The network with its choice made. */
export const withChosenClass = (spec: NetworkSpec): NetworkSpec => ({
  ...spec,
  inputs: spec.inputs.filter(({ name }) => name !== CLASS_INPUT),
  nodes: spec.nodes.map(plain),
});
