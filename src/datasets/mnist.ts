// MNIST: 60,000 + 10,000 handwritten digits (LeCun, Cortes, Burges 1998). Only what is particular to it.
import { defineDataset } from './define';
import { idxDataset, type IdxDatasetFacts } from './idxDataset';

export const MNIST: IdxDatasetFacts = {
  id: 'mnist',
  label: 'MNIST',
  help: 'Sixty thousand real handwritten digits of 28 by 28 pixels, the classic first data set.',
  source: 'Y. LeCun, C. Cortes, C. Burges: The MNIST database of handwritten digits',
  licence: 'CC BY-SA 3.0',
  mirrors: [
    'https://cdn.jsdelivr.net/gh/fgnt/mnist@master/',
    'https://raw.githubusercontent.com/fgnt/mnist/master/',
    'https://storage.googleapis.com/cvdf-datasets/mnist/',
    'https://ossci-datasets.s3.amazonaws.com/mnist/',
  ],
  classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  train: {
    images: {
      name: 'train-images-idx3-ubyte.gz',
      dims: [60000, 28, 28],
      packedBytes: 9_912_422,
      sha256: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
    },
    labels: {
      name: 'train-labels-idx1-ubyte.gz',
      dims: [60000],
      packedBytes: 28_881,
      sha256: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte.gz',
      dims: [10000, 28, 28],
      packedBytes: 1_648_877,
      sha256: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte.gz',
      dims: [10000],
      packedBytes: 4_542,
      sha256: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
    },
  },
};

export const mnist = defineDataset(idxDataset(MNIST));
