"""Training steps from image to image (Isola et al. 2017) of described networks in PyTorch, for peer.py: what
bench/imageNetworks does, with the layers as quick as PyTorch has them.
"""
import math

import torch
import torch.nn.functional as F

import described_network
from described_network import Network

FIRST = {'channels_last': lambda x: x.permute(0, 3, 1, 2), 'contiguous': lambda x: x.permute(0, 3, 1, 2).contiguous()}
SLOTS = {'kernel': lambda shape: torch.randn(shape) / math.sqrt(max(1, math.prod(shape[:-1]))),
         'gamma': torch.ones, 'beta': torch.zeros, 'bias': torch.zeros}


class Quick(Network):
    def instanceNorm(self, x, layer, name, _):
        y = F.instance_norm(described_network.first(x), weight=self.weights[f'{name}/gamma'],
                            bias=self.weights[f'{name}/beta'], eps=1e-5)
        return y.permute(0, 2, 3, 1)

    def upsample(self, x, *_):
        return F.interpolate(described_network.first(x), scale_factor=2, mode='nearest').permute(0, 2, 3, 1)


def network_of(described: dict, device: str) -> Quick:
    """A network of random weights from its description and their shapes."""
    shapes = described['weights']
    return Quick(described['spec'], {k: SLOTS[k.split('/')[-1]](s).to(device) for k, s in shapes.items()})


class Compiled:
    """A described network whose pass torch.compile has made one program of."""

    def __init__(self, network: Quick):
        self.trainable, self.apply = network.trainable, torch.compile(network.__call__)

    def __call__(self, x):
        return self.apply(x)


class PairRun:
    def __init__(self, question: dict, layout: str, device: str):
        self.first = FIRST[layout]
        torch.manual_seed(1)
        self.generator, self.discriminator = (network_of(question[name], device)
                                              for name in ('generator', 'discriminator'))
        self.adams = [torch.optim.Adam(n.trainable.values(), 2e-4, (0.5, 0.999), 1e-7, foreach=True)
                      for n in (self.generator, self.discriminator)]
        self.given, self.right = (torch.randn(question['batch'], *question.get(name, question['shape']))
                                  for name in ('given', 'right'))

    def compile(self):
        self.generator, self.discriminator = Compiled(self.generator), Compiled(self.discriminator)

    def score(self, answer):
        return self.discriminator(torch.cat([self.given, answer], -1))

    def step(self):
        described_network.first = self.first
        with torch.no_grad():
            drawn = self.generator(self.given)
        on_real, on_drawn = self.score(self.right), self.score(drawn)
        loss = 0.5 * (F.softplus(-on_real).mean() + F.softplus(on_drawn).mean())
        self.update(1, loss)
        drawn = self.generator(self.given)
        self.update(0, F.softplus(-self.score(drawn)).mean() + 100 * (drawn - self.right).abs().mean())

    def update(self, which, loss):
        """Gradients of the one network alone, as in the project."""
        own = list((self.generator, self.discriminator)[which].trainable.values())
        for weight, gradient in zip(own, torch.autograd.grad(loss, own)):
            weight.grad = gradient
        self.adams[which].step()
        loss.item()
