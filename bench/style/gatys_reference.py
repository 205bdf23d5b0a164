"""Neural style transfer in PyTorch (Gatys et al. 2016), as a reference: losses, the picture's gradient, and the losses along
L-BFGS and Adam. Called with the paths of JSON files, a job each; prints a JSON list. Nothing of the project is used.

The job: `side`, `input` ("signed-rgb" or "bgr-less-mean"), `pooling`, `blocks` [[convolutions, filters], ...], `weights` (path of
float32 numbers, kernels as [3, 3, in, out], in the order of the layers), `pictures` (path of float32 numbers: content, style,
start, each [side, side, 3] from -1 to 1), `content` and `style` [[layer, weight], ...], `factors` [content, style, smooth],
`steps` (or [.., ..]: losses after so many steps each, by L-BFGS alone), `rate` of Adam. bench/native/peer.py measures `Steps`.
"""
import json
import sys

import numpy as np
import torch
import torch.nn.functional as F


def layers_of(job):
    return [f"conv{b + 1}_{i + 1}" for b, (count, _) in enumerate(job["blocks"]) for i in range(count)]


def read_weights(job, dtype):
    values = np.fromfile(job["weights"], dtype=np.float32)
    weights, at, channels = {}, 0, 3
    for b, (count, filters) in enumerate(job["blocks"]):
        for i in range(count):
            size = 9 * channels * filters
            kernel = values[at:at + size].reshape(3, 3, channels, filters).transpose(3, 2, 0, 1).copy()
            at += size
            bias = values[at:at + filters].copy()
            at += filters
            weights[f"conv{b + 1}_{i + 1}"] = (torch.tensor(kernel, dtype=dtype), torch.tensor(bias, dtype=dtype))
            channels = filters
    assert at == len(values)
    return weights


def features(job, weights, picture, wanted):
    x = picture
    if job["input"] == "bgr-less-mean":
        means = torch.tensor([103.939, 116.779, 123.68], dtype=x.dtype).view(1, 3, 1, 1)
        x = (x[:, [2, 1, 0]] + 1) * 127.5 - means
    found = {}
    for name in layers_of(job):
        block, place = map(int, name[4:].split("_"))
        if block > 1 and place == 1:
            x = F.max_pool2d(x, 2) if job["pooling"] == "max" else F.avg_pool2d(x, 2)
        x = torch.relu(F.conv2d(x, *weights[name], padding=1))
        if name in wanted:
            found[name] = x
        if len(found) == len(wanted):
            break
    return found


def gram(maps):
    _, c, h, w = maps.shape
    rows = maps.reshape(c, h * w)
    return rows @ rows.t() / (c * h * w)


class Losses:
    def __init__(self, job, dtype):
        self.job = job
        self.weights = read_weights(job, dtype)
        side = job["side"]
        pictures = np.fromfile(job["pictures"], dtype=np.float32).reshape(3, side, side, 3).transpose(0, 3, 1, 2)
        content, style, self.start = [torch.tensor(p[None].copy(), dtype=dtype) for p in pictures]
        self.wanted = {name for name, _ in job["content"] + job["style"]}
        with torch.no_grad():
            of_content = features(job, self.weights, content, self.wanted)
            of_style = features(job, self.weights, style, self.wanted)
        self.content = {name: of_content[name] for name, _ in job["content"]}
        self.grams = {name: gram(of_style[name]) for name, _ in job["style"]}

    def __call__(self, picture):
        job = self.job
        found = features(job, self.weights, picture, self.wanted)
        content = sum(w * F.mse_loss(found[name], self.content[name]) for name, w in job["content"])
        style = sum(w * F.mse_loss(gram(found[name]), self.grams[name]) for name, w in job["style"])
        smooth = F.mse_loss(picture[:, :, 1:], picture[:, :, :-1]) + F.mse_loss(picture[:, :, :, 1:], picture[:, :, :, :-1])
        a, b, c = job["factors"]
        return a * content + b * style + c * smooth, content, style, smooth


def along(losses, make_optimizer, steps):
    picture = losses.start.clone().requires_grad_()
    optimizer = make_optimizer([picture])
    for _ in range(steps):
        def closure():
            optimizer.zero_grad()
            total = losses(picture)[0]
            total.backward()
            return total
        optimizer.step(closure)
    with torch.no_grad():
        return [float(value) for value in losses(picture)]


def lbfgs(parameters):
    return torch.optim.LBFGS(parameters, lr=1, max_iter=1, history_size=10, tolerance_grad=0, tolerance_change=0)


def agreement(job):
    losses = Losses(job, torch.float64)
    picture = losses.start.clone().requires_grad_()
    values = losses(picture)
    values[0].backward()
    gradient = picture.grad[0].permute(1, 2, 0).reshape(-1)
    return {
        "losses": [float(value) for value in values],
        "gradient": gradient.tolist(),
        "lbfgs": along(losses, lbfgs, job["steps"]),
        "adam": along(losses, lambda p: torch.optim.Adam(p, lr=job["rate"]), job["steps"]),
    }


def agreement_along(job):
    """Losses after each of the counts of steps of L-BFGS, in double precision."""
    losses = Losses(job, torch.float64)
    return {"lbfgs": [along(losses, lbfgs, count) for count in job["steps"]]}


class Steps:
    """Steps of L-BFGS in float32, one after the other."""

    def __init__(self, path, layout):
        self.losses = Losses(json.load(open(path)), torch.float32)
        self.form = torch.channels_last if layout == "channels_last" else torch.contiguous_format
        self.losses.weights = {name: (kernel.to(memory_format=self.form), bias)
                               for name, (kernel, bias) in self.losses.weights.items()}
        # L-BFGS takes no other form than its own; what follows keeps the form of the picture that it is handed.
        self.picture = self.losses.start.clone().requires_grad_()
        self.optimizer = lbfgs([self.picture])

    def step(self):
        def closure():
            self.optimizer.zero_grad()
            total = self.losses(self.picture.contiguous(memory_format=self.form))[0]
            total.backward()
            return total
        self.optimizer.step(closure)


if __name__ == "__main__":
    jobs = [json.load(open(path)) for path in sys.argv[1:]]
    print(json.dumps([agreement_along(job) if isinstance(job["steps"], list) else agreement(job) for job in jobs]))
