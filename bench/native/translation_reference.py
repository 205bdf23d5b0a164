"""Steps of CycleGAN and of translation from pairs in PyTorch and double precision, from given weights and pictures.

An outside implementation to hold tasks/cycleGan and tasks/pairTranslation against, written from the papers (Zhu et al. 2017,
Isola et al. 2017) and from the description of the layers. Usage: python3 translation_reference.py FILE, where FILE holds
[{kind, networks, weights, settings, steps}]; prints [[{losses, moments, weights}]], one for each step of each case.
"""

import json
import math
import os
import sys
import traceback

import torch

from described_network import Network
from step_reference import d_loss, decode, encode, g_loss, gradients

torch.set_num_threads(1)


class Adam:
    """In TensorFlow's form: the bias correction in the rate, epsilon beside the root."""

    def __init__(self, network, settings):
        self.network, self.settings, self.count = network, settings, 0
        self.m = {k: torch.zeros_like(w) for k, w in network.trainable.items()}
        self.v = {k: torch.zeros_like(w) for k, w in network.trainable.items()}

    def update(self, grads, rate):
        b1, b2 = self.settings['beta1'], self.settings['beta2']
        self.count += 1
        rate = rate * math.sqrt(1 - b2**self.count) / (1 - b1**self.count)
        with torch.no_grad():
            for k, w in self.network.trainable.items():
                self.m[k] = b1 * self.m[k] + (1 - b1) * grads[k]
                self.v[k] = b2 * self.v[k] + (1 - b2) * grads[k] ** 2
                w -= rate * self.m[k] / (torch.sqrt(self.v[k]) + 1e-7)


def distance(a, b):
    return (a - b).abs().mean()


def scores(network, images):
    return network(images).reshape(-1, 1)


class Pool:
    def __init__(self):
        self.images = []

    def exchange(self, fresh, draw):
        out = [self.images[at] if at >= 0 else fresh[-1 - at] for at in draw['shown']]
        for place, which in enumerate(draw['placed']):
            if which < 0:
                continue
            if place < len(self.images):
                self.images[place] = fresh[which]
            else:
                self.images.append(fresh[which])
        return torch.stack(out)


def cycle_step(nets, adams, pools, settings, inputs):
    name, params, weights = settings['loss'], settings['lossParams'], settings['taskParams']
    a, b = decode(inputs['a']), decode(inputs['b'])
    ab, ba = nets['generatorAB'], nets['generatorBA']
    as_b, as_a = ab(a), ba(b)
    losses = {
        'adversarialAB': g_loss(name, scores(nets['discriminatorB'], as_b), None),
        'adversarialBA': g_loss(name, scores(nets['discriminatorA'], as_a), None),
        'cycleA': distance(ba(as_b), a),
        'cycleB': distance(ab(as_a), b),
        'identity': distance(ba(a), a) + distance(ab(b), b) if weights['identityWeight'] else torch.tensor(0.0),
    }
    total = losses['adversarialAB'] + losses['adversarialBA']
    total = total + weights['cycleWeight'] * (losses['cycleA'] + losses['cycleB'])
    total = total + weights['identityWeight'] * losses['identity']
    both = {i: gradients_of(total, nets[i]) for i in ('generatorAB', 'generatorBA')}
    for i, grads in both.items():
        adams[i].update(grads, settings['learningRateG'])
    for letter, real, fake in (('A', a, as_a), ('B', b, as_b)):
        judge = nets[f'discriminator{letter}']
        shown = pools[letter].exchange(fake.detach(), inputs[f'pool{letter}'])
        loss = d_loss(name, scores(judge, real), scores(judge, shown), params)
        adams[f'discriminator{letter}'].update(gradients(loss, judge), settings['learningRateD'])
        losses[f'discriminator{letter}'] = loss
    return losses


def gradients_of(total, network):
    values = torch.autograd.grad(total, list(network.trainable.values()), retain_graph=True)
    return dict(zip(network.trainable, values))


def pair_step(nets, adams, _, settings, inputs):
    name, params = settings['loss'], settings['lossParams']
    judge, draw = nets['discriminator'], nets['generator']

    def both(part, answer):
        return torch.cat([decode(inputs[part]['given']), answer], 3)

    right = decode(inputs['d']['right'])
    with torch.no_grad():
        drawn = draw(decode(inputs['d']['given']))
    loss = d_loss(name, scores(judge, both('d', right)), scores(judge, both('d', drawn)), params)
    adams['discriminator'].update(gradients(loss, judge), settings['learningRateD'])
    drawn = draw(decode(inputs['g']['given']))
    l1 = distance(drawn, decode(inputs['g']['right']))
    total = g_loss(name, scores(judge, both('g', drawn)), None) + settings['taskParams']['l1Weight'] * l1
    adams['generator'].update(gradients(total, draw), settings['learningRateG'])
    return {'discriminator': loss, 'generator': total, 'l1': l1}


def run(case):
    weights = {i: {n: decode(t) for n, t in own.items()} for i, own in case['weights'].items()}
    nets = {i: Network(spec, weights[i]) for i, spec in case['networks'].items()}
    adams = {i: Adam(net, case['settings']) for i, net in nets.items()}
    pools = {'A': Pool(), 'B': Pool()}
    step = cycle_step if case['kind'] == 'cycle' else pair_step
    found = []
    for inputs in case['steps']:
        losses = step(nets, adams, pools, case['settings'], inputs)
        found.append({
            'losses': {k: v.item() for k, v in losses.items()},
            'moments': {f'{i}/{k}': encode(v) for i, adam in adams.items() for k, v in adam.m.items()},
            'weights': {f'{i}/{k}': encode(w) for i, net in nets.items() for k, w in net.trainable.items()},
        })
    return found


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([run(case) for case in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
