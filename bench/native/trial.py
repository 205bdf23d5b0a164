"""One trial of a small GAN: settings in, quality by step and by estimated seconds out (JSON on stdout).

Not part of the benchmark; docs/light-trials.md lists what it measured. Starts from a model file and
replaces what the options name. A layer list on the command line is separated by commas:
--generator 'dense 1568,batchNorm 0.8,relu,reshape 7 7 32,...'
"""

import argparse
import json
from pathlib import Path

import torch

from grid import save_grid
from idx import read_idx
from networks import load_model
from reference import run, step_list

SETTINGS = {'batch': int, 'learningRateG': float, 'learningRateD': float, 'beta1': float,
            'emaDecay': float, 'labelSmoothing': float, 'dSteps': int}


def estimated_ms(phased: int, flops_per_second: float, overhead_ms: float) -> float:
    """Milliseconds per step of an engine with fused kernels: 2.25 operations per multiply-add, plus overhead."""
    return 2.25 * phased / flops_per_second * 1e3 + overhead_ms


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--model', default='light')
    parser.add_argument('--generator', help='layers, comma-separated')
    parser.add_argument('--discriminator', help='layers, comma-separated')
    parser.add_argument('--latent', type=int)
    for name, kind in SETTINGS.items():
        parser.add_argument(f'--{name}', type=kind)
    parser.add_argument('--checkpoints', type=step_list, default=[500, 1000, 2000, 4000])
    parser.add_argument('--samples', type=int, default=5000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--gflops', type=float, default=100, help='measured ceiling of the tab, all threads')
    parser.add_argument('--overhead', type=float, default=2, help='milliseconds per step beside the arithmetic')
    parser.add_argument('--out', type=Path, default=Path('build/native/trial'))
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    model = load_model(arguments.model)
    for part in ('generator', 'discriminator'):
        if getattr(arguments, part):
            model[part] = [layer.strip() for layer in getattr(arguments, part).split(',')]
    model['latent'] = arguments.latent or model['latent']
    given = {name: getattr(arguments, name) for name in SETTINGS if getattr(arguments, name) is not None}
    settings = {**model['settings'], **given}
    result = run(model, settings, arguments.checkpoints, arguments.samples, arguments.seed, arguments.out, True)
    ms = estimated_ms(result['multiplyAddsPerStep']['phased'], arguments.gflops * 1e9, arguments.overhead)
    result['estimatedMsPerStep'] = round(ms, 2)
    for point in result['curve']:
        point['estimatedSeconds'] = round(point['step'] * ms / 1e3, 1)
        save_grid(read_idx(point['samples'])[:100], arguments.out / f'grid-{point["step"]}.png')
    result.update(generator=model['generator'], discriminator=model['discriminator'], latent=model['latent'])
    print(json.dumps(result, indent=2))


if __name__ == '__main__':
    main()
