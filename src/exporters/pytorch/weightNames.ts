// What the arrays of an exported `.npz` are called, as the script's `state_dict` has them, and the description of the network
// that lies among them: NumPy and PyTorch take the arrays, and this page opens the file again by the description.
import type { NetworkSpec, WeightRole } from '../../core/network';
import type { GeneratorInput } from '../../protocol';

/** In the `.npz`; no array, so `numpy.load` gives its bytes. */
export const DESCRIPTION = 'network.json';
export const DESCRIPTION_FORMAT = 'ganvas-network';

export const TORCH_NAMES: Readonly<Record<Exclude<WeightRole, 'spectralIn' | 'spectralOut'>, string>> = {
  kernel: 'weight',
  bias: 'bias',
  alpha: 'weight',
  gamma: 'weight',
  beta: 'bias',
  movingMean: 'running_mean',
  movingVariance: 'running_var',
};

/** @param input of a generator; absent for other networks, and where several generators share one input */
export const describedNetwork = (spec: NetworkSpec, input?: GeneratorInput | null): string =>
  JSON.stringify({
    format: DESCRIPTION_FORMAT,
    version: 1,
    ...(input && { input }),
    network: { inputs: spec.inputs, nodes: spec.nodes, outputs: spec.outputs },
  });
