// How much memory a step needs at most, from the descriptions alone, so that it can be shown before training starts.
import { layerDefinition, networkTotals, resolveNetwork, type NetworkSpec } from '../core/network';

const BYTES = 4;
/** Copies of the parameters: values, gradients, two Adam moments. */
const PARAMETER_COPIES = 4;

/** Values of all maps that a gradient pass keeps, for one example: each layer's output and its gradient. */
function keptValues(spec: NetworkSpec): number {
  return resolveNetwork(spec)
    .filter(({ layer }) => layerDefinition(layer.kind).keepsOutput)
    .reduce((sum, { output }) => sum + 2 * output.reduce((p, s) => p * s, 1), 0);
}

/**
 * Upper estimate of the tensors alive at the peak of one training step, in bytes: the generator's update holds both
 * networks' maps and gradients, the discriminator's two passes of its own, and a penalty on its slope the gradients of
 * those gradients. Kernel scratch is not counted.
 */
export function estimatePeakBytes(
  generator: NetworkSpec,
  discriminator: NetworkSpec,
  batch: number,
  differentiatesTwice = false,
): number {
  const parameters = networkTotals(generator).trainable + networkTotals(discriminator).trainable;
  const [g, d] = [keptValues(generator), keptValues(discriminator)];
  return BYTES * (PARAMETER_COPIES * parameters + batch * Math.max(g + d, (differentiatesTwice ? 4 : 2) * d));
}
