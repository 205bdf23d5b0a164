import { describe, expect, it } from 'vitest';
import { chain, type LayerSpec } from '../core/network';
import { NetworkBuilder } from '../core/networkBuilder';
import { dcganAn12954 } from '../models/dcganAn12954';
import { planNetwork } from './plan';

const ops = (input: number[], layers: LayerSpec[]) =>
  planNetwork(chain('n', input, layers)).map(({ layer }) => layer.kind);

describe('planNetwork', () => {
  it('joins what one kernel can do in the reference networks', () => {
    const params = { latentSize: 100, dropout: 0.25 };
    const g = planNetwork(dcganAn12954.buildGenerator([28, 28, 1], params));
    expect(g.map(({ layer }) => layer.kind)).toEqual([
      'dense',
      'reshape',
      'upsampleConv2d',
      'batchNorm',
      'upsampleConv2d',
      'batchNorm',
      'conv2d',
    ]);
    expect(g[0].activation).toMatchObject({ activation: 'relu' });
    expect(g[6].activation).toMatchObject({ activation: 'tanh' });
    const d = planNetwork(dcganAn12954.buildDiscriminator([28, 28, 1], params));
    expect(d.map(({ layer }) => layer.kind)).toEqual([
      'conv2d',
      'activation',
      'conv2d',
      'zeroPad',
      'batchNorm',
      'conv2d',
      'batchNorm',
      'conv2d',
      'batchNorm',
      'flatten',
      'dense',
    ]);
    expect(d[4]).toMatchObject({
      activation: { activation: 'leakyRelu', alpha: 0.2 },
      dropout: { rate: 0.25 },
    });
    const streams = d.flatMap(({ dropout }) => (dropout ? [dropout.layerIndex] : []));
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
    expect(ops([4, 4, 2], [{ kind: 'dropout', rate: 0.5 }])).toEqual(['dropout']);
  });

  const relu: LayerSpec = { kind: 'activation', fn: 'relu' };
  const norm: LayerSpec = { kind: 'batchNorm', momentum: 0.8 };

  it('joins only where a value has one reader and is no output', () => {
    const network = new NetworkBuilder('n');
    const image = network.input('image', [4, 4, 2]);
    const conv = network.add(image, { kind: 'conv2d', filters: 2, kernel: 3 });
    const rectified = network.add(conv, relu);
    const summed = network.join([conv, rectified], { kind: 'add' });
    const normed = network.add(summed, norm);
    const end = network.add(normed, relu);
    const kinds = (...outputs: string[]) =>
      planNetwork(network.build(...outputs)).map(({ layer, to }) => `${layer.kind} ${to}`);
    const apart = ['conv2d conv2d_1', 'activation activation_1', 'add add_1'];
    expect(kinds(end)).toEqual([...apart, 'batchNorm activation_2']);
    expect(kinds(end, normed)).toEqual([...apart, 'batchNorm batchNorm_1', 'activation activation_2']);
  });

  it('joins on every branch', () => {
    const network = new NetworkBuilder('n');
    const image = network.input('image', [4, 4, 2]);
    const left = network.add(image, { kind: 'upsample' }, { kind: 'conv2d', filters: 2, kernel: 3 }, relu);
    const right = network.add(image, { kind: 'conv2d', filters: 3, kernel: 3 }, norm, relu, {
      kind: 'dropout',
      rate: 0.5,
    });
    const steps = planNetwork(network.build(left, right));
    expect(steps.map(({ layer }) => layer.kind)).toEqual(['upsampleConv2d', 'conv2d', 'batchNorm']);
    expect(steps[0]).toMatchObject({ from: ['image'], to: left, activation: { activation: 'relu' } });
    expect(steps[2]).toMatchObject({ from: ['conv2d_2'], to: right, dropout: { rate: 0.5, layerIndex: 6 } });
  });

  it('keeps apart what cannot be differentiated twice when joined', () => {
    const layers: LayerSpec[] = [{ kind: 'dense', units: 2 }, { kind: 'activation', fn: 'tanh' }, norm, relu];
    const steps = planNetwork(chain('n', [2], layers), ({ activation }) => activation === 'tanh');
    expect(steps.map(({ layer }) => layer.kind)).toEqual(['dense', 'activation', 'batchNorm']);
  });

  it('joins no activation that fused kernels do not know', () => {
    const gelu: LayerSpec = { kind: 'activation', fn: 'gelu' };
    expect(ops([2], [{ kind: 'dense', units: 2 }, gelu, norm, gelu, { kind: 'dropout', rate: 0.5 }])).toEqual(
      ['dense', 'activation', 'batchNorm', 'activation'],
    );
  });
});
