import { File, ready } from 'h5wasm';
import { describe, expect, it, vi } from 'vitest';
import { buildGraph } from '../../graph/buildGraph';
import { runFloatGraph } from '../../graph/floatReference';
import { inputShape, type NetworkSpec } from '../../core/network';
import { difference } from '../../testing/exportEngine';
import {
  AN12954_SMALL_DISCRIMINATOR,
  AN12954_SMALL_GENERATOR,
  DEPTHWISE_GENERATOR,
  LIGHT_GENERATOR,
  LW_GENERATOR,
  seededInputs,
  seededWeights,
  TINY_DISCRIMINATOR,
  TINY_GENERATOR,
} from '../../testing/exportModels';
import { drawnByKeras } from '../../testing/pythonDraws';
import { pythonMisses } from '../../testing/tools';
import { inARow, kerasModel, type KerasModel } from './architecture';
import { kerasArchive, kerasH5, kerasJson } from './files';

const modelOf = (...specs: readonly NetworkSpec[]): KerasModel =>
  specs
    .map((spec) => kerasModel(spec, seededWeights(spec, 3)))
    .reduce((first, second) => inARow(`${first.name}_${second.name}`, first, second));

const missing = pythonMisses('h5py', 'python3-h5py') ?? pythonMisses('numpy', 'python3-numpy');

describe.skipIf(missing).each([
  ['tiny generator', [TINY_GENERATOR]],
  ['tiny discriminator', [TINY_DISCRIMINATOR]],
  ['tiny pair', [TINY_GENERATOR, TINY_DISCRIMINATOR]],
  ['dcgan-light', [LIGHT_GENERATOR]],
  ['depthwise', [DEPTHWISE_GENERATOR]],
  ['lw-gan', [LW_GENERATOR]],
  ['dcgan-an12954 of 12 pixels', [AN12954_SMALL_GENERATOR]],
  ['dcgan-an12954 discriminator of 12 pixels', [AN12954_SMALL_DISCRIMINATOR]],
] as const)(`%s, read by h5py ${missing ?? ''}`, (_, specs) => {
  const [spec] = specs;
  const inputs = seededInputs(spec, 2);
  let expected = inputs;
  for (const s of specs) expected = runFloatGraph(buildGraph(s, seededWeights(s, 3)), expected, 2);
  const size = Math.max(1, ...expected.map(Math.abs));

  it('.h5 gives the same outputs', async () => {
    const drawn = await drawnByKeras({
      files: { 'model.h5': await kerasH5(modelOf(...specs)) },
      inputs,
      shape: inputShape(spec),
    });
    expect(difference(drawn, expected).max / size).toBeLessThan(2e-5);
  });

  it('.keras gives the same outputs', async () => {
    const drawn = await drawnByKeras({
      files: { 'model.keras': await kerasArchive(modelOf(...specs)) },
      inputs,
      shape: inputShape(spec),
    });
    expect(difference(drawn, expected).max / size).toBeLessThan(2e-5);
  });
});

it('an .h5 holds the weights, read by h5wasm', async () => {
  const model = modelOf(TINY_GENERATOR);
  const bytes = await kerasH5(model);
  const { FS } = await ready;
  FS.writeFile('check.h5', bytes);
  const file = new File('check.h5', 'r');
  for (const { config, weights } of model.layers) {
    for (const w of weights) {
      const found = file.get(`model_weights/${config.name}/${config.name}/${w.name}:0`);
      expect(found && 'shape' in found && found.shape).toEqual([...w.shape]);
      expect(found && 'value' in found && found.value).toEqual(w.values);
    }
  }
  file.close();
});

it('the architecture alone is JSON that names every layer', () => {
  interface Named {
    readonly class_name: string;
    readonly module: string;
  }
  const parsed: Named & { config: { layers: Named[] } } = JSON.parse(kerasJson(modelOf(LIGHT_GENERATOR)));
  // Without a module Keras 3 finds no class: "Could not locate class 'Sequential'".
  expect(parsed.module).toBe('keras');
  expect(parsed.config.layers.every((l) => l.module === 'keras.layers')).toBe(true);
  expect(parsed.config.layers.map((l) => l.class_name).join(' ')).toBe(
    'InputLayer Dense BatchNormalization Activation Dense BatchNormalization Activation Reshape UpSampling2D Conv2D' +
      ' BatchNormalization Activation UpSampling2D Conv2D Activation',
  );
});

it('equal models give equal files, whenever they are written', async () => {
  const writtenAt = async (now: number) => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    try {
      const model = modelOf(TINY_GENERATOR);
      return [await kerasArchive(model), await kerasH5(model)];
    } finally {
      vi.useRealTimers();
    }
  };
  expect(await writtenAt(1e12)).toEqual(await writtenAt(2e12));
});
