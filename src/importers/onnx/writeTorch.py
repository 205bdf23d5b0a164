"""Writes generators as PyTorch's exporter writes them, each with an input and what PyTorch makes of it.

    python3 writeTorch.py FOLDER

NAME.SET.onnx for sets of operators; NAME.in and NAME.out: float32 of three examples, channels first as PyTorch has them.
"""
import io
import sys

import torch
from torch import nn

torch.manual_seed(7)
folder = sys.argv[1]


class View(nn.Module):
    def __init__(self, *shape):
        super().__init__()
        self.shape = shape

    def forward(self, x):
        return x.view(x.size(0), *self.shape)


class Block(nn.Module):
    """A residual block behind a skip connection by channels."""

    def __init__(self):
        super().__init__()
        self.start = nn.Sequential(nn.Linear(9, 4 * 36), nn.BatchNorm1d(144), nn.GELU(), View(4, 6, 6))
        self.one = nn.Sequential(nn.ReflectionPad2d(1), nn.Conv2d(4, 4, 3), nn.InstanceNorm2d(4, affine=True))
        self.last = nn.Sequential(nn.PReLU(8), nn.Conv2d(8, 3, 1))

    def forward(self, z):
        x = self.start(z)
        y = x + nn.functional.relu(self.one(x))
        return torch.tanh(self.last(torch.cat([x, y], 1)))


class Chunk(nn.Module):
    """Linear after flattening an image, and back."""

    def __init__(self):
        super().__init__()
        self.a = nn.Sequential(nn.Linear(5, 24), View(6, 2, 2), nn.Conv2d(6, 3, 3, padding=1), nn.Softplus())
        self.b = nn.Sequential(nn.Flatten(), nn.SiLU(), nn.Linear(12, 48), nn.LayerNorm(48), nn.Hardsigmoid())

    def forward(self, z):
        return self.b(self.a(z)).view(-1, 3, 4, 4) * 2 - 1


T = nn.ConvTranspose2d
cases = {
    'dcgan': ((6, 1, 1), nn.Sequential(
        T(6, 8, 4, 1, 0, bias=False), nn.BatchNorm2d(8), nn.ReLU(True), T(8, 4, 4, 2, 1, bias=False),
        nn.BatchNorm2d(4), nn.LeakyReLU(0.2), T(4, 3, 3, 2, 1, output_padding=1), nn.Tanh())),
    'mlp': ((7,), nn.Sequential(
        nn.Linear(7, 16), nn.LeakyReLU(0.2, inplace=True), nn.Linear(16, 32), nn.BatchNorm1d(32, 0.8), nn.ELU(),
        nn.Dropout(0.3), nn.Linear(32, 75), nn.Tanh(), View(3, 5, 5))),
    'upsampling': ((8,), nn.Sequential(
        nn.Linear(8, 4 * 9), View(4, 3, 3), nn.BatchNorm2d(4), nn.Upsample(scale_factor=2), nn.Conv2d(4, 6, 3, 1, 1),
        nn.SELU(), nn.Upsample(scale_factor=2, mode='bilinear'), nn.Conv2d(6, 6, 3, 1, 1, groups=6), nn.ReLU6(),
        nn.Conv2d(6, 4, 3, 2, 1, groups=2), nn.Hardtanh(), nn.Conv2d(4, 1, 1), nn.Sigmoid())),
    'odd': ((4,), nn.Sequential(
        nn.Linear(4, 12), View(3, 2, 2), T(3, 5, 4, 2, 0), nn.AvgPool2d(2), T(5, 4, 5, 3, 1), nn.MaxPool2d(2, 1),
        nn.ZeroPad2d((1, 0, 2, 1)), nn.Upsample(scale_factor=3), nn.Conv2d(4, 4, (3, 5), (2, 1), (1, 2)),
        nn.PixelShuffle(2), nn.Tanh())),
    'block': ((9,), Block()),
    'chunk': ((5,), Chunk()),
}

for name, (shape, network) in cases.items():
    for part in network.modules():
        if isinstance(part, (nn.BatchNorm1d, nn.BatchNorm2d)):
            part.running_mean.uniform_(-0.5, 0.5)
            part.running_var.uniform_(0.5, 2)
            nn.init.uniform_(part.weight, 0.5, 1.5)
            nn.init.uniform_(part.bias, -0.5, 0.5)
        if isinstance(part, nn.InstanceNorm2d):
            nn.init.uniform_(part.weight, 0.5, 1.5)
    network.eval()
    x = torch.randn(3, *shape)
    with torch.no_grad():
        y = network(x)
    x.numpy().tofile(f'{folder}/{name}.in')
    y.numpy().tofile(f'{folder}/{name}.out')
    for free, opset in ((True, 13), (False, 9), (True, 16)):
        axes = {'z': {0: 'batch'}, 'image': {0: 'batch'}} if free else None
        held = io.BytesIO()
        torch.onnx.export(network, x if free else x[:1], held, input_names=['z'], output_names=['image'],
                          opset_version=opset, dynamic_axes=axes)
        with open(f'{folder}/{name}.{opset}.onnx', 'wb') as file:
            file.write(held.getvalue())
