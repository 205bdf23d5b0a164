"""Reductions of a step, and their bytes, as the exported script does them: those of six steps less those of three.

Usage: as torchrun starts it (RANK, WORLD_SIZE, MASTER_ADDR, MASTER_PORT), python3 countReductions.py FOLDER OPTIONS...; the first
process prints {"reductions", "bytes"}.
"""

import importlib.util
import json
import os
import shutil
import sys

import torch
import torch.distributed as dist

torch.set_num_threads(1)
folder, options = sys.argv[1], sys.argv[2:]
reduce, seen = dist.all_reduce, []


def counted(block, *rest, **named):
    seen.append(block.numel() * block.element_size())
    return reduce(block, *rest, **named)


dist.all_reduce = counted
found = []
for steps in (3, 6):
    seen.clear()
    sys.argv = [os.path.join(folder, 'train.py'), '--steps', str(steps), '--out', os.path.join(folder, f'counted-{steps}'), *options]
    os.environ['MASTER_PORT'] = str(int(os.environ['MASTER_PORT']) + 1)
    spec = importlib.util.spec_from_file_location('train', sys.argv[0])
    module = importlib.util.module_from_spec(spec)
    sys.modules['train'] = module
    spec.loader.exec_module(module)
    module.run(module.read_options())
    found.append((len(seen), sum(seen)))
    if os.environ['RANK'] == '0':
        shutil.rmtree(sys.argv[4])
if os.environ['RANK'] == '0':
    (few, few_bytes), (many, many_bytes) = found
    print(json.dumps({'reductions': (many - few) / 3, 'bytes': (many_bytes - few_bytes) / 3}))
