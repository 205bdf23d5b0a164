"""Trains exported folders for tests. PyTorch is loaded once: each process of a run is a fork of this one, which computes nothing.

Reads requests as lines of JSON, {"processes": 2, "runs": [[folder, options, port], ...]}, and answers each with a line: what its
processes printed, and whether one failed. A warning of PyTorch fails, too.
"""
import importlib.util
import json
import os
import signal
import sys
import tempfile
import traceback
import warnings

import torch
import torch.distributed


def train(runs, rank, count):
    """Runs each folder's train.py as the command line would; @returns whether all went well"""
    torch.set_num_threads(1)
    warnings.simplefilter('error')
    for folder, options, port in runs:
        if count > 1:
            os.environ.update(MASTER_ADDR='127.0.0.1', MASTER_PORT=str(port), WORLD_SIZE=str(count), RANK=str(rank))
        sys.argv = [os.path.join(folder, 'train.py'), *options]
        try:
            spec = importlib.util.spec_from_file_location('train', sys.argv[0])
            module = importlib.util.module_from_spec(spec)
            sys.modules['train'] = module  # what processes hand each other is found by this name
            spec.loader.exec_module(module)
            module.run(module.read_options())
        except BaseException:
            print('FAILED in', folder, flush=True)
            traceback.print_exc()
            return False
    return True


def start(runs, rank, count, output):
    """A process of a run, whose words go to a file; @returns its number"""
    child = os.fork()
    if child:
        return child
    for stream in (1, 2):
        os.dup2(output.fileno(), stream)
    went_well = train(runs, rank, count)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0 if went_well else 1)


def answer(request):
    count = request['processes']
    outputs = [tempfile.TemporaryFile() for _ in range(count)]
    running = {start(request['runs'], rank, count, output) for rank, output in enumerate(outputs)}
    failed = False
    while running:
        ended, status = os.wait()
        running.discard(ended)
        if status != 0 and not failed:
            # The others would wait for it.
            failed = True
            for child in running:
                os.kill(child, signal.SIGKILL)
    printed = []
    for output in outputs:
        output.seek(0)
        printed.append(output.read().decode())
    return {'printed': printed, 'failed': failed}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
