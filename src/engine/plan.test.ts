import { describe, expect, it } from 'vitest';
import { chain, resolveNetwork, type LayerSpec } from '../core/network';
import { dcganAn12954 } from '../models/dcganAn12954';
import { planNetwork } from './plan';

const ops = (input: number[], layers: LayerSpec[]) =>
  planNetwork(resolveNetwork(chain('n', input, layers))).map((op) => op.op);

describe('planNetwork', () => {
  it('joins what one kernel can do in the reference networks', () => {
    const params = { latentSize: 100, dropout: 0.25 };
    const g = planNetwork(resolveNetwork(dcganAn12954.buildGenerator([28, 28, 1], params)));
    expect(g.map((op) => op.op)).toEqual([
      'dense',
      'reshape',
      'upsampleConv2d',
      'batchNorm',
      'upsampleConv2d',
      'batchNorm',
      'conv2d',
    ]);
    expect(g[0]).toMatchObject({ activation: 'relu' });
    expect(g[6]).toMatchObject({ activation: 'tanh' });
    const d = planNetwork(resolveNetwork(dcganAn12954.buildDiscriminator([28, 28, 1], params)));
    expect(d.map((op) => op.op)).toEqual([
      'conv2d',
      'activation',
      'conv2d',
      'zeroPad',
      'batchNorm',
      'conv2d',
      'batchNorm',
      'conv2d',
      'batchNorm',
      'reshape',
      'dense',
    ]);
    expect(d[4]).toMatchObject({ activation: 'leakyRelu', alpha: 0.2, dropout: { rate: 0.25 } });
    const streams = d.flatMap((op) => ('dropout' in op && op.dropout ? [op.dropout.layerIndex] : []));
    expect(new Set(streams).size).toBe(4);
  });

  it('upsamples before convolutions that the joined kernel does not cover', () => {
    expect(ops([4, 4, 2], [{ kind: 'upsample' }, { kind: 'conv2d', filters: 2, kernel: 5 }])).toEqual([
      'upsample',
      'conv2d',
    ]);
    expect(ops([4, 4, 2], [{ kind: 'upsample' }, { kind: 'upsample' }])).toEqual(['upsample', 'upsample']);
  });

  it('keeps an activation before dropout out of the convolution', () => {
    const leaky: LayerSpec = { kind: 'activation', fn: 'leakyRelu' };
    const conv: LayerSpec = { kind: 'conv2d', filters: 2, kernel: 3 };
    expect(ops([4, 4, 2], [conv, leaky])).toEqual(['conv2d']);
    expect(ops([4, 4, 2], [conv, leaky, { kind: 'dropout', rate: 0.5 }])).toEqual(['conv2d', 'activation']);
    expect(ops([4, 4, 2], [{ kind: 'dropout', rate: 0.5 }])).toEqual(['activation']);
  });
});
