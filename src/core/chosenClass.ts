// A network of several styles with one of them chosen: its conditional normalizations become plain ones, and the class no longer
// goes in. Ids stay, so its weights are those of the whole network, of which `chosenWeights` takes the class's rows. Pure.
import type { NetworkNode, NetworkSpec } from './network';

/** Name of the input that a class index goes into. */
export const CLASS_INPUT = 'class';

/** How many classes a network is told one of; 0 where it takes none. */
export const classesOf = ({ nodes }: NetworkSpec): number =>
  nodes.find((node) => node.kind === 'conditionalInstanceNorm')?.classes ?? 0;

const plain = (node: NetworkNode): NetworkNode => {
  if (node.kind !== 'conditionalInstanceNorm') return node;
  const { id, from, frozen } = node;
  return { kind: 'instanceNorm', id, from: from.slice(0, 1), ...(frozen && { frozen }) };
};

/** The network without the choice; the same where there is none. */
export const withChosenClass = (spec: NetworkSpec): NetworkSpec =>
  classesOf(spec) === 0
    ? spec
    : {
        ...spec,
        inputs: spec.inputs.filter(({ name }) => name !== CLASS_INPUT),
        nodes: spec.nodes.map(plain),
      };

/** A weight of the whole network, for one class. @param name `conditionalInstanceNorm_1/gamma` */
export function chosenWeights(
  spec: NetworkSpec,
  name: string,
  values: Float32Array,
  chosen: number,
): Float32Array {
  const [id] = name.split('/');
  const node = spec.nodes.find((one) => one.id === id);
  if (node?.kind !== 'conditionalInstanceNorm') return values;
  const length = values.length / node.classes;
  return values.slice(chosen * length, (chosen + 1) * length);
}
