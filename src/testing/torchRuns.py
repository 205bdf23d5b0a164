"""Trains exported folders, one after the other, each by its own train.py: torchRuns.py '[[folder, options, port], ...]'.

Of several processes that train together, each is started with WORLD_SIZE and RANK. A warning of PyTorch is a failure.
"""
import importlib.util
import json
import os
import sys
import warnings

import torch

torch.set_num_threads(1)
warnings.simplefilter('error')
for folder, options, port in json.loads(sys.argv[1]):
    os.environ.update(MASTER_ADDR='127.0.0.1', MASTER_PORT=str(port))
    sys.argv = [os.path.join(folder, 'train.py'), *options]
    spec = importlib.util.spec_from_file_location('train', sys.argv[0])
    module = importlib.util.module_from_spec(spec)
    sys.modules['train'] = module  # what processes hand each other is found by this name
    try:
        spec.loader.exec_module(module)
        module.run(module.read_options())
    except BaseException:
        print('FAILED in', folder, flush=True)
        raise
