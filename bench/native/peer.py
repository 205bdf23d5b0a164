"""The native peer as a server: one JSON request per line on stdin, one JSON reply per line on stdout.

Keeps its networks warm between requests, so that a benchmark can let it and others take turns. Threads and the
instruction set belong to the process: --threads, and the variables that PyTorch and oneDNN read. Requests:
{"do": "hello"} | {"do": "steps", "model", "layout", "count", "compiled" or not} | {"do": "infer", "model", "layout", "batch", "count"}
| {"do": "export", "model", "batch", "path"} | {"do": "pairs", "question", "layout", "count"}
| {"do": "cycles", as pairs} | {"do": "gatys", "path" of a job, "layout", "count"}; a model is a name or path for networks.load_model, a layout is
'channels_last' or 'contiguous'.
"""

import argparse
import json
import os
import sys
import time

import torch
import torch.nn as nn

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'style'))
import gatys_reference
import networks
from adversarial import AdversarialRun
from cycles import CycleRun
from idx import mnist
from pairs import PairRun

LAYOUTS = {'channels_last': torch.channels_last, 'contiguous': torch.contiguous_format}


class Peer:
    def __init__(self, device: str):
        self.device = device
        self.images = mnist('train')[0]
        self.runs, self.generators = {}, {}

    def hello(self) -> dict:
        built = torch.__config__.show()
        capability = [line.split(':')[-1].strip() for line in built.splitlines() if 'capability' in line]
        return {'torch': torch.__version__, 'threads': torch.get_num_threads(), 'python': sys.version.split()[0],
                'capability': capability[0] if capability else 'unknown', 'cuda': torch.cuda.is_available(),
                'compiles': hasattr(torch, 'compile')}

    def _run(self, name: str, layout: str, compiled: bool) -> AdversarialRun:
        if (name, layout, compiled) not in self.runs:
            model = networks.load_model(name)
            run = AdversarialRun(model, model['settings'], self.images, 1, LAYOUTS[layout])
            run.generator.to(self.device), run.discriminator.to(self.device)
            run.images = run.images.to(self.device)
            if compiled:
                run.generator, run.discriminator = torch.compile(run.generator), torch.compile(run.discriminator)
            self.runs[name, layout, compiled] = run
        return self.runs[name, layout, compiled]

    def steps(self, model: str, layout: str, count: int, compiled: bool = False) -> dict:
        """Milliseconds of each of `count` training steps; on a graphics card of each group of ten."""
        run, ms = self._run(model, layout, compiled), []
        group = 10 if self.device == 'cuda' else 1
        for _ in range(count):
            start = time.perf_counter()
            run.train_to(run.steps + group)
            ms.append((time.perf_counter() - start) * 1e3 / group)
        return {'ms': ms, 'batch': run.settings['batch'], 'multiplyAdds': run.cost['written']}

    def pairs(self, question: str, layout: str, count: int, compiled: bool = False) -> dict:
        """Milliseconds of each of `count` training steps from image to image; pairs.py says what the question holds."""
        return self._described(PairRun, question, layout, count, compiled)

    def cycles(self, question: str, layout: str, count: int, compiled: bool = False) -> dict:
        """The same of CycleGAN; cycles.py says what the question holds."""
        return self._described(CycleRun, question, layout, count, compiled)

    def gatys(self, path: str, layout: str, count: int) -> dict:
        """The same of style transfer; ../style/gatys_reference.py says what the job holds."""
        return self._timed((path, layout), lambda: gatys_reference.Steps(path, layout), count)

    def _described(self, kind, question: str, layout: str, count: int, compiled: bool) -> dict:
        def build():
            run = kind(json.loads(question), layout, self.device)
            if compiled:
                run.compile()
            return run

        return self._timed((question, layout, compiled), build, count)

    def _timed(self, key, build, count: int) -> dict:
        if key not in self.runs:
            self.runs[key] = build()
        ms = []
        for _ in range(count):
            start = time.perf_counter()
            self.runs[key].step()
            ms.append((time.perf_counter() - start) * 1e3)
        return {'ms': ms}

    def infer(self, model: str, layout: str, batch: int, count: int) -> dict:
        """Milliseconds of each of `count` passes of a batch through the generator, image values back on the CPU."""
        network, latent = self._generator(model, layout)
        latents, ms = torch.randn(batch, latent), []
        with torch.inference_mode():
            for _ in range(count):
                start = time.perf_counter()
                network(latents.to(self.device)).cpu()
                ms.append((time.perf_counter() - start) * 1e3)
        return {'ms': ms}

    def _generator(self, name: str, layout: str):
        if (name, layout) not in self.generators:
            model = networks.load_model(name)
            torch.manual_seed(1)
            network = networks.build(model['generator'], [model['latent']], LAYOUTS[layout])[0]
            self.generators[name, layout] = network.eval().to(self.device), model['latent']
        return self.generators[name, layout]

    def export(self, model: str, batch: int, path: str) -> dict:
        """Writes the generator as ONNX, its dense layers as matrix products and its batch norms folded away."""
        network, latent = self._generator(model, 'contiguous')
        own, networks.Dense.forward = networks.Dense.forward, nn.Linear.forward
        try:
            torch.onnx.export(network, torch.randn(batch, latent), path, opset_version=13, input_names=['latents'],
                              output_names=['images'], do_constant_folding=True)
        finally:
            networks.Dense.forward = own
        return {'latent': latent}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--threads', type=int, default=1)
    parser.add_argument('--device', choices=['cpu', 'cuda'], default='cpu')
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    if arguments.device == 'cuda':
        torch.set_default_tensor_type('torch.cuda.FloatTensor')
    replies, sys.stdout = sys.stdout, sys.stderr  # whatever else prints must not look like a reply
    peer = Peer(arguments.device)
    for line in sys.stdin:
        request = json.loads(line)
        try:
            reply = getattr(peer, request.pop('do'))(**request)
        except Exception as error:  # the other side names the request that failed
            reply = {'error': f'{type(error).__name__}: {error}'}
        print(json.dumps(reply), file=replies, flush=True)


if __name__ == '__main__':
    main()
