// The catalogue and network descriptions of the fake worker. What can be chosen is what the real worker offers; the
// networks are made up, only as true as tests and screenshots need.
import { chain, type LayerSpec, type NetworkSpec } from '../core/network';
import type { NamedNetwork } from '../protocol';
import { catalogue } from '../worker/catalogue';

export const FAKE_CATALOGUE = catalogue;

const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };
const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu', alpha: 0.2 };

export const FAKE_GENERATOR: NetworkSpec = chain(
  'generator',
  [100],
  [
    { kind: 'dense', units: 6272 },
    relu,
    { kind: 'reshape', shape: [7, 7, 128] },
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 128, kernel: 3 },
    norm,
    relu,
    { kind: 'upsample' },
    { kind: 'conv2d', filters: 64, kernel: 3 },
    norm,
    relu,
    { kind: 'conv2d', filters: 1, kernel: 3 },
    { kind: 'activation', fn: 'tanh' },
  ],
);

const FAKE_DISCRIMINATOR: NetworkSpec = chain(
  'discriminator',
  [28, 28, 1],
  [
    { kind: 'conv2d', filters: 32, kernel: 3, stride: 2 },
    leaky,
    { kind: 'dropout', rate: 0.25 },
    { kind: 'conv2d', filters: 64, kernel: 3, stride: 2 },
    { kind: 'zeroPad', top: 0, bottom: 1, left: 0, right: 1 },
    norm,
    leaky,
    { kind: 'conv2d', filters: 128, kernel: 3, stride: 2 },
    norm,
    leaky,
    { kind: 'flatten' },
    { kind: 'dense', units: 1 },
  ],
  { shownActivation: 'sigmoid' },
);

export const FAKE_NETWORKS: readonly NamedNetwork[] = [
  { id: 'generator', spec: FAKE_GENERATOR },
  { id: 'discriminator', spec: FAKE_DISCRIMINATOR },
];
