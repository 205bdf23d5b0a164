"""Layers of a network description in PyTorch, for step_reference.py: shapes and weights as the project lays them out
(channels last, `same` as TensorFlow pads), written from the papers and from the definitions of the layers, not from the engine.
"""
import math

import torch
import torch.nn.functional as F


def same(side, kernel, stride):
    """TensorFlow's `same` padding: the odd row goes to the end."""
    total = max((-(-side // stride) - 1) * stride + kernel - side, 0)
    return total // 2, total - total // 2


def activate(x, layer):
    name = layer['fn']
    if name == 'leakyRelu':
        return F.leaky_relu(x, layer.get('alpha', 0.2))
    return {'relu': F.relu, 'tanh': torch.tanh, 'sigmoid': torch.sigmoid, 'relu6': F.relu6, 'elu': F.elu, 'selu': F.selu,
            'gelu': F.gelu, 'geluTanh': lambda v: F.gelu(v, approximate='tanh'), 'swish': F.silu, 'softplus': F.softplus,
            'hardSigmoid': F.hardsigmoid}[name](x)


def pair(sides):
    return tuple(sides) if isinstance(sides, list) else (sides, sides)


def border(x, window, stride, padding='same'):
    """left, right, top, bottom around x [b, c, h, w]."""
    if padding == 'valid':
        return (0, 0, 0, 0)
    (height, width), (down, across) = pair(window), pair(stride)
    return (*same(x.shape[3], width, across), *same(x.shape[2], height, down))


def first(x):
    return x.permute(0, 3, 1, 2).contiguous()


def last(x):
    return x.permute(0, 2, 3, 1)


class Network:
    """A network of the description with given weights; images are [b, h, w, c] between layers."""

    def __init__(self, spec, weights):
        self.spec, self.weights = spec, weights
        self.moving = {k: v.clone() for k, v in weights.items() if '/moving' in k}
        self.trainable = {k: v.requires_grad_() for k, v in weights.items()
                          if '/moving' not in k and '/spectral' not in k}

    def refine(self):
        """One round of power iteration for each spectrally normalized kernel, seen as [all but the last axis, last]."""
        for name, out in list(self.weights.items()):
            if not name.endswith('/spectralOut'):
                continue
            kernel = self.weights[name.replace('spectralOut', 'kernel')].detach()
            matrix = kernel.reshape(-1, kernel.shape[-1]) if out.numel() == kernel.shape[-1] else None
            left = F.normalize(matrix @ out, dim=0)
            self.weights[name.replace('Out', 'In')] = left
            self.weights[name] = F.normalize(left @ matrix, dim=0)

    def kernel(self, name, layer):
        kernel = self.weights[f'{name}/kernel']
        if not layer.get('spectral'):
            return kernel
        left, right = self.weights[f'{name}/spectralIn'], self.weights[f'{name}/spectralOut']
        return kernel / (left @ kernel.reshape(-1, kernel.shape[-1]) @ right)

    def __call__(self, x, moves=True):
        values = x if isinstance(x, dict) else {self.spec['inputs'][0]['name']: x}
        for node in self.spec['nodes']:
            taken = [values[source] for source in node['from']]
            values[node['id']] = getattr(self, node['kind'])(*taken, node, node['id'], moves)
        return values[self.spec['outputs'][0]]

    def biased(self, x, name):
        bias = self.weights.get(f'{name}/bias')
        return x if bias is None else x + bias

    def dense(self, x, layer, name, _):
        return self.biased(x @ self.kernel(name, layer), name)

    def conv2d(self, x, layer, name, _):
        kernel, stride = self.kernel(name, layer), layer.get('stride', 1)
        x = first(x)
        x = F.pad(x, border(x, layer['kernel'], stride, layer.get('padding', 'same')))
        return self.biased(last(F.conv2d(x, kernel.permute(3, 2, 0, 1).contiguous(), stride=pair(stride))), name)

    def depthwiseConv2d(self, x, layer, name, _):
        kernel, stride = self.kernel(name, layer), layer.get('stride', 1)
        x = first(x)
        x = F.pad(x, border(x, layer['kernel'], stride))
        y = F.conv2d(x, kernel.permute(2, 3, 0, 1).contiguous(), stride=pair(stride), groups=kernel.shape[2])
        return self.biased(last(y), name)

    def conv2dTranspose(self, x, layer, name, _):
        kernel, (down, across) = self.weights[f'{name}/kernel'], pair(layer['stride'])
        height, width = x.shape[1] * down, x.shape[2] * across
        # The gradient of a `same` convolution: every input pixel adds its kernel, and what falls on the padding is cut.
        full = F.conv_transpose2d(first(x), kernel.permute(3, 2, 0, 1).contiguous(), stride=(down, across))
        top, left = same(height, kernel.shape[0], down)[0], same(width, kernel.shape[1], across)[0]
        full = F.pad(full, (0, max(0, left + width - full.shape[3]), 0, max(0, top + height - full.shape[2])))
        return self.biased(full[:, :, top:top + height, left:left + width].permute(0, 2, 3, 1), name)

    def upsample(self, x, *_):
        return x.repeat_interleave(2, 1).repeat_interleave(2, 2)

    def reshape(self, x, layer, *_):
        return x.reshape(-1, *layer['shape'])

    def flatten(self, x, *_):
        return x.reshape(len(x), -1)

    def zeroPad(self, x, layer, *_):
        return F.pad(x, (0, 0, layer['left'], layer['right'], layer['top'], layer['bottom']))

    def batchNorm(self, x, layer, name, moves):
        axes = tuple(range(x.dim() - 1))
        mean, variance = x.mean(axes), x.var(axes, unbiased=False)
        if moves:
            n, share = x.numel() / x.shape[-1], 1 - layer['momentum']
            population = variance * (n / (n - 1) if n > 1 else 1)
            for role, value in (('movingMean', mean), ('movingVariance', population)):
                old = self.moving[f'{name}/{role}']
                self.moving[f'{name}/{role}'] = (old + share * (value - old)).detach()
        y = (x - mean) / torch.sqrt(variance + layer.get('epsilon', 1e-3))
        return y * self.weights[f'{name}/gamma'] + self.weights[f'{name}/beta']

    def example_norm(self, x, axes, name):
        y = (x - x.mean(axes, True)) / torch.sqrt(x.var(axes, unbiased=False, keepdim=True) + 1e-5)
        return y * self.weights[f'{name}/gamma'] + self.weights[f'{name}/beta']

    def layerNorm(self, x, layer, name, _):
        return self.example_norm(x, tuple(range(1, x.dim())), name)

    def instanceNorm(self, x, layer, name, _):
        return self.example_norm(x, (1, 2), name)

    def conditionalInstanceNorm(self, x, classes, layer, name, _):
        chosen = classes.reshape(len(x)).long()
        y = (x - x.mean((1, 2), True)) / torch.sqrt(x.var((1, 2), unbiased=False, keepdim=True) + 1e-5)
        gamma, beta = (self.weights[f'{name}/{role}'][chosen].reshape(len(x), 1, 1, -1) for role in ('gamma', 'beta'))
        return y * gamma + beta

    def embedding(self, x, layer, name, _):
        return self.weights[f'{name}/kernel'][x.reshape(len(x)).long()]

    def reflectionPad(self, x, layer, *_):
        sides = (layer['left'], layer['right'], layer['top'], layer['bottom'])
        return last(F.pad(first(x), sides, mode='reflect'))

    def crop(self, x, layer, *_):
        return x[:, layer['top']:x.shape[1] - layer['bottom'], layer['left']:x.shape[2] - layer['right']]

    def resize(self, x, layer, *_):
        down, across = pair(layer['factor'])
        size = (round(x.shape[1] * down), round(x.shape[2] * across))
        return last(F.interpolate(first(x), size=size, mode='bilinear', align_corners=False))

    def averagePool(self, x, layer, *_):
        size, stride = layer['size'], layer.get('stride', layer['size'])
        x = first(x)
        sides = border(x, size, stride, layer.get('padding', 'valid'))
        inside = F.avg_pool2d(F.pad(torch.ones_like(x), sides), pair(size), pair(stride))
        return last(F.avg_pool2d(F.pad(x, sides), pair(size), pair(stride)) / inside)

    def maxPool(self, x, layer, *_):
        size, stride = layer['size'], layer.get('stride', layer['size'])
        x = first(x)
        sides = border(x, size, stride, layer.get('padding', 'valid'))
        return last(F.max_pool2d(F.pad(x, sides, value=-math.inf), pair(size), pair(stride)))

    def globalAveragePool(self, x, *_):
        return x.mean((1, 2))

    def add(self, *given):
        return sum(given[:-3])

    def concat(self, *given):
        return torch.cat(given[:-3], -1)

    def prelu(self, x, layer, name, _):
        return torch.where(x > 0, x, self.weights[f'{name}/alpha'] * x)

    def softmax(self, x, *_):
        return torch.softmax(x, -1)

    def pixelNorm(self, x, *_):
        return x / torch.sqrt((x * x).mean(-1, keepdim=True) + 1e-8)

    def minibatchStd(self, x, *_):
        spread = torch.sqrt(x.var(0, unbiased=False) + 1e-8).mean()
        return torch.cat([x, spread.expand(*x.shape[:-1], 1)], -1)

    def activation(self, x, layer, *_):
        return activate(x, layer)

    def dropout(self, x, *_):
        return x
