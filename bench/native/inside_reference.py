"""What is found inside of described networks, in PyTorch and double precision: gradients of both losses on one step's
batches, and the slope of the discriminator's score by a picture in inference mode. Input as step_reference.py's, with
`picture` and `imageClass` beside; prints [{flow: {network/weight: gradient}, losses, slopes, realness}]. Nothing learns.
"""

import json
import os
import sys
import traceback

import torch

from described_network import Network
from step_reference import Head, d_loss, decode, encode, g_loss, gradients, pack, penalty


class Settled(Network):
    """As it draws and judges outside of training: batch norms by their moving statistics."""

    def batchNorm(self, x, layer, name, _):
        mean, variance = (self.weights[f'{name}/moving{which}'] for which in ('Mean', 'Variance'))
        y = (x - mean) / torch.sqrt(variance + layer.get('epsilon', 1e-3))
        return y * self.weights[f'{name}/gamma'] + self.weights[f'{name}/beta']


def inside(run):
    weights = {k: {n: decode(t) for n, t in run['weights'][k].items()} for k in ('generator', 'discriminator')}
    generator, discriminator = (Network(run[k], weights[k]) for k in ('generator', 'discriminator'))
    settings, head = run['settings'], Head(run['settings'].get('classes'))
    inputs = {k: decode(t) for k, t in run['inputs'].items()}
    name, params, packing = settings['loss'], settings['lossParams'], settings['packing']
    rows_d, rows_g = inputs.get('classesD'), inputs.get('classesG')

    with torch.no_grad():
        fake = pack(generator(inputs['noiseD'], False), packing)
    real = pack(inputs['real'], packing)
    out_real, out_fake = discriminator(real, False), discriminator(fake, False)
    d_total = d_loss(name, head.score(out_real, rows_d), head.score(out_fake, rows_d), params)
    surprise = head.surprise(out_fake, rows_d)
    if surprise is not None:
        labelled = settings['classes']['source'] == 'labels'
        d_total = d_total + ((surprise + head.surprise(out_real, rows_d)) / 2 if labelled else surprise)
    extra = penalty(name, discriminator, head, real, fake, rows_d, inputs.get('uniforms'), params)
    if extra is not None:
        d_total = d_total + extra
    grads_d = gradients(d_total, discriminator)

    def on_real():
        return head.score(discriminator(pack(inputs['nextReal'], packing), False), inputs.get('nextClasses'))

    out = discriminator(pack(generator(inputs['noiseG'], False), packing), False)
    g_total = g_loss(name, head.score(out, rows_g), on_real)
    shown = head.surprise(out, rows_g)
    if shown is not None and settings['classes']['head'] == 'auxiliary':
        g_total = g_total + shown
    grads_g = gradients(g_total, generator)

    picture = decode(run['picture']).requires_grad_()
    rows = None
    if settings.get('classes') is not None:
        rows = torch.zeros(1, out.shape[1] - 1)
        rows[0, run['imageClass']] = 1
    score = head.score(Settled(run['discriminator'], weights['discriminator'])(torch.cat([picture] * packing, 3)), rows)
    (slopes,) = torch.autograd.grad(score.sum(), picture)
    return {
        'losses': {'generator': g_total.item(), 'discriminator': d_total.item()},
        'flow': {f'{n}/{k}': encode(g) for n, grads in (('generator', grads_g), ('discriminator', grads_d))
                 for k, g in grads.items()},
        'slopes': encode(slopes), 'score': score.item(),
    }


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([inside(run) for run in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
