"""Runs an exported PyTorch script: its file, inputs as float32 bytes, shape of one input; prints float32 as hex."""
import importlib
import json
import os
import sys

import numpy as np
import torch

file, inputs, shape = sys.argv[1:]
sys.path.insert(0, os.path.dirname(file))
network = importlib.import_module(os.path.basename(file)[: -len('.py')])
torch.set_num_threads(1)
x = torch.from_numpy(np.fromfile(inputs, '<f4').reshape((-1, *json.loads(shape))))
with torch.no_grad():
    print(network.load()(x).contiguous().numpy().astype('<f4').tobytes().hex())
