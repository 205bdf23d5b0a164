"""Retraining of a classifier in PyTorch and double precision, from given weights and pictures (or features of pictures).

An outside implementation to hold tasks/retrain against, written from the description of the layers. Usage:
python3 retrain_reference.py FILE, where FILE holds [{network, weights, steps: [{given, labels, rate}], tested}]; prints
[{losses, moments, weights, named}]: the loss of each step, what stands after the last, and the classes of what is tested.
"""

import json
import math
import os
import sys
import traceback

import torch
import torch.nn.functional as F

from described_network import Network
from step_reference import decode, encode

torch.set_num_threads(1)
BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-7


def run(case):
    network = Network(case['network'], {name: decode(t) for name, t in case['weights'].items()})
    frozen = {node['id'] for node in case['network']['nodes'] if node.get('frozen')}
    learning = {k: w for k, w in network.trainable.items() if k.split('/')[0] not in frozen}
    first = {k: torch.zeros_like(w) for k, w in learning.items()}
    second = {k: torch.zeros_like(w) for k, w in learning.items()}
    losses = []
    for count, step in enumerate(case['steps'], 1):
        loss = F.cross_entropy(network(decode(step['given'])), torch.tensor(step['labels']))
        losses.append(loss.item())
        grads = torch.autograd.grad(loss, list(learning.values()))
        rate = step['rate'] * math.sqrt(1 - BETA2**count) / (1 - BETA1**count)
        with torch.no_grad():
            for (k, w), grad in zip(learning.items(), grads):
                first[k] = BETA1 * first[k] + (1 - BETA1) * grad
                second[k] = BETA2 * second[k] + (1 - BETA2) * grad**2
                w -= rate * first[k] / (torch.sqrt(second[k]) + EPSILON)
    with torch.no_grad():
        named = network(decode(case['tested'])).argmax(1).tolist() if case.get('tested') else []
    return {
        'losses': losses,
        'moments': {k: encode(v) for k, v in first.items()},
        'weights': {k: encode(w) for k, w in learning.items()},
        'named': named,
    }


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([run(case) for case in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
