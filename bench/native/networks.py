"""Builds a GAN in PyTorch from the layer lists of *Model.json and counts its multiply-adds.

Not a training loop (adversarial.py). Layers behave as in Keras: glorot-uniform kernels, zero biases,
'same' padding with the odd pixel at the end, batch norm with eps 1e-3 and Keras' sense of momentum.
"""

import json
from pathlib import Path

import torch
import torch.nn as nn
import torch.nn.functional as F

HERE = Path(__file__).resolve().parent
MODEL_FILES = {'reference': HERE / 'referenceModel.json', 'light': HERE / 'lightModel.json'}


class Conv(nn.Conv2d):
    """A convolution with TensorFlow's 'same' padding: output side = ceil(side / stride)."""

    def __init__(self, channels, filters, kernel, stride, side):
        total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
        before, after = total // 2, total - total // 2
        super().__init__(channels, filters, kernel, stride, padding=before if before == after else 0)
        self.extra = (before, after, before, after) if before != after else None

    def forward(self, x):
        return super().forward(F.pad(x, self.extra) if self.extra else x)


class Dense(nn.Linear):
    """A dense layer run as a 1x1 convolution: oneDNN, where nn.Linear would use whatever BLAS is installed.

    Debian's default libblas3 reaches 2 GFLOP/s, which would double the reference's step for no fault of PyTorch.
    """

    def forward(self, x):
        return F.conv2d(x[:, :, None, None], self.weight[:, :, None, None], self.bias).flatten(1)


class Reshape(nn.Module):
    def __init__(self, height, width, channels, memory_format):
        super().__init__()
        self.shape, self.memory_format = (channels, height, width), memory_format

    def forward(self, x):
        return x.view(-1, *self.shape).contiguous(memory_format=self.memory_format)


def build(layers, shape, memory_format=torch.channels_last):
    """(network, multiply-adds per image as written, the same with each upsample + conv as phases).

    `shape` is [n] or [height, width, channels] without the batch. A layer is words: 'conv 32 k3 s2'.
    """
    modules, written, phased, upsampled = [], 0, 0, False
    for layer in layers:
        name, *words = layer.split()
        numbers = [float(w) for w in words if w[0] not in 'ks']
        options = {w[0]: int(w[1:]) for w in words if w[0] in 'ks'}
        if name == 'dense':
            modules.append(Dense(shape[0], int(numbers[0])))
            written, phased = written + shape[0] * int(numbers[0]), phased + shape[0] * int(numbers[0])
            shape = [int(numbers[0])]
        elif name == 'conv':
            kernel, stride, filters = options['k'], options.get('s', 1), int(numbers[0])
            modules.append(Conv(shape[2], filters, kernel, stride, shape[0]))
            side = -(-shape[0] // stride)
            cost = side * side * shape[2] * filters * kernel * kernel
            written, phased = written + cost, phased + (cost * 4 // 9 if upsampled and kernel == 3 else cost)
            shape = [side, side, filters]
        elif name == 'upsample':
            modules.append(nn.Upsample(scale_factor=2, mode='nearest'))
            shape = [shape[0] * 2, shape[1] * 2, shape[2]]
        elif name == 'reshape':
            shape = [int(n) for n in numbers]
            modules.append(Reshape(*shape, memory_format))
        elif name == 'zeroPad':
            before, after = (int(n) for n in numbers)
            modules.append(nn.ZeroPad2d((before, after, before, after)))
            shape = [shape[0] + before + after, shape[1] + before + after, shape[2]]
        elif name == 'batchNorm':
            kind = nn.BatchNorm2d if len(shape) == 3 else nn.BatchNorm1d
            modules.append(kind(shape[-1], eps=1e-3, momentum=1 - numbers[0]))
        elif name == 'flatten':
            modules.append(nn.Flatten())
            shape = [shape[0] * shape[1] * shape[2]]
        elif name == 'leakyRelu':
            modules.append(nn.LeakyReLU(numbers[0]))
        elif name == 'dropout':
            modules.append(nn.Dropout(numbers[0]))
        elif name in ('relu', 'tanh'):
            modules.append(nn.ReLU() if name == 'relu' else nn.Tanh())
        else:
            raise ValueError(f'unknown layer {layer!r}')
        upsampled = name == 'upsample'
    network = nn.Sequential(*modules)
    for module in network.modules():
        if isinstance(module, (nn.Linear, nn.Conv2d)):
            nn.init.xavier_uniform_(module.weight)
            nn.init.zeros_(module.bias)
    return network.to(memory_format=memory_format), written, phased


def step_cost(generator: int, discriminator: int, batch: int, d_steps: int) -> int:
    """Multiply-adds of one training step from those of one forward pass per image.

    Per discriminator step: a generator forward, and forward + both gradients (3) on real and on fake.
    Then the generator: its forward + both gradients (3), the discriminator's forward + input gradient (2).
    """
    return batch * (d_steps * (generator + 6 * discriminator) + 3 * generator + 2 * discriminator)


def load_model(name_or_path: str) -> dict:
    return json.loads(Path(MODEL_FILES.get(name_or_path, name_or_path)).read_text())
