"""IDX image and label files (the MNIST container), plain or gzip: read, write, locate the data sets.

Not a downloader: the files come from the folder named by DATASETS_DIR (default ../shared/data beside
the repository). Format: http://yann.lecun.com/exdb/mnist/, "the IDX file format".
"""

import gzip
import os
import struct
from pathlib import Path

import numpy as np

REPOSITORY = Path(__file__).resolve().parents[2]


def datasets_dir() -> Path:
    return Path(os.environ.get('DATASETS_DIR') or REPOSITORY.parent / 'shared' / 'data')


def read_idx(path) -> np.ndarray:
    """The uint8 array in an IDX file; raises ValueError when type, rank or length do not match its header."""
    raw = Path(path).read_bytes()
    if raw[:2] == b'\x1f\x8b':
        raw = gzip.decompress(raw)
    if len(raw) < 4 or raw[:3] != b'\x00\x00\x08':
        raise ValueError(f'{path}: not an IDX file of unsigned bytes (starts with {raw[:4].hex()})')
    rank = raw[3]
    shape = struct.unpack(f'>{rank}I', raw[4 : 4 + 4 * rank])
    body = np.frombuffer(raw, np.uint8, offset=4 + 4 * rank)
    if body.size != int(np.prod(shape)):
        raise ValueError(f'{path}: the header promises {shape}, the file holds {body.size} bytes')
    return body.reshape(shape)


def write_idx(path, array: np.ndarray) -> None:
    """Writes a uint8 array; gzip (without a time stamp) when the name ends in .gz."""
    header = b'\x00\x00\x08' + bytes([array.ndim]) + struct.pack(f'>{array.ndim}I', *array.shape)
    raw = header + np.ascontiguousarray(array, np.uint8).tobytes()
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(gzip.compress(raw, 6, mtime=0) if str(path).endswith('.gz') else raw)


def mnist(split: str):
    """(images [n, 28, 28] uint8, labels [n] uint8) of 'train' (60,000) or 'test' (10,000)."""
    stem = {'train': 'train', 'test': 't10k'}[split]
    folder = datasets_dir() / 'mnist'
    found = []
    for name in (f'{stem}-images-idx3-ubyte', f'{stem}-labels-idx1-ubyte'):
        paths = [p for p in (folder / name, folder / f'{name}.gz') if p.exists()]
        if not paths:
            raise FileNotFoundError(f'{folder / name}[.gz] is missing; set DATASETS_DIR to the folder that holds mnist/')
        found.append(read_idx(paths[0]))
    return found[0], found[1]
