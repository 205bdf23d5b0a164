// A network as a PyTorch script and its weights as an .npz: the same layers in the same order, batch norms unfolded.
// PyTorch has channels first; the script takes and gives channels last where the network does.
import { zipSync, type Zippable } from 'fflate';
import { transpose } from '../../graph/kernelLayouts';
import { UnsupportedModelError, type TrainedWeights } from '../../graph/graph';
import {
  inputShape,
  BATCH_NORM_EPSILON,
  EXAMPLE_NORM_EPSILON,
  LEAKY_ALPHA,
  chainLayers,
  samePadding,
  type NetworkSpec,
  type ResolvedNode,
} from '../../core/network';
import { float32Npy } from '../formats/npy';

const FIXED_TIME = new Date(1980, 0, 1);

interface TorchLayer {
  readonly name: string;
  /** A module's constructor, without `nn.`'s prefix left out. */
  readonly code: string;
  readonly weights: readonly {
    readonly name: string;
    readonly shape: readonly number[];
    readonly values: Float32Array;
  }[];
}

const KERNEL_ORDER = {
  dense: [1, 0],
  conv2d: [3, 2, 0, 1],
  depthwiseConv2d: [2, 3, 0, 1],
  conv2dTranspose: [3, 2, 0, 1],
} as const;

const hasKernel = (kind: string): kind is keyof typeof KERNEL_ORDER => kind in KERNEL_ORDER;

const TORCH_NAMES = {
  kernel: 'weight',
  bias: 'bias',
  gamma: 'weight',
  beta: 'bias',
  movingMean: 'running_mean',
  movingVariance: 'running_var',
} as const;

const python = (value: boolean): string => (value ? 'True' : 'False');

function codeOf({ layer, name, input, output }: ResolvedNode): string {
  switch (layer.kind) {
    case 'dense':
      return `nn.Linear(${input[0]}, ${layer.units}, bias=${python(layer.useBias !== false)})`;
    case 'conv2d': {
      const { filters, kernel, stride = 1, padding = 'same', useBias } = layer;
      const sides = [0, 1].map((axis) =>
        padding === 'same' ? samePadding(input[axis], kernel, stride) : [0, 0],
      );
      const pad = `(${sides[1].join(', ')}, ${sides[0].join(', ')})`; // left, right, top, bottom
      return `PaddedConv(${pad}, ${input[2]}, ${filters}, ${kernel}, stride=${stride}, bias=${python(useBias !== false)})`;
    }
    case 'depthwiseConv2d': {
      const { kernel, stride = 1, useBias } = layer;
      const sides = [0, 1].map((axis) => samePadding(input[axis], kernel, stride));
      const pad = `(${sides[1].join(', ')}, ${sides[0].join(', ')})`;
      const channels = input[2];
      return `PaddedConv(${pad}, ${channels}, ${channels}, ${kernel}, stride=${stride}, groups=${channels}, bias=${python(useBias !== false)})`;
    }
    case 'conv2dTranspose': {
      const { filters, kernel, stride, useBias } = layer;
      const [top, left] = [0, 1].map((axis) => samePadding(output[axis], kernel, stride)[0]);
      const crop = `(${top}, ${left}, ${output[0]}, ${output[1]})`;
      return `CroppedConvTranspose(${crop}, ${input[2]}, ${filters}, ${kernel}, stride=${stride}, bias=${python(useBias !== false)})`;
    }
    case 'batchNorm': {
      const kind = input.length === 3 ? 'BatchNorm2d' : 'BatchNorm1d';
      const momentum = Number((1 - layer.momentum).toPrecision(6));
      return `nn.${kind}(${input[input.length - 1]}, eps=${layer.epsilon ?? BATCH_NORM_EPSILON}, momentum=${momentum})`;
    }
    case 'layerNorm':
    case 'instanceNorm': {
      const channels = input[input.length - 1];
      const groups = layer.kind === 'layerNorm' ? 1 : channels;
      return `nn.GroupNorm(${groups}, ${channels}, eps=${EXAMPLE_NORM_EPSILON})`;
    }
    case 'minibatchStd':
      return 'BatchDeviation()';
    case 'activation':
      return {
        relu: 'nn.ReLU()',
        leakyRelu: `nn.LeakyReLU(${layer.alpha ?? LEAKY_ALPHA})`,
        tanh: 'nn.Tanh()',
        sigmoid: 'nn.Sigmoid()',
      }[layer.fn];
    case 'reshape':
    case 'flatten':
      return `ChannelsLastReshape(${output.join(', ')})`;
    case 'upsample':
      return "nn.Upsample(scale_factor=2, mode='nearest')";
    case 'zeroPad':
      return `nn.ZeroPad2d((${layer.left}, ${layer.right}, ${layer.top}, ${layer.bottom}))`;
    case 'dropout':
      return `nn.Dropout(${layer.rate})`;
    default:
      throw new UnsupportedModelError(
        `Layer ${name} has no counterpart in PyTorch.`,
        'Choose a model made of dense, convolution, batch norm, upsampling and activation layers.',
      );
  }
}

