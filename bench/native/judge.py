"""Scores generated digits: Fréchet distance, digit histogram, confidence, as JSON on stdout.

An independent judge: it shares no code with the product. The features are the 128 penultimate
activations of a small MNIST classifier, trained here once (>= 99 % on the test set) and kept in the
cache folder. Fréchet distance: Heusel et al. 2017, arXiv:1706.08500, with these features in place of
Inception's, against the 10,000 real test images. Usage: python3 judge.py samples.idx3-ubyte.gz [...]
"""

import argparse
import json
import os
from pathlib import Path

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from idx import mnist, read_idx

VERSION = 'judge-mnist-1'
REQUIRED_ACCURACY = 0.99


class Classifier(nn.Module):
    def __init__(self):
        super().__init__()
        self.conv1 = nn.Conv2d(1, 24, 5)  # [b, 24, 24, 24] before pooling
        self.conv2 = nn.Conv2d(24, 48, 5)  # [b, 48, 8, 8] before pooling
        self.hidden = nn.Linear(48 * 4 * 4, 128)
        self.out = nn.Linear(128, 10)

    def features(self, x):
        x = F.max_pool2d(F.relu(self.conv1(x)), 2)
        x = F.max_pool2d(F.relu(self.conv2(x)), 2)
        return F.relu(self.hidden(x.flatten(1)))

    def forward(self, x):
        return self.out(F.dropout(self.features(x), 0.5, self.training))


def to_input(images: np.ndarray) -> torch.Tensor:
    return torch.from_numpy(images.astype(np.float32) / 255).unsqueeze(1)


def train_classifier(epochs: int = 6, batch: int = 128) -> Classifier:
    torch.manual_seed(20240601)
    images, labels = mnist('train')
    x, y = to_input(images), torch.from_numpy(labels.astype(np.int64))
    net = Classifier()
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=epochs * (len(x) // batch))
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for i in range(len(x) // batch):
            pick = order[i * batch : (i + 1) * batch]
            optimizer.zero_grad(set_to_none=True)
            F.cross_entropy(net(x[pick]), y[pick]).backward()
            optimizer.step()
            schedule.step()
    return net.eval()


def cache_dir() -> Path:
    return Path(os.environ.get('XDG_CACHE_HOME') or Path.home() / '.cache') / 'ganvas'


class Judge:
    """Holds the classifier and the statistics of the real test images; use one per process."""

    def __init__(self):
        path = cache_dir() / f'{VERSION}.pt'
        self.net = Classifier().eval()
        with torch.random.fork_rng():
            if path.exists():
                self.net.load_state_dict(torch.load(path))
            else:
                self.net = train_classifier()
        test_images, test_labels = mnist('test')
        features, probabilities = self._look(test_images)
        self.accuracy = float((probabilities.argmax(1) == test_labels).mean())
        if self.accuracy < REQUIRED_ACCURACY:
            raise RuntimeError(f'the judge reads only {self.accuracy:.4f} of the test digits; delete {path} and retry')
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            torch.save(self.net.state_dict(), path)
        self.real = moments(features)

    def _look(self, images: np.ndarray):
        features, probabilities = [], []
        with torch.no_grad():
            for i in range(0, len(images), 1000):
                f = self.net.features(to_input(images[i : i + 1000]))
                features.append(f.double().numpy())
                probabilities.append(torch.softmax(self.net.out(f), 1).double().numpy())
        return np.concatenate(features), np.concatenate(probabilities)

    def score(self, images: np.ndarray) -> dict:
        """Scores uint8 images [n, 28, 28]; n of at least 1,000 keeps the covariance meaningful."""
        if images.ndim != 3 or images.shape[1:] != (28, 28):
            raise ValueError(f'expected 28x28 images, got an array of shape {images.shape}')
        features, probabilities = self._look(images)
        histogram = np.bincount(probabilities.argmax(1), minlength=10)
        share = histogram / histogram.sum()
        kl = float(sum(p * np.log(p * 10) for p in share if p > 0))
        return {
            'samples': len(images),
            'frechetDistance': round(frechet(moments(features), self.real), 4),
            'histogram': histogram.tolist(),
            'klToUniform': round(kl, 5),
            'meanConfidence': round(float(probabilities.max(1).mean()), 5),
        }

    def floor(self, samples: int) -> float:
        """The distance that real training images reach: the best a generator can hope for."""
        images, _ = mnist('train')
        pick = np.random.default_rng(0).permutation(len(images))[:samples]
        return self.score(images[pick])['frechetDistance']


def moments(features: np.ndarray):
    return features.mean(0), np.cov(features, rowvar=False)


def frechet(a, b) -> float:
    """|m1 - m2|^2 + tr(S1 + S2 - 2 (S1 S2)^(1/2)); the root's trace by two symmetric eigenproblems."""
    values, vectors = np.linalg.eigh(a[1])
    root = (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T
    cross = np.sqrt(np.clip(np.linalg.eigvalsh(root @ b[1] @ root), 0, None)).sum()
    return float(((a[0] - b[0]) ** 2).sum() + np.trace(a[1]) + np.trace(b[1]) - 2 * cross)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('files', nargs='+', help='IDX or IDX.gz files of 28x28 unsigned bytes')
    parser.add_argument('--threads', type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    judge = Judge()
    scores = []
    for name in arguments.files:
        images = read_idx(name)
        scores.append({'file': name, **judge.score(images), 'floor': judge.floor(len(images))})
    print(json.dumps({'judge': VERSION, 'accuracy': judge.accuracy, 'scores': scores}, indent=2))


if __name__ == '__main__':
    main()
