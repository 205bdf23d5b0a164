"""One adversarial training step of any described pair of networks, in PyTorch and double precision.

An outside implementation to hold the engine's gradients and losses against: written from the papers and from the
description of the layers (src/core/layers), not from the code. Not a training loop (adversarial.py). Dropout,
augmentation and noise are off; the inputs of the step come with it. Usage: python3 step_reference.py FILE, where FILE
holds [{generator, discriminator, settings, inputs, weights}]; prints [{dLoss, gLoss, generator, discriminator}] with the
gradients by weight name and the moving statistics.
"""

import base64
import json
import math
import os
import sys
import traceback

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def decode(tensor):
    values = np.frombuffer(base64.b64decode(tensor['values']), '<f4').astype(np.float64)
    return torch.from_numpy(values.reshape(tensor['shape']).copy())


def encode(tensor):
    return base64.b64encode(tensor.detach().contiguous().numpy().astype('<f8').tobytes()).decode()


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
        values = {self.spec['inputs'][0]['name']: x}
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


def cross_entropy(logits, target):
    return (F.softplus(logits) - target * logits).mean()


def d_loss(name, real, fake, params):
    if name in ('non-saturating', 'saturating'):
        return 0.5 * (cross_entropy(real, 1 - params['labelSmoothing']) + cross_entropy(fake, 0))
    if name == 'least-squares':
        return 0.5 * (((real - 1) ** 2).mean() + (fake**2).mean())
    if name == 'hinge':
        return 0.5 * (F.relu(1 - real).mean() + F.relu(1 + fake).mean())
    if name.startswith('wgan'):
        return fake.mean() - real.mean()
    return F.softplus(fake - real).mean()


def g_loss(name, fake, real):
    if name == 'non-saturating':
        return cross_entropy(fake, 1)
    if name == 'saturating':
        return -F.softplus(fake).mean()
    if name == 'least-squares':
        return ((fake - 1) ** 2).mean()
    if name in ('hinge', 'wgan-gp', 'wgan-clipping'):
        return -fake.mean()
    return F.softplus(real() - fake).mean()


class Head:
    """How outputs are read where there are classes: Miyato & Koyama 2018, Odena et al. 2017, Ghosh et al. 2018."""

    def __init__(self, use):
        self.use = use

    def score(self, out, rows):
        if self.use is None:
            return out
        own, of_classes = out[:, :1], out[:, 1:]
        if self.use['head'] == 'projection':
            return own + (of_classes * rows).sum(1, keepdim=True)
        return own if self.use['head'] == 'auxiliary' else own - torch.logsumexp(of_classes, 1, keepdim=True)

    def surprise(self, out, rows):
        if self.use is None or self.use['head'] == 'projection':
            return None
        return -(F.log_softmax(out[:, 1:], 1) * rows).sum(1).mean()


def penalty(name, discriminator, head, real, fake, rows, uniforms, params):
    def slopes(images):
        images = images.detach().requires_grad_()
        total = head.score(discriminator(images, False), rows).sum()
        (gradient,) = torch.autograd.grad(total, images, create_graph=True)
        return (gradient.reshape(len(gradient), -1) ** 2).sum(1)

    if name == 'wgan-gp':
        lengths = torch.sqrt(slopes(real + (fake - real) * uniforms) + 1e-12)
        return params['penalty'] * ((lengths - 1) ** 2).mean()
    if name == 'relativistic-r1-r2':
        return params['gamma'] / 2 * (slopes(real).mean() + slopes(fake).mean())
    return None


def gradients(total, network, extra=None):
    whole = total if extra is None else total + extra
    values = torch.autograd.grad(whole, list(network.trainable.values()), allow_unused=True)
    return {k: torch.zeros_like(w) if g is None else g for (k, w), g in zip(network.trainable.items(), values)}


def pack(images, count):
    return torch.cat(images.chunk(count), 3) if count > 1 else images


def step(run):
    weights = {k: {n: decode(t) for n, t in run['weights'][k].items()} for k in ('generator', 'discriminator')}
    generator, discriminator = (Network(run[k], weights[k]) for k in ('generator', 'discriminator'))
    settings, head = run['settings'], Head(run['settings'].get('classes'))
    inputs = {k: decode(t) for k, t in run['inputs'].items()}
    name, params, packing = settings['loss'], settings['lossParams'], settings['packing']
    rows_d, rows_g = inputs.get('classesD'), inputs.get('classesG')

    discriminator.refine()
    with torch.no_grad():
        fake = pack(generator(inputs['noiseD']), packing)
    real = pack(inputs['real'], packing)
    out_real, out_fake = discriminator(real), discriminator(fake)
    d_total = d_loss(name, head.score(out_real, rows_d), head.score(out_fake, rows_d), params)
    surprise = head.surprise(out_fake, rows_d)
    if surprise is not None:
        labelled = settings['classes']['source'] == 'labels'
        d_total = d_total + ((surprise + head.surprise(out_real, rows_d)) / 2 if labelled else surprise)
    extra = penalty(name, discriminator, head, real, fake, rows_d, inputs.get('uniforms'), params)
    grads_d = gradients(d_total, discriminator, extra)

    with torch.no_grad():
        # Adam's first update, in TensorFlow's form.
        rate = settings['learningRateD'] * math.sqrt(1 - settings['beta2']) / (1 - settings['beta1'])
        for key, weight in discriminator.trainable.items():
            g = grads_d[key]
            m, v = (1 - settings['beta1']) * g, (1 - settings['beta2']) * g * g
            weight -= rate * m / (torch.sqrt(v) + 1e-7)
            if name == 'wgan-clipping':
                weight.clamp_(-params['bound'], params['bound'])

    out = discriminator(pack(generator(inputs['noiseG']), packing))

    def on_real():
        return head.score(discriminator(pack(inputs['nextReal'], packing)), inputs.get('nextClasses'))

    g_total = g_loss(name, head.score(out, rows_g), on_real)
    shown = head.surprise(out, rows_g)
    if shown is not None and settings['classes']['head'] == 'auxiliary':
        g_total = g_total + shown
    grads_g = gradients(g_total, generator)
    return {
        'dLoss': d_total.item(), 'gLoss': g_total.item(),
        'gradients': {f'{n}/{k}': encode(g) for n, grads in (('generator', grads_g), ('discriminator', grads_d))
                      for k, g in grads.items()},
        'moving': {f'{n}/{k}': encode(v) for n, net in (('generator', generator), ('discriminator', discriminator))
                   for k, v in net.moving.items()},
    }


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([step(run) for run in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
