"""Trains a model natively in PyTorch on real MNIST and keeps samples at the asked step counts.

The peer that the product's runs are compared with; JSON on stdout, progress on stderr. Usage:
python3 reference.py --model reference --checkpoints 400,1000,2200,4000 --out DIR
"""

import argparse
import json
import platform
import sys
from pathlib import Path

import torch

from adversarial import AdversarialRun
from idx import mnist, write_idx
from judge import Judge
from networks import load_model


def step_list(text: str) -> list:
    return sorted({int(word) for word in text.split(',')})


def run(model: dict, settings: dict, checkpoints: list, samples: int, seed: int, out: Path, score: bool) -> dict:
    """Trains to the last checkpoint; at each writes its samples to `out` and, if asked, scores them."""
    judge = Judge() if score else None
    training = AdversarialRun(model, settings, mnist('train')[0], seed)
    curve = []
    for step in checkpoints:
        losses = training.train_to(step)
        images = training.sample(samples)
        path = out / f'samples-{step}.idx3-ubyte.gz'
        write_idx(path, images)
        point = {'step': step, 'trainingSeconds': round(training.seconds, 2),
                 'cpuSeconds': round(training.cpu_seconds, 2), 'samples': str(path), **losses}
        if judge:
            point.update(judge.score(images), samples=str(path))
        curve.append(point)
        print(json.dumps(point), file=sys.stderr, flush=True)
    return {
        'model': model['id'], 'settings': settings, 'seed': seed, 'threads': torch.get_num_threads(),
        'torch': torch.__version__, 'machine': platform.machine(),
        'parameters': {'generator': training.parameters[0], 'discriminator': training.parameters[1]},
        'multiplyAddsPerStep': training.cost,
        'msPerStep': round(training.seconds / training.steps * 1e3, 2), 'curve': curve,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--model', default='reference', help="'reference', 'light', or the path of a model file")
    parser.add_argument('--steps', type=int, default=4000)
    parser.add_argument('--checkpoints', type=step_list, default=[400, 1000, 2200, 4000])
    parser.add_argument('--samples', type=int, default=5000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--out', type=Path, default=Path('build/native'))
    parser.add_argument('--no-score', action='store_true', help='write the samples, leave the judging to judge.py')
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model = load_model(arguments.model)
    checkpoints = [s for s in arguments.checkpoints if s < arguments.steps] + [arguments.steps]
    result = run(model, model['settings'], checkpoints, arguments.samples, arguments.seed, arguments.out,
                 not arguments.no_score)
    print(json.dumps(result, indent=2))


if __name__ == '__main__':
    main()
