"""The GAN training loop of the native peer, and sampling from it.

Not the product's training: the same rules written a second time, in PyTorch, to compare against. One
step: d_steps times the discriminator on a random real batch and a fake batch in separate passes (loss:
mean of the two, non-saturating logistic), then the generator through the frozen discriminator.
"""

import copy
import time

import numpy as np
import torch
import torch.nn.functional as F

from networks import build, step_cost


def adam(parameters, rate, beta1):
    return torch.optim.Adam(parameters, rate, betas=(beta1, 0.999), eps=1e-7, foreach=True)


class Ema:
    """Bias-corrected exponential moving average of weights and moving statistics; decay 0 is a plain copy."""

    def __init__(self, network, decay):
        self.network, self.decay, self.steps = network, decay, 0
        self.sums = [torch.zeros_like(t) for t in self._tensors(network)]

    @staticmethod
    def _tensors(network):
        return [t.detach() for t in network.state_dict().values() if t.is_floating_point()]

    def update(self):
        if self.decay:
            self.steps += 1
            torch._foreach_mul_(self.sums, self.decay)
            torch._foreach_add_(self.sums, self._tensors(self.network), alpha=1 - self.decay)

    def averaged(self):
        result = copy.deepcopy(self.network)
        if self.decay and self.steps:
            for target, total in zip(self._tensors(result), self.sums):
                target.copy_(total / (1 - self.decay**self.steps))
        return result.eval()


class AdversarialRun:
    """A run of one model on uint8 images [n, 28, 28]; `seconds` and `cpu_seconds` count training alone."""

    def __init__(self, model: dict, settings: dict, images: np.ndarray, seed: int,
                 memory_format=torch.channels_last):
        torch.manual_seed(seed)
        torch.set_flush_denormal(True)
        self.settings, self.latent = settings, model['latent']
        self.generator, g_written, g_phased = build(model['generator'], [self.latent], memory_format)
        self.discriminator, d_written, d_phased = build(model['discriminator'], [28, 28, 1], memory_format)
        batch, d_steps = settings['batch'], settings['dSteps']
        self.cost = {
            'written': step_cost(g_written, d_written, batch, d_steps),
            'phased': step_cost(g_phased, d_phased, batch, d_steps),
        }
        self.parameters = [sum(p.numel() for p in n.parameters()) for n in (self.generator, self.discriminator)]
        self.g_optimizer = adam(self.generator.parameters(), settings['learningRateG'], settings['beta1'])
        self.d_optimizer = adam(self.discriminator.parameters(), settings['learningRateD'], settings['beta1'])
        self.ema = Ema(self.generator, settings['emaDecay'])
        self.images = torch.from_numpy(images.copy())
        self.steps, self.seconds, self.cpu_seconds = 0, 0.0, 0.0

    def _real(self):
        pick = torch.randint(len(self.images), (self.settings['batch'],))
        return (self.images[pick].float() / 127.5 - 1).unsqueeze(1)

    def _step(self):
        batch, smoothing = self.settings['batch'], self.settings['labelSmoothing']
        loss_of = F.binary_cross_entropy_with_logits
        for _ in range(self.settings['dSteps']):
            with torch.no_grad():
                fake = self.generator(torch.randn(batch, self.latent))
            real_logits, fake_logits = self.discriminator(self._real()), self.discriminator(fake)
            real_loss = loss_of(real_logits, torch.full_like(real_logits, 1 - smoothing))
            d_loss = (real_loss + loss_of(fake_logits, torch.zeros_like(fake_logits))) / 2
            self.d_optimizer.zero_grad(set_to_none=True)
            d_loss.backward()
            self.d_optimizer.step()
        for p in self.discriminator.parameters():
            p.requires_grad_(False)
        logits = self.discriminator(self.generator(torch.randn(batch, self.latent)))
        g_loss = loss_of(logits, torch.ones_like(logits))
        self.g_optimizer.zero_grad(set_to_none=True)
        g_loss.backward()
        self.g_optimizer.step()
        for p in self.discriminator.parameters():
            p.requires_grad_(True)
        self.ema.update()
        return d_loss, g_loss, real_logits, fake_logits

    def train_to(self, step: int) -> dict:
        """Trains up to `step`; returns the last step's losses and the discriminator's accuracy."""
        wall, cpu = time.perf_counter(), time.process_time()
        while self.steps < step:
            d_loss, g_loss, real_logits, fake_logits = self._step()
            self.steps += 1
        self.seconds += time.perf_counter() - wall
        self.cpu_seconds += time.process_time() - cpu
        accuracy = ((real_logits > 0).float().mean() + (fake_logits < 0).float().mean()) / 2
        return {'dLoss': d_loss.item(), 'gLoss': g_loss.item(), 'dAccuracy': accuracy.item()}

    def sample(self, count: int, averaged: bool = True) -> np.ndarray:
        """uint8 [count, 28, 28] with moving statistics (inference mode), from a latent stream of its own."""
        network = self.ema.averaged() if averaged else copy.deepcopy(self.generator).eval()
        latents = torch.randn(count, self.latent, generator=torch.Generator().manual_seed(1))
        with torch.no_grad():
            images = torch.cat([network(z) for z in latents.split(500)])
        return ((images[:, 0] + 1) * 127.5).round().clamp(0, 255).to(torch.uint8).numpy()
