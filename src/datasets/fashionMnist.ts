// Fashion-MNIST: 60,000 + 10,000 pictures of clothing (Xiao, Rasul, Vollgraf 2017). Only what is particular to it.
import { defineDataset } from './define';
import { idxDataset, type IdxDatasetFacts } from './idxDataset';

export const FASHION_MNIST: IdxDatasetFacts = {
  id: 'fashion-mnist',
  label: 'Fashion-MNIST',
  help: 'Sixty thousand pictures of clothing in the form of MNIST; harder to draw than digits.',
  source: 'H. Xiao, K. Rasul, R. Vollgraf: Fashion-MNIST, arXiv 1708.07747',
  licence: 'MIT',
  mirrors: [
    'https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/',
    'https://storage.googleapis.com/tensorflow/tf-keras-datasets/',
  ],
  classNames: [
    'T-shirt or top',
    'Trouser',
    'Pullover',
    'Dress',
    'Coat',
    'Sandal',
    'Shirt',
    'Sneaker',
    'Bag',
    'Ankle boot',
  ],
  train: {
    images: {
      name: 'train-images-idx3-ubyte.gz',
      dims: [60000, 28, 28],
      packedBytes: 26_421_880,
      sha256: 'c59f468a2f672dc815687fe0f83887768d799fd8a3f3276145d20f83aa44d888',
    },
    labels: {
      name: 'train-labels-idx1-ubyte.gz',
      dims: [60000],
      packedBytes: 29_515,
      sha256: 'bad3541b69d912435c50bb6ba87bec294ff4f6a2e1246121d8633921760443d9',
    },
  },
  test: {
    images: {
      name: 't10k-images-idx3-ubyte.gz',
      dims: [10000, 28, 28],
      packedBytes: 4_422_102,
      sha256: '5b4141f0afbad91edebe8549f8fcffe087ea10ca49f1dbef5c9a5cd8815ce37b',
    },
    labels: {
      name: 't10k-labels-idx1-ubyte.gz',
      dims: [10000],
      packedBytes: 5_148,
      sha256: '0402a96d92fd2663957122ceb108a494c5af83dab82d92729df917d7dec38c34',
    },
  },
};

export const fashionMnist = defineDataset(idxDataset(FASHION_MNIST));
