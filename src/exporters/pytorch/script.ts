// A network as a PyTorch script and its weights as an .npz: the same layers in the same order, batch norms unfolded.
// PyTorch has channels first; the script takes and gives channels last where the network does.
import { strToU8, zipSync, type Zippable } from 'fflate';
import { kernelOrder, transpose } from '../../graph/kernelLayouts';
import { UnsupportedModelError, type TrainedWeights } from '../../graph/graph';
import {
  isChain,
  networkTotals,
  resolveNetwork,
  type NetworkSpec,
  type ResolvedNode,
} from '../../core/network';
import { float32Npy } from '../formats/npy';
import { torchCode } from './kinds';
import { moduleDefinitions } from './modules';
import { describedNetwork, DESCRIPTION, TORCH_NAMES, type SaidInput } from './weightNames';

const FIXED_TIME = new Date(1980, 0, 1);

interface TorchWeight {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

function torchWeightsOf(node: ResolvedNode, trained: TrainedWeights): readonly TorchWeight[] {
  return node.weights.map(({ role, shape }) => {
    const found = trained.get(`${node.name}/${role}`);
    if (!found || found.shape.join() !== shape.join()) {
      throw new UnsupportedModelError(
        `The weight ${node.name}/${role} is ${found?.shape.join(' x ') ?? 'missing'}.`,
        'The run was saved by another version of the model; train it again.',
      );
    }
    if (role === 'spectralIn' || role === 'spectralOut') {
      throw new UnsupportedModelError(
        `Layer ${node.name} still has its spectral normalization.`,
        'Choose a format that holds the generator alone.',
      );
    }
    const order = role === 'kernel' ? kernelOrder(node.layer.kind, 'engine', 'onnx') : null;
    const name = TORCH_NAMES[role];
    return order
      ? { name, shape: order.map((axis) => shape[axis]), values: transpose(found.values, shape, order) }
      : { name, shape, values: found.values };
  });
}

/**
 * The weights as `.npz`, named as the script's `state_dict` names them, with the network's description.
 * @param said how the input of a generator is put together; noise alone when absent
 */
export function torchWeights(
  spec: NetworkSpec,
  trained: TrainedWeights,
  said: SaidInput = {},
): Uint8Array<ArrayBuffer> {
  const files: Zippable = { [DESCRIPTION]: strToU8(describedNetwork(spec, said)) };
  for (const node of resolveNetwork(spec)) {
    for (const w of torchWeightsOf(node, trained)) {
      files[`${node.name}.${w.name}.npy`] = float32Npy(w.values, w.shape);
    }
  }
  return zipSync(files, { level: 0, mtime: FIXED_TIME });
}

interface Forward {
  readonly parameters: string;
  readonly lines: readonly string[];
}

const CHANNELS_FIRST = 'if x.dim() == 4:\n            x = x.permute(0, 3, 1, 2)';
const toChannelsLast = (value: string): string =>
  `${value}.permute(0, 2, 3, 1) if ${value}.dim() == 4 else ${value}`;

/** One value that goes from layer to layer, or a name for each where the network branches. */
function forwardOf(spec: NetworkSpec, nodes: readonly ResolvedNode[]): Forward {
  const used = (node: ResolvedNode, value: (id: string) => string): string => {
    const code = torchCode(node);
    const taken = node.layer.from.map(value);
    return 'module' in code ? `self.${node.name}(${taken.join(', ')})` : code.expression(taken);
  };
  if (isChain(spec)) {
    const steps = nodes.map((node) => `x = ${used(node, () => 'x')}`);
    return { parameters: 'x', lines: [CHANNELS_FIRST, ...steps, `return ${toChannelsLast('x')}`] };
  }
  const value = (id: string): string => `v_${id}`;
  const results = spec.outputs.map((id) => toChannelsLast(value(id)));
  return {
    parameters: spec.inputs.map(({ name }) => value(name)).join(', '),
    lines: [
      ...spec.inputs
        .filter(({ shape }) => shape.length === 3)
        .map(({ name }) => `${value(name)} = ${value(name)}.permute(0, 3, 1, 2)`),
      ...nodes.map((node) => `${value(node.name)} = ${used(node, value)}`),
      results.length === 1 ? `return ${results[0]}` : `return ${results.map((r) => `(${r})`).join(', ')}`,
    ],
  };
}

/** The script; `weightsFile` is what its `load` opens when told nothing else. */
export function torchScript(spec: NetworkSpec, trained: TrainedWeights, weightsFile: string): string {
  const nodes = resolveNetwork(spec);
  const modules = nodes.flatMap((node) => {
    const code = torchCode(node);
    torchWeightsOf(node, trained);
    return 'module' in code ? [{ name: node.name, code: code.module }] : [];
  });
  const definitions = moduleDefinitions(modules.map(({ code }) => code));
  const { parameters, lines } = forwardOf(spec, nodes);
  const drawn = (rows: number): string =>
    spec.inputs.map(({ shape }) => `torch.randn(${[rows, ...shape].join(', ')})`).join(', ');
  const className = spec.name.charAt(0).toUpperCase() + spec.name.slice(1);
  const last = networkTotals(spec).output;
  return `"""${className} exported by Ganvas: the same network in PyTorch, with its trained weights.

    import ${spec.name}
    network = ${spec.name}.load()
    output = network(${drawn(16)})  # [16, ${last.join(', ')}]

Run it as a script to draw from a seed: python ${spec.name}.py 42
"""
import os
import sys

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F


${definitions === '' ? '' : `${definitions}\n\n\n`}class ${className}(nn.Module):
    def __init__(self):
        super().__init__()
${modules.map(({ name, code }) => `        self.${name} = ${code}`).join('\n')}

    def forward(self, ${parameters}):
${lines.map((line) => `        ${line}`).join('\n')}


def load(path=None):
    """The network with its trained weights, ready for inference."""
    path = path or os.path.join(os.path.dirname(os.path.abspath(__file__)), '${weightsFile}')
    network = ${className}()
    weights = {name: torch.from_numpy(values) for name, values in np.load(path).items() if name != '${DESCRIPTION}'}
    missing, unexpected = network.load_state_dict(weights, strict=False)
    # Counters of batch norms are not needed for inference; everything else must be there.
    assert not unexpected and all(name.endswith('num_batches_tracked') for name in missing), (missing, unexpected)
    return network.eval()


if __name__ == '__main__':
    torch.manual_seed(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    with torch.no_grad():
        output = load()(${drawn(4)})
    print(tuple(output.shape), float(output.min()), float(output.max()))
`;
}
