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

/** How the input of a generator is put together: `input`, or how many generators share it; nothing for other networks. */
export interface SaidInput {
  readonly input?: GeneratorInput | null;
  readonly generators?: number;
}

export const describedNetwork = (spec: NetworkSpec, { input, generators = 1 }: SaidInput): string =>
  JSON.stringify({
    format: DESCRIPTION_FORMAT,
    version: 1,
    ...(input && { input }),
    ...(input === null && generators > 1 && { generators }),
    network: { inputs: spec.inputs, nodes: spec.nodes, outputs: spec.outputs },
  });
