// Changes to a network's description: another input, other layers in the place of some, layers put between. Nodes that stay
// keep their ids, and with them their weights.
import { InvalidValueError } from './errors';
import {
  resolveNetwork,
  type LayerSpec,
  type NetworkNode,
  type NetworkSpec,
  type ResolvedNode,
  type Shape,
} from './network';

const isTaken = ({ inputs, nodes }: NetworkSpec, id: string): boolean =>
  nodes.some((node) => node.id === id) || inputs.some(({ name }) => name === id);

/** The first `kind_n` that nothing in the network is called. */
function freeId(spec: NetworkSpec, kind: string): string {
  for (let count = 1; ; count++) if (!isTaken(spec, `${kind}_${count}`)) return `${kind}_${count}`;
}

/** The network with all readers of `from` reading `to` instead. */
const redirected = (spec: NetworkSpec, from: string, to: string): NetworkSpec => ({
  ...spec,
  nodes: spec.nodes.map((node) =>
    node.from.includes(from) ? { ...node, from: node.from.map((id) => (id === from ? to : id)) } : node,
  ),
  outputs: spec.outputs.map((id) => (id === from ? to : id)),
});

function indexOf(spec: NetworkSpec, id: string): number {
  const index = spec.nodes.findIndex((node) => node.id === id);
  if (index >= 0) return index;
  throw new InvalidValueError(
    `${spec.name} has no layer ${JSON.stringify(id)}.`,
    `Choose one of ${spec.nodes.map((node) => node.id).join(', ')}.`,
  );
}

/** The network taking another shape in its one input. @throws InvalidValueError when it has several */
export function withInputShape(spec: NetworkSpec, shape: Shape): NetworkSpec {
  if (spec.inputs.length === 1) return { ...spec, inputs: [{ ...spec.inputs[0], shape }] };
  throw new InvalidValueError(
    `${spec.name} has ${spec.inputs.length} inputs.`,
    'Choose a network with one input.',
  );
}

/** Another layer in a node's place; the id stays where the kind does. */
export function replaceLayer(spec: NetworkSpec, id: string, layer: LayerSpec): NetworkSpec {
  const index = indexOf(spec, id);
  const old = spec.nodes[index];
  if (old.kind === layer.kind) {
    const place = { id, from: old.from, ...(old.frozen && { frozen: true }) };
    return { ...spec, nodes: spec.nodes.with(index, { ...layer, ...place }) };
  }
  const fresh = freeId(spec, layer.kind);
  const placed: NetworkNode = { ...layer, id: fresh, from: old.from };
  return redirected({ ...spec, nodes: spec.nodes.with(index, placed) }, id, fresh);
}

/** The network without a node; what read it reads its first input. */
function dropNode(spec: NetworkSpec, id: string): NetworkSpec {
  const index = indexOf(spec, id);
  const [before] = spec.nodes[index].from;
  return redirected({ ...spec, nodes: spec.nodes.toSpliced(index, 1) }, id, before);
}

/** Each node's layer replaced by what `change` gives; the same layer stays, null leaves the node out. */
export function mapLayers(spec: NetworkSpec, change: (node: ResolvedNode) => LayerSpec | null): NetworkSpec {
  return resolveNetwork(spec).reduce((changed, node) => {
    const layer = change(node);
    if (layer === node.layer) return changed;
    return layer ? replaceLayer(changed, node.name, layer) : dropNode(changed, node.name);
  }, spec);
}

/** A layer between a node and its first input. */
export function insertBefore(spec: NetworkSpec, id: string, layer: LayerSpec): NetworkSpec {
  const index = indexOf(spec, id);
  const reader = spec.nodes[index];
  const [before, ...others] = reader.from;
  const fresh = freeId(spec, layer.kind);
  const placed: NetworkNode = { ...layer, id: fresh, from: [before] };
  return {
    ...spec,
    nodes: spec.nodes.toSpliced(index, 1, placed, { ...reader, from: [fresh, ...others] }),
  };
}

/** A layer between the one output and what made it. */
export function appendLayer(spec: NetworkSpec, layer: LayerSpec): NetworkSpec {
  const fresh = freeId(spec, layer.kind);
  const placed: NetworkNode = { ...layer, id: fresh, from: [spec.outputs[0]] };
  return { ...spec, nodes: [...spec.nodes, placed], outputs: [fresh, ...spec.outputs.slice(1)] };
}

/** A layer between the one input, which then has another shape, and all that read it. */
export function prependLayer(spec: NetworkSpec, input: Shape, layer: LayerSpec): NetworkSpec {
  const changed = withInputShape(spec, input);
  const [{ name }] = changed.inputs;
  const fresh = freeId(spec, layer.kind);
  const rest = redirected(changed, name, fresh);
  return { ...rest, nodes: [{ ...layer, id: fresh, from: [name] }, ...rest.nodes] };
}

/** Another layer in the place of the one that makes the output. */
export const replaceLast = (spec: NetworkSpec, layer: LayerSpec): NetworkSpec =>
  replaceLayer(spec, spec.outputs[0], layer);
