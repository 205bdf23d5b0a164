"""What one reduction over two gloo processes on this machine takes: seconds for a few and for many bytes, the lower quartile.

Usage: RANK=0 WORLD_SIZE=2 MASTER_ADDR=127.0.0.1 MASTER_PORT=N python3 allReduce.py, once for each rank; the first prints
{"small": {"bytes", "seconds"}, "large": {...}}.
"""

import json
import statistics
import time

import torch
import torch.distributed as dist

torch.set_num_threads(1)
dist.init_process_group('gloo')
found = {}
for name, numbers, rounds in (('small', 64, 300), ('large', 2_000_000, 25)):
    block, taken = torch.zeros(numbers), []
    for _ in range(rounds):
        began = time.perf_counter()
        dist.all_reduce(block)
        taken.append(time.perf_counter() - began)
    found[name] = {'bytes': 4 * numbers, 'seconds': statistics.quantiles(taken)[0]}
if dist.get_rank() == 0:
    print(json.dumps(found))
dist.destroy_process_group()
