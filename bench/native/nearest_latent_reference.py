"""The search for the nearest latent (AnoGAN, Schlegl et al. 2017, section 2.2) in PyTorch and double precision, on described
networks as they draw and judge outside of training. Input: [{generator, discriminator, settings, weights, latents, classRows,
pictures, features: {share, value}, learningRate, steps}]; prints [{path: latents after each update, losses before each}].
The layer whose features count is the caller's to name; Adam is Kingma & Ba's with epsilon hat (section 2), as TensorFlow has it.
"""

import json
import math
import os
import sys
import traceback

import torch

from inside_reference import Settled
from step_reference import decode, encode


def features_at(network, value, pictures):
    """What the network makes of pictures up to one node."""
    end = next(i for i, node in enumerate(network.spec['nodes']) if node['id'] == value)
    part = {**network.spec, 'nodes': network.spec['nodes'][:end + 1], 'outputs': [value]}
    return Settled(part, network.weights)(pictures)


def generator_input(z, rows, settings):
    """Noise with its class beside it, or in the slot of the generator that draws."""
    classes = settings.get('classes')
    if classes is None:
        return z
    if classes['source'] == 'labels':
        return torch.cat([z, rows], 1)
    return torch.cat([z * rows[:, i:i + 1] for i in range(rows.shape[1])], 1)


def search(run):
    weights = {k: {n: decode(t) for n, t in run['weights'][k].items()} for k in ('generator', 'discriminator')}
    generator, discriminator = (Settled(run[k], weights[k]) for k in ('generator', 'discriminator'))
    z = decode(run['latents']).requires_grad_()
    rows = decode(run['classRows']) if 'classRows' in run else None
    pictures, packing, look = decode(run['pictures']), run['settings']['packing'], run['features']
    axes = (1, 2, 3)

    def seen(images):
        f = features_at(discriminator, look['value'], torch.cat([images] * packing, 3))
        return f.reshape(len(f), -1)

    wanted = seen(pictures).detach() if look['share'] > 0 else None
    m, v = torch.zeros_like(z), torch.zeros_like(z)
    path, losses = [], []
    for step in range(run['steps']):
        drawn = generator(generator_input(z, rows, run['settings']))
        each = (drawn - pictures).abs().mean(axes)
        if wanted is not None:
            each = (1 - look['share']) * each + look['share'] * (seen(drawn) - wanted).abs().mean(1)
        (gradient,) = torch.autograd.grad(each.sum(), z)
        m, v = 0.9 * m + 0.1 * gradient, 0.999 * v + 0.001 * gradient ** 2
        rate = run['learningRate'] * (1 + math.cos(math.pi * step / run['steps'])) / 2
        rate *= math.sqrt(1 - 0.999 ** (step + 1)) / (1 - 0.9 ** (step + 1))
        z = (z.detach() - rate * m / (v.sqrt() + 1e-7)).requires_grad_()
        path.append(encode(z.detach()))
        losses.append(encode(each.detach()))
    return {'path': path, 'losses': losses}


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([search(run) for run in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
