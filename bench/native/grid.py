"""Grids of sample images as grey PNG files, without an imaging library. Usage: python3 grid.py in.idx3 out.png"""

import struct
import sys
import zlib
from pathlib import Path

import numpy as np

from idx import read_idx


def save_grid(images: np.ndarray, path, columns: int = 10, zoom: int = 2) -> None:
    """Writes uint8 images [n, height, width] row by row, `columns` to a row."""
    rows = -(-len(images) // columns)
    padded = np.zeros((rows * columns, *images.shape[1:]), np.uint8)
    padded[: len(images)] = images
    height, width = images.shape[1:]
    sheet = padded.reshape(rows, columns, height, width).transpose(0, 2, 1, 3).reshape(rows * height, columns * width)
    sheet = sheet.repeat(zoom, 0).repeat(zoom, 1)
    lines = b''.join(b'\x00' + line.tobytes() for line in sheet)
    header = struct.pack('>IIBBBBB', sheet.shape[1], sheet.shape[0], 8, 0, 0, 0, 0)
    chunks = [(b'IHDR', header), (b'IDAT', zlib.compress(lines)), (b'IEND', b'')]
    body = b''.join(struct.pack('>I', len(d)) + k + d + struct.pack('>I', zlib.crc32(k + d)) for k, d in chunks)
    Path(path).write_bytes(b'\x89PNG\r\n\x1a\n' + body)


if __name__ == '__main__':
    save_grid(read_idx(sys.argv[1])[:100], sys.argv[2])
