"""Trains a small CNN on synthetic digits only and reads real MNIST digits with it.

Prints the accuracy, the accuracy per digit and the confusion matrix. No real image is trained on.
--split train reads the 60,000 real training digits instead: use it while changing the glyphs, so that
the test digits stay unseen until the figure is taken.
"""
import argparse
import gzip
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

MNIST = os.path.join(os.environ.get("DATASETS_DIR", "../shared/data"), "mnist")


def read_idx(path):
    opener = gzip.open if path.endswith(".gz") else open
    with opener(path, "rb") as file:
        raw = file.read()
    dims = [int.from_bytes(raw[4 + 4 * i : 8 + 4 * i], "big") for i in range(raw[3])]
    return torch.from_numpy(np.frombuffer(raw, np.uint8, offset=4 + 4 * raw[3]).reshape(dims).copy())


def network():
    return nn.Sequential(
        nn.Conv2d(1, 16, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Conv2d(16, 32, 5, padding=2), nn.ReLU(), nn.MaxPool2d(2),
        nn.Flatten(), nn.Dropout(0.3), nn.Linear(32 * 7 * 7, 128), nn.ReLU(), nn.Linear(128, 10),
    )


def train(model, images, labels, epochs, batch=64):
    optimizer = torch.optim.Adam(model.parameters())
    steps = epochs * (len(images) // batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 2e-3, total_steps=steps)
    model.train()
    for _ in range(epochs):
        order = torch.randperm(len(images))
        for at in range(0, len(images) - batch + 1, batch):
            pick = order[at : at + batch]
            loss = F.cross_entropy(model(images[pick, None].float() / 255), labels[pick].long())
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()


def classify(model, images):
    model.eval()
    with torch.no_grad():
        return torch.cat([model(part[:, None].float() / 255).argmax(1) for part in images.split(500)])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", help="where measure.ts wrote the synthetic digits")
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--split", choices=["t10k", "train"], default="t10k")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    images = read_idx(os.path.join(options.folder, "images-idx3-ubyte"))
    labels = read_idx(os.path.join(options.folder, "labels-idx1-ubyte"))
    real_images = read_idx(os.path.join(MNIST, options.split + "-images-idx3-ubyte.gz"))
    real_labels = read_idx(os.path.join(MNIST, options.split + "-labels-idx1-ubyte.gz")).long()
    model = network()
    began = time.time()
    train(model, images, labels, options.epochs)
    answers = classify(model, real_images)
    confusion = torch.zeros(10, 10, dtype=torch.long)
    for truth, answer in zip(real_labels.tolist(), answers.tolist()):
        confusion[truth, answer] += 1
    print("rows: true digit, columns: answer, last column: share read correctly")
    for digit, row in enumerate(confusion.tolist()):
        print(digit, " ".join(f"{n:5d}" for n in row), f"{100 * row[digit] / sum(row):6.1f} %")
    accuracy = 100 * (answers == real_labels).float().mean().item()
    print(f"{len(images)} synthetic digits, {options.epochs} epochs, {time.time() - began:.0f} s")
    print(f"accuracy on {len(real_labels)} real MNIST digits ({options.split}): {accuracy:.2f} %")


if __name__ == "__main__":
    main()
