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

from described_network import Network

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def decode(tensor):
    values = np.frombuffer(base64.b64decode(tensor['values']), '<f4').astype(np.float64)
    return torch.from_numpy(values.reshape(tensor['shape']).copy())


def encode(tensor):
    return base64.b64encode(tensor.detach().contiguous().numpy().astype('<f8').tobytes()).decode()


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
