"""Steps of a feed-forward style student in PyTorch (Johnson et al. 2016, Dumoulin et al. 2017), as a reference and to be timed.
Called with the path of a JSON file: a list of jobs; prints a JSON list. The networks are described_network.py's and the losses
gatys_reference.py's, both written from papers and descriptions.

A job: `networks` {generator}, `weights` {generator: {name: {shape, values}}}, `settings` (a run's), `features` (a job of gatys_reference.py
without pictures), `styles` {shape, values}, `steps` [{given, styles}]; of one to be timed `time` (threads) and `frame` (a picture).
"""
import json
import os
import sys
import time
import traceback

import torch

# Behind this folder.
sys.path.append(os.path.join(os.path.dirname(__file__), '..', 'native'))

import torch.nn.functional as F
from described_network import Network
from gatys_reference import features, read_weights
from step_reference import decode, encode
from translation_reference import Adam


def grams(maps):
    """[b, c, h, w] to [b, c, c]."""
    b, c, h, w = maps.shape
    rows = maps.reshape(b, c, h * w)
    return rows @ rows.transpose(1, 2) / (c * h * w)


class Perceptual:
    def __init__(self, job, dtype):
        self.job = job['features']
        self.weights = read_weights(self.job, dtype)
        self.wanted = {name for name, _ in self.job['content'] + self.job['style']}
        styles = decode(job['styles']).to(dtype)
        with torch.no_grad():
            maps = self.maps(styles)
            self.grams = {name: grams(maps[name]) for name, _ in self.job['style']}

    def maps(self, pictures):
        if pictures.shape[3] == 1:
            pictures = pictures.repeat(1, 1, 1, 3)
        return features(self.job, self.weights, pictures.permute(0, 3, 1, 2), self.wanted)

    def __call__(self, given, made, styles):
        with torch.no_grad():
            wanted = self.maps(given)
        found = self.maps(made)
        content = sum(w * F.mse_loss(found[name], wanted[name]) for name, w in self.job['content'])
        style = sum(w * F.mse_loss(grams(found[name]), self.grams[name][styles]) for name, w in self.job['style'])
        smooth = F.mse_loss(made[:, 1:], made[:, :-1]) + F.mse_loss(made[:, :, 1:], made[:, :, :-1])
        return {'content': content, 'style': style, 'smooth': smooth}


def opened(job, dtype):
    spec = job['networks']['generator']
    weights = {name: decode(t).to(dtype) for name, t in job['weights']['generator'].items()}
    network = Network(spec, weights)
    return network, Adam(network, job['settings']), Perceptual(job, dtype)


def paint(network, given, styles):
    if len(network.spec['inputs']) == 1:
        return network(given)
    return network({network.spec['inputs'][0]['name']: given, 'class': styles.reshape(-1, 1).to(given.dtype)})


def step(network, adam, perceptual, settings, given, styles):
    losses = perceptual(given, paint(network, given, styles), styles)
    params = settings['taskParams']
    total = sum(params[f'{name}Weight'] * value for name, value in losses.items())
    grads = torch.autograd.grad(total, list(network.trainable.values()))
    adam.update(dict(zip(network.trainable, grads)), settings['learningRateG'])
    return {'generator': total, **losses}


def inputs(one, dtype):
    given = decode(one['given']).to(dtype)
    styles = torch.tensor(one['styles']) if one['styles'] else torch.zeros(len(given), dtype=torch.long)
    return given, styles


def agreement(job):
    network, adam, perceptual = opened(job, torch.float64)
    found = []
    for one in job['steps']:
        losses = step(network, adam, perceptual, job['settings'], *inputs(one, torch.float64))
        found.append({
            'losses': {name: value.item() for name, value in losses.items()},
            'moments': {f'generator/{name}': encode(value) for name, value in adam.m.items()},
            'weights': {f'generator/{name}': encode(value) for name, value in network.trainable.items()},
        })
    return found


def timing(job):
    torch.set_num_threads(job['time'])
    network, adam, perceptual = opened(job, torch.float32)
    given, styles = inputs(job['steps'][0], torch.float32)
    frame = decode(job['frame']).to(torch.float32)
    found = {'step': [], 'frame': []}
    for _ in range(job['repeats']):
        began = time.perf_counter()
        step(network, adam, perceptual, job['settings'], given, styles)
        found['step'].append(time.perf_counter() - began)
    with torch.no_grad():
        for _ in range(job['repeats']):
            began = time.perf_counter()
            paint(network, frame, styles[:1])
            found['frame'].append(time.perf_counter() - began)
    return found


if __name__ == '__main__':
    try:
        with open(sys.argv[1]) as file:
            json.dump([timing(job) if job.get('time') else agreement(job) for job in json.load(file)], sys.stdout)
    except Exception:
        # This PyTorch may hang at its own end after a failed gradient.
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
