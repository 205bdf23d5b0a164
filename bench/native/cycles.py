"""Training steps of CycleGAN (Zhu et al. 2017) of described networks in PyTorch, for peer.py: what tasks/cycleGan does with least
squares and no pool, with the layers as quick as PyTorch has them (pairs.py).
"""
import torch

import described_network
from pairs import FIRST, Compiled, network_of

GENERATORS, JUDGES = ('generatorAB', 'generatorBA'), ('discriminatorA', 'discriminatorB')


def distance(a, b):
    return (a - b).abs().mean()


class CycleRun:
    def __init__(self, question: dict, layout: str, device: str):
        self.first = FIRST[layout]
        torch.manual_seed(1)
        self.nets = {name: network_of(question[name], device) for name in GENERATORS + JUDGES}
        self.adams = {name: torch.optim.Adam(net.trainable.values(), 2e-4, (0.5, 0.999), 1e-7, foreach=True)
                      for name, net in self.nets.items()}
        self.weights = question['factors']
        shape = question['batch'], *question['shape']
        self.a, self.b = torch.randn(shape), torch.randn(shape)

    def compile(self):
        self.nets = {name: Compiled(net) for name, net in self.nets.items()}

    def step(self):
        described_network.first = self.first
        ab, ba, judge_a, judge_b = (self.nets[name] for name in GENERATORS + JUDGES)
        as_b, as_a = ab(self.a), ba(self.b)
        loss = ((judge_b(as_b) - 1) ** 2).mean() + ((judge_a(as_a) - 1) ** 2).mean()
        loss = loss + self.weights['cycle'] * (distance(ba(as_b), self.a) + distance(ab(as_a), self.b))
        loss = loss + self.weights['identity'] * (distance(ba(self.a), self.a) + distance(ab(self.b), self.b))
        self.update(loss, GENERATORS)
        for name, real, made in zip(JUDGES, (self.a, self.b), (as_a.detach(), as_b.detach())):
            judge = self.nets[name]
            self.update(0.5 * (((judge(real) - 1) ** 2).mean() + (judge(made) ** 2).mean()), (name,))

    def update(self, loss, names):
        """Gradients of the named networks alone, as in the project."""
        own = [weight for name in names for weight in self.nets[name].trainable.values()]
        for weight, gradient in zip(own, torch.autograd.grad(loss, own)):
            weight.grad = gradient
        for name in names:
            self.adams[name].step()
        loss.item()
