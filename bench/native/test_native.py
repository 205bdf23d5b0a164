"""Checks of the native peer itself: python3 -m unittest test_native (no data sets, a few seconds)."""

import tempfile
import unittest
from pathlib import Path

import numpy as np
import torch

from adversarial import AdversarialRun, Ema
from idx import read_idx, write_idx
from judge import frechet
from networks import build, load_model


class IdxFiles(unittest.TestCase):
    def test_reads_back_what_it_wrote(self):
        images = np.random.default_rng(1).integers(0, 256, (7, 28, 28), dtype=np.uint8)
        with tempfile.TemporaryDirectory() as folder:
            for name in ('a.idx3-ubyte', 'a.idx3-ubyte.gz'):
                write_idx(Path(folder) / name, images)
                np.testing.assert_array_equal(read_idx(Path(folder) / name), images)

    def test_refuses_a_truncated_file(self):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / 'a.idx3-ubyte'
            write_idx(path, np.zeros((2, 28, 28), np.uint8))
            path.write_bytes(path.read_bytes()[:-1])
            with self.assertRaises(ValueError):
                read_idx(path)


class FrechetDistance(unittest.TestCase):
    def test_known_gaussians(self):
        one, turn = np.eye(3), np.linalg.qr(np.random.default_rng(2).normal(size=(3, 3)))[0]
        a, b = np.diag([1.0, 4.0, 9.0]), np.diag([4.0, 9.0, 1.0])
        self.assertAlmostEqual(frechet((np.zeros(3), one), (np.zeros(3), one)), 0)
        self.assertAlmostEqual(frechet((np.zeros(3), one), (np.array([1.0, 2, 2]), one)), 9)
        # Commuting covariances: sum of (sqrt(a_i) - sqrt(b_i))^2, in any basis.
        self.assertAlmostEqual(frechet((np.zeros(3), turn @ a @ turn.T), (np.zeros(3), turn @ b @ turn.T)), 1 + 1 + 4)


class Networks(unittest.TestCase):
    def test_reference_counts_as_in_keras(self):
        model = load_model('reference')
        generator, written, phased = build(model['generator'], [100])
        discriminator, _, _ = build(model['discriminator'], [28, 28, 1])
        # model.summary() of the Keras original: 856,193 and 393,729 with the batch norms' moving statistics.
        self.assertEqual(sum(p.numel() for p in generator.parameters()) + 2 * (128 + 64), 856193)
        self.assertEqual(sum(p.numel() for p in discriminator.parameters()) + 2 * (64 + 128 + 256), 393729)
        self.assertEqual(written - phased, (14 * 14 * 128 * 128 + 28 * 28 * 128 * 64) * 5)
        self.assertEqual(tuple(discriminator(generator(torch.zeros(2, 100))).shape), (2, 1))

    def test_strided_same_padding_puts_the_odd_pixel_last(self):
        conv, _, _ = build(['conv 1 k3 s2'], [4, 4, 1])
        torch.nn.init.ones_(conv[0].weight)
        out = conv(torch.arange(16.0).view(1, 1, 4, 4))
        self.assertEqual(out.flatten().tolist(), [45, 39, 66, 50])


class Training(unittest.TestCase):
    def test_light_model_is_five_times_cheaper_and_repeats_by_seed(self):
        model, images = load_model('light'), np.random.default_rng(3).integers(0, 256, (64, 28, 28), dtype=np.uint8)
        reference = AdversarialRun(load_model('reference'), load_model('reference')['settings'], images, 1)
        losses, cost = [], 0
        for _ in range(2):
            run = AdversarialRun(model, model['settings'], images, 1)
            losses.append(run.train_to(2))
            cost = run.cost['written']
        self.assertEqual(losses[0], losses[1])
        self.assertLess(cost * 5, reference.cost['written'])

    def test_both_memory_layouts_train_alike(self):
        model, images = load_model('reference'), np.random.default_rng(4).integers(0, 256, (40, 28, 28), dtype=np.uint8)
        settings = {**model['settings'], 'batch': 4}
        layouts, losses = [torch.channels_last, torch.contiguous_format], []
        last, plain = (AdversarialRun(model, settings, images, 1, layout) for layout in layouts)
        for run in (last, plain):
            for module in run.discriminator.modules():  # masks are drawn in the order of memory
                if isinstance(module, torch.nn.Dropout):
                    module.p = 0
            torch.manual_seed(2)
            losses.append(run.train_to(2))
        for name, loss in losses[0].items():
            self.assertAlmostEqual(loss, losses[1][name], places=4)
        self.assertTrue(plain.generator[4].weight.is_contiguous())
        self.assertFalse(last.generator[4].weight.is_contiguous())

    def test_average_of_constant_weights_is_the_weights(self):
        network = torch.nn.Linear(3, 2)
        ema = Ema(network, 0.9)
        for _ in range(3):
            ema.update()
        torch.testing.assert_close(ema.averaged().weight, network.weight)


if __name__ == '__main__':
    unittest.main()
