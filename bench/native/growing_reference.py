"""One step of progressive growing (Karras et al. 2018, https://arxiv.org/abs/1710.10196) in PyTorch and double precision.

An outside implementation to hold the engine's losses and gradients against, written from the paper: blocks of two
convolutions for each size, a way to pixels and back at each, the old and the new size blended while one is faded in, real
pictures blended alike. Of the engine it knows the names of the weights. Usage: python3 growing_reference.py FILE, where FILE
holds [{stage, share, sizes, loss, penalty, weights, real, noiseD, noiseG, uniforms}] with share null where nothing is faded;
prints [{dLoss, gLoss, gradients}], the gradients by network and weight name.
"""

import base64
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F

torch.set_default_dtype(torch.float64)
torch.set_num_threads(1)


def decode(tensor):
    values = np.frombuffer(base64.b64decode(tensor['values']), '<f4').astype(np.float64)
    return torch.from_numpy(values.reshape(tensor['shape']).copy())


def leaky(x):
    return F.leaky_relu(x, 0.2)


def pixel_norm(x):
    return x / torch.sqrt((x**2).mean(1, keepdim=True) + 1e-8)


def double(x):
    return F.interpolate(x, scale_factor=2, mode='nearest')


def convolve(weights, name, x):
    # Kernels are [height, width, in, out].
    kernel = weights[f'{name}/kernel'].permute(3, 2, 0, 1)
    return F.conv2d(x, kernel, weights[f'{name}/bias'], padding=kernel.shape[2] // 2)


def dense(weights, name, x):
    return x @ weights[f'{name}/kernel'] + weights[f'{name}/bias']


def generate(weights, latents, case):
    """Pictures [b, c, h, w] of the largest size."""
    channels = weights['conv2_0/kernel'].shape[2]
    side = int((weights['dense_0/kernel'].shape[1] // channels) ** 0.5)
    x = dense(weights, 'dense_0', latents).reshape(-1, side, side, channels).permute(0, 3, 1, 2)
    x = pixel_norm(leaky(convolve(weights, 'conv2_0', pixel_norm(leaky(x)))))
    before = x
    for size in range(1, case['stage'] + 1):
        before = x
        x = pixel_norm(leaky(convolve(weights, f'conv1_{size}', double(x))))
        x = pixel_norm(leaky(convolve(weights, f'conv2_{size}', x)))
    stage, share = case['stage'], case['share']
    pixels = convolve(weights, f'toPixels_{stage}', x)
    if share is not None:
        old = double(convolve(weights, f'toPixels_{stage - 1}', before))
        pixels = (1 - share) * old + share * pixels
    pixels = torch.tanh(pixels)
    for _ in range(case['sizes'] - 1 - stage):
        pixels = double(pixels)
    return pixels


def judge(weights, pictures, case):
    """Scores [b, 1]."""
    stage, share = case['stage'], case['share']
    pixels = F.avg_pool2d(pictures, 2 ** (case['sizes'] - 1 - stage))
    x = leaky(convolve(weights, f'fromPixels_{stage}', pixels))
    for size in range(stage, 0, -1):
        x = leaky(convolve(weights, f'conv1_{size}', x))
        x = F.avg_pool2d(leaky(convolve(weights, f'conv2_{size}', x)), 2)
        if size == stage and share is not None:
            old = leaky(convolve(weights, f'fromPixels_{stage - 1}', F.avg_pool2d(pixels, 2)))
            x = (1 - share) * old + share * x
    # One number for the whole batch: how much its pictures differ, on average over channels and places.
    deviation = torch.sqrt(x.var(0, unbiased=False) + 1e-8).mean()
    x = torch.cat([x, deviation.expand(len(x), 1, *x.shape[2:])], 1)
    x = leaky(convolve(weights, 'conv1_0', x))
    x = leaky(dense(weights, 'dense_0', x.permute(0, 2, 3, 1).flatten(1)))
    return dense(weights, 'dense_1', x)


def real_pictures(pictures, case):
    """What the new size adds to real pictures counts as much as it does in drawn ones."""
    stage, share = case['stage'], case['share']
    if share is None:
        return pictures
    factor = 2 ** (case['sizes'] - 1 - stage)
    now = F.avg_pool2d(pictures, factor)
    blended = (1 - share) * double(F.avg_pool2d(now, 2)) + share * now
    return F.interpolate(blended, scale_factor=factor, mode='nearest')


def entropy(scores, target):
    return (F.softplus(scores) - target * scores).mean()


def step(case):
    nets = {
        name: {key: decode(value).requires_grad_() for key, value in weights.items()}
        for name, weights in case['weights'].items()
    }
    g, d = nets['generator'], nets['discriminator']
    real = real_pictures(decode(case['real']).permute(0, 3, 1, 2), case)
    fake = generate(g, decode(case['noiseD']), case).detach()
    on_real, on_fake = judge(d, real, case), judge(d, fake, case)
    if case['loss'] == 'wgan-gp':
        uniform = decode(case['uniforms'])
        between = (uniform * fake + (1 - uniform) * real).requires_grad_()
        slope = torch.autograd.grad(judge(d, between, case).sum(), between, create_graph=True)[0]
        length = torch.sqrt((slope**2).flatten(1).sum(1))
        d_loss = on_fake.mean() - on_real.mean()
        whole = d_loss + case['penalty'] * ((length - 1) ** 2).mean()
    else:
        d_loss = whole = 0.5 * (entropy(on_real, 1) + entropy(on_fake, 0))
    # Weights of what is faded out or in do not learn, and the rest all do.
    learning = {name: {k: w for k, w in net.items() if not k.startswith('fade')} for name, net in nets.items()}
    gradients = {}

    def note(name, loss):
        found = torch.autograd.grad(loss, list(learning[name].values()))
        for key, gradient in zip(learning[name], found):
            gradients[f'{name}/{key}'] = gradient.flatten().tolist()

    note('discriminator', whole)
    scores = judge(d, generate(g, decode(case['noiseG']), case), case)
    g_loss = -scores.mean() if case['loss'] == 'wgan-gp' else entropy(scores, 1)
    note('generator', g_loss)
    return {'dLoss': d_loss.item(), 'gLoss': g_loss.item(), 'gradients': gradients}


if __name__ == '__main__':
    with open(sys.argv[1], encoding='utf-8') as file:
        print(json.dumps([step(case) for case in json.load(file)]))
