// Puts the weights of a changed graph back into the network that the graph was folded from: batch norms keep their
// statistics and factors, and the layer before takes what is left. Folding the result again gives the graph.
import { BATCH_NORM_EPSILON, resolveNetwork, type NetworkSpec, type ResolvedNode } from '../core/network';
import {
  isWeighted,
  UnsupportedModelError,
  type ExportGraph,
  type TrainedWeight,
  type TrainedWeights,
  type WeightedNode,
} from './graph';
import { toPlace } from './kernelLayouts';

/** Below this a batch norm's factor cannot be divided by: it becomes 1. */
const LEAST_FACTOR = 1e-4;

const valuesOf = (weights: TrainedWeights, name: string): Float32Array =>
  weights.get(name)?.values ?? new Float32Array();

function refuse(name: string): never {
  throw new UnsupportedModelError(
    `Layer ${name} cannot be trained through rounding: it was not folded into the layer before it.`,
    'Choose a model whose batch norms follow a dense layer or a convolution.',
  );
}

/** The batch norm that was folded into the layer, or null: the one that alone reads it, through nothing but copies. */
function foldedNorm(spec: NetworkSpec, layers: readonly ResolvedNode[], of: string): ResolvedNode | null {
  const readers = layers.filter(({ layer }) => layer.from.includes(of));
  const [next] = readers;
  if (readers.length !== 1 || spec.outputs.includes(of)) return null;
  if (next.layer.kind === 'batchNorm') return next;
  const copies = next.layer.kind === 'reshape' || next.layer.kind === 'upsample';
  return copies ? foldedNorm(spec, layers, next.name) : null;
}

/** The node's kernel as TensorFlow lays it out, each output channel divided by its factor. */
function kernelOf(node: WeightedNode, factors: Float32Array | null): Float32Array {
  const perOutput = node.weights.length / node.bias.length;
  const divided = factors
    ? node.weights.map((w, i) => w / factors[Math.floor(i / perOutput) % factors.length])
    : node.weights;
  return toPlace(node, divided, 'engine');
}

/**
 * Weights for the network, such that it draws what the graph draws.
 * @param before the weights that the graph was built from, before it changed
 * @throws UnsupportedModelError naming a batch norm that was not folded into the layer before it
 */
export function unfoldWeights(spec: NetworkSpec, before: TrainedWeights, graph: ExportGraph): TrainedWeights {
  const layers = resolveNetwork(spec);
  const after = new Map<string, TrainedWeight>(before);
  const set = (name: string, values: Float32Array): void => {
    const shape = before.get(name)?.shape ?? [values.length];
    after.set(name, { shape, values });
  };
  const done = new Set<string>();
  for (const node of graph.nodes) {
    const resolved = layers.find(({ name }) => name === node.name);
    if (!resolved || !isWeighted(node)) continue;
    if (node.kind === 'scaleShift') refuse(node.name);
    const norm = foldedNorm(spec, layers, resolved.name);
    const factors = norm && normFactors(before, norm);
    set(`${node.name}/kernel`, kernelOf(node, factors?.factors ?? null));
    const ownBias = before.get(`${node.name}/bias`)?.values ?? null;
    if (!norm || !factors) {
      if (!ownBias && node.bias.some((b) => b !== 0)) refuse(node.name);
      if (ownBias) set(`${node.name}/bias`, node.bias);
      continue;
    }
    done.add(norm.name);
    set(`${norm.name}/gamma`, factors.gamma);
    const beta = valuesOf(before, `${norm.name}/beta`);
    const mean = valuesOf(before, `${norm.name}/movingMean`);
    const shift = beta.map((b, c) => b - mean[c] * factors.factors[c]);
    const channels = shift.length;
    const left = node.bias.map((b, o) => b - shift[o % channels]);
    if (ownBias) {
      set(
        `${node.name}/bias`,
        left.map((b, o) => b / factors.factors[o % channels]),
      );
    } else {
      // Alike for all units of a channel: `tiedBiases` says which layers must be trained so.
      set(
        `${norm.name}/beta`,
        beta.map((b, c) => b + left[c]),
      );
    }
  }
  const missed = layers.find(({ name, layer }) => layer.kind === 'batchNorm' && !done.has(name));
  if (missed) refuse(missed.name);
  return after;
}

function normFactors(before: TrainedWeights, { name, layer }: ResolvedNode) {
  const epsilon = (layer.kind === 'batchNorm' ? layer.epsilon : undefined) ?? BATCH_NORM_EPSILON;
  const variance = valuesOf(before, `${name}/movingVariance`);
  const gamma = valuesOf(before, `${name}/gamma`).map((g, c) => {
    const spread = Math.sqrt(variance[c] + epsilon);
    return Math.abs(g / spread) < LEAST_FACTOR ? spread : g;
  });
  return { gamma, factors: gamma.map((g, c) => g / Math.sqrt(variance[c] + epsilon)) };
}

/** Layers whose folded biases must stay as they are: the network holds one number for many of them, or none. */
export function tiedBiases(spec: NetworkSpec): ReadonlySet<string> {
  const layers = resolveNetwork(spec);
  return new Set(
    layers
      .filter(({ name, layer, weights, output }) => {
        const roles = weights.map(({ role }) => role);
        if (!roles.includes('kernel') || roles.includes('bias')) return false;
        const norm = foldedNorm(spec, layers, name);
        if (!norm) return true; // there is no place for a bias
        return layer.kind === 'dense' && norm.input[norm.input.length - 1] < output[0];
      })
      .map(({ name }) => name),
  );
}