function torchLayer(resolved: ResolvedNode, trained: TrainedWeights): TorchLayer {
  const { layer, name } = resolved;
  const weights = resolved.weights.map(({ role, shape }) => {
    const found = trained.get(`${name}/${role}`);
    if (!found || found.shape.join() !== shape.join()) {
      throw new UnsupportedModelError(
        `The weight ${name}/${role} is ${found?.shape.join(' x ') ?? 'missing'}.`,
        'The run was saved by another version of the model; train it again.',
      );
    }
    if (role === 'spectralIn' || role === 'spectralOut') {
      throw new UnsupportedModelError(
        `Layer ${name} still has its spectral normalization.`,
        'Choose a format that holds the generator alone.',
      );
    }
    const torchName = TORCH_NAMES[role];
    if (role !== 'kernel' || !hasKernel(layer.kind)) return { name: torchName, shape, values: found.values };
    const order = KERNEL_ORDER[layer.kind];
    return {
      name: torchName,
      shape: order.map((a) => shape[a]),
      values: transpose(found.values, shape, order),
    };
  });
  return { name, code: codeOf(resolved), weights };
}

/** The weights as `.npz`, named as the script's `state_dict` names them. */
export function torchWeights(spec: NetworkSpec, trained: TrainedWeights): Uint8Array<ArrayBuffer> {
  const files: Zippable = {};
  for (const resolved of chainLayers(spec)) {
    const { name, weights } = torchLayer(resolved, trained);
    for (const w of weights) files[`${name}.${w.name}.npy`] = float32Npy(w.values, w.shape);
  }
  return zipSync(files, { level: 0, mtime: FIXED_TIME });
}

/** The script; `weightsFile` is what its `load` opens when told nothing else. */
export function torchScript(spec: NetworkSpec, trained: TrainedWeights, weightsFile: string): string {
  const layers = chainLayers(spec).map((resolved) => torchLayer(resolved, trained));
  const className = spec.name.charAt(0).toUpperCase() + spec.name.slice(1);
  const last = chainLayers(spec).at(-1)?.output ?? inputShape(spec);
  return `"""${className} exported by Ganvas: the same network in PyTorch, with its trained weights.

    import ${spec.name}
    network = ${spec.name}.load()
    output = network(torch.randn(16${inputShape(spec)
      .map((s) => `, ${s}`)
      .join('')}))  # [16, ${last.join(', ')}]

Run it as a script to draw from a seed: python ${spec.name}.py 42
"""
import os
import sys

import numpy as np
import torch
from torch import nn
import torch.nn.functional as F


class ChannelsLastReshape(nn.Module):
    """Reshapes as frameworks with channels last do; images inside have channels first."""

    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        if x.dim() == 4:
            x = x.permute(0, 2, 3, 1)
        x = x.reshape(len(x), *self.shape)
        return x.permute(0, 3, 1, 2) if x.dim() == 4 else x


class PaddedConv(nn.Conv2d):
    """A convolution with a border of its own on each side: left, right, top, bottom."""

    def __init__(self, border, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.border = border

    def forward(self, x):
        return super().forward(F.pad(x, self.border))


class CroppedConvTranspose(nn.ConvTranspose2d):
    """A transposed convolution cut to top, left, height, width, as padding 'same' does elsewhere."""

    def __init__(self, crop, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.crop = crop

    def forward(self, x):
        top, left, height, width = self.crop
        y = super().forward(x)
        y = F.pad(y, (0, max(0, left + width - y.shape[3]), 0, max(0, top + height - y.shape[2])))
        return y[:, :, top:top + height, left:left + width]


class BatchDeviation(nn.Module):
    """Appends one channel that says how much the examples of the batch differ."""

    def forward(self, x):
        spread = (x.var(0, unbiased=False) + 1e-8).sqrt().mean()
        return torch.cat([x, spread.expand(len(x), 1, *x.shape[2:])], 1)


class ${className}(nn.Module):
    def __init__(self):
        super().__init__()
${layers.map(({ name, code }) => `        self.${name} = ${code}`).join('\n')}

    def forward(self, x):
        if x.dim() == 4:
            x = x.permute(0, 3, 1, 2)
${layers.map(({ name }) => `        x = self.${name}(x)`).join('\n')}
        return x.permute(0, 2, 3, 1) if x.dim() == 4 else x


def load(path=None):
    """The network with its trained weights, ready for inference."""
    path = path or os.path.join(os.path.dirname(os.path.abspath(__file__)), '${weightsFile}')
    network = ${className}()
    weights = {name: torch.from_numpy(values) for name, values in np.load(path).items()}
    missing, unexpected = network.load_state_dict(weights, strict=False)
    # Counters of batch norms are not needed for inference; everything else must be there.
    assert not unexpected and all(name.endswith('num_batches_tracked') for name in missing), (missing, unexpected)
    return network.eval()


if __name__ == '__main__':
    torch.manual_seed(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
    with torch.no_grad():
        output = load()(torch.randn(4${inputShape(spec)
          .map((s) => `, ${s}`)
          .join('')}))
    print(tuple(output.shape), float(output.min()), float(output.max()))
`;
}
