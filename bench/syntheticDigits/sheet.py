"""Writes a PNG sheet to look at: for each digit three rows of synthetic samples, then three rows of real ones."""
import argparse
import os

import numpy as np
from PIL import Image

from train import MNIST, read_idx

COLUMNS, ROWS, ZOOM = 36, 3, 2


def block(images, labels, digit):
    chosen = images[labels == digit][: ROWS * COLUMNS].numpy()
    return chosen.reshape(ROWS, COLUMNS, 28, 28).transpose(0, 2, 1, 3).reshape(ROWS * 28, COLUMNS * 28)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="where measure.ts wrote the synthetic digits")
    parser.add_argument("png", help="the file to write")
    options = parser.parse_args()
    drawn = [read_idx(os.path.join(options.folder, n)) for n in ("images-idx3-ubyte", "labels-idx1-ubyte")]
    real = [read_idx(os.path.join(MNIST, n)) for n in ("train-images-idx3-ubyte.gz", "train-labels-idx1-ubyte.gz")]
    sheet = 255 - np.concatenate([block(*source, digit) for digit in range(10) for source in (drawn, real)])
    height, width = sheet.shape
    Image.fromarray(sheet).resize((ZOOM * width, ZOOM * height), Image.NEAREST).save(options.png)
    print(f"wrote {options.png}")


if __name__ == "__main__":
    main()
