import { zipSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeHdf5, type Hdf5Group } from '../exporters/formats/hdf5';
import type { EncoderDefinition } from './define';
import { encoderWeightsOf } from './fileWeights';
import { createMemoryStore } from '../datasets/deviceStore';
import { keepEncoder, openEncoderWeights } from './openEncoder';
import { vgg16 } from './vgg';
import { encoderWeightShapes, fingerprintOf, packEncoder, randomWeights, unpackEncoder } from './weights';

/** VGG in small. */
const tiny: EncoderDefinition = {
  ...vgg16,
  id: 'tiny',
  label: 'Tiny, from your file',
  blocks: [
    { convolutions: 1, filters: 2 },
    { convolutions: 2, filters: 3 },
  ],
};
const weights = randomWeights(tiny);
const shapes = encoderWeightShapes(tiny);
const fingerprint = fingerprintOf(weights);

const layerName = (name: string): string => name.replace(/^conv(\d)_(\d)$/, 'block$1_conv$2');
const conv = (name: string, from: readonly unknown[]) => ({
  class_name: 'Conv2D',
  name,
  config: { name, filters: 2, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
  inbound_nodes: from,
});

/** A TensorFlow.js layers model whose input has no fixed size, with a dense layer behind. */
function tfjsFiles(rename: (layer: string) => string = layerName, change: readonly number[] = [3, 3, 3, 2]) {
  const names = shapes.filter(({ shape }) => shape.length === 4).map(({ name }) => name.split('/')[0]);
  const layers = names.map((name, i) =>
    conv(rename(name), [[[i === 0 ? 'in' : rename(names[i - 1]), 0, 0, {}]]]),
  );
  const last = rename(names[names.length - 1]);
  const config = {
    name: 'vgg',
    layers: [
      {
        class_name: 'InputLayer',
        name: 'in',
        config: { name: 'in', batch_input_shape: [null, null, null, 3] },
        inbound_nodes: [],
      },
      ...layers,
      {
        class_name: 'Flatten',
        name: 'flatten',
        config: { name: 'flatten' },
        inbound_nodes: [[[last, 0, 0, {}]]],
      },
    ],
    input_layers: [['in', 0, 0]],
    output_layers: [['flatten', 0, 0]],
  };
  const manifest = shapes.map(({ name, shape }, i) => {
    const [layer, role] = name.split('/');
    return { name: `${rename(layer)}/${role}`, shape: i === 0 ? change : shape, dtype: 'float32' };
  });
  const json = {
    modelTopology: { model_config: { class_name: 'Functional', config } },
    weightsManifest: [{ paths: ['weights.bin'], weights: manifest }],
  };
  const { bytes } = packEncoder(tiny, weights, 'float32');
  return [
    { name: 'model.json', bytes: strToU8(JSON.stringify(json)) },
    { name: 'weights.bin', bytes },
  ];
}

describe('weights of a file', () => {
  it('are read from a TensorFlow.js model by name, and by order where its layers have other names', () => {
    expect(fingerprintOf(encoderWeightsOf(tiny, tfjsFiles()))).toBe(fingerprint);
    expect(
      fingerprintOf(
        encoderWeightsOf(
          tiny,
          tfjsFiles((name) => `my_${name}`),
        ),
      ),
    ).toBe(fingerprint);
  });

  it('are read from HDF5 of weights alone, with the names of Keras 1 too', async () => {
    for (const old of [false, true]) {
      const groups: Record<string, Hdf5Group> = {};
      for (const { name, shape } of shapes) {
        const [layer, role] = name.split('/');
        const group = layerName(layer);
        const own = old ? `${group}_${role === 'kernel' ? 'W' : 'b'}_1:0` : `${role}:0`;
        const dataset = { shape, values: weights.get(name) ?? new Float32Array() };
        const { datasets = {} } = groups[group] ?? {};
        groups[group] = { datasets: { ...datasets, [own]: dataset } };
      }
      const bytes = await writeHdf5({ attributes: { layer_names: Object.keys(groups) }, groups });
      const read = encoderWeightsOf(tiny, [{ name: 'vgg.h5', bytes }]);
      expect(fingerprintOf(read)).toBe(fingerprint);
    }
  });

  it('are read from a .keras archive by its folders', async () => {
    const [{ bytes: json }] = tfjsFiles();
    const { model_config: config } = JSON.parse(new TextDecoder().decode(json)).modelTopology;
    const layers: Record<string, Hdf5Group> = {};
    for (const [i, { name, shape }] of shapes.entries()) {
      const folder = i < 2 ? 'conv2d' : `conv2d_${i >> 1}`;
      const dataset = { shape, values: weights.get(name) ?? new Float32Array() };
      const { datasets = {} } = layers[folder]?.groups?.vars ?? {};
      layers[folder] = { groups: { vars: { datasets: { ...datasets, [String(i % 2)]: dataset } } } };
    }
    const bytes = zipSync({
      'config.json': strToU8(JSON.stringify(config)),
      'model.weights.h5': await writeHdf5({ groups: { layers: { groups: layers } } }),
    });
    expect(fingerprintOf(encoderWeightsOf(tiny, [{ name: 'vgg.keras', bytes }]))).toBe(fingerprint);
  });

  it('that do not fit are named', () => {
    expect(() => encoderWeightsOf(tiny, tfjsFiles(layerName, [3, 3, 2, 3]))).toThrow(
      'the weight kernel of block1_conv1 (Conv2D) is [3, 3, 2, 3], its layer needs [3, 3, 3, 2]',
    );
    expect(() => encoderWeightsOf(vgg16, tfjsFiles())).toThrow(
      'VGG16 has 13 convolutions, block1_conv1 to block5_conv3; the file has 3, and block1_conv2, block3_conv1',
    );
    expect(() =>
      encoderWeightsOf(
        vgg16,
        tfjsFiles((name) => `my_${name}`),
      ),
    ).toThrow('the file has 3: my_conv1_1, my_conv2_1, my_conv2_2.');
    expect(() => encoderWeightsOf(tiny, [{ name: 'a.zip', bytes: zipSync({ b: strToU8('c') }) }])).toThrow(
      'no Keras or TensorFlow.js model in a.zip',
    );
  });
});

describe('a file of a feature network', () => {
  it('keeps its numbers, and says what is wrong with it', () => {
    const { header, bytes } = packEncoder(tiny, weights, 'float16');
    const json = strToU8(JSON.stringify(header));
    const half = unpackEncoder(tiny, json, bytes);
    for (const [name, values] of weights)
      values.forEach((value, i) => expect(half.get(name)?.[i]).toBeCloseTo(value, 3));
    expect(() => unpackEncoder(tiny, json, bytes.slice(2))).toThrow('have 392 bytes; 394 are needed');
    expect(() => unpackEncoder(vgg16, json, bytes)).toThrow('is of "tiny"');
    expect(() => unpackEncoder(tiny, bytes, bytes)).toThrow('is no JSON');
  });

  it('is kept on the device, and asked for where it is not', async () => {
    const store = createMemoryStore('a test');
    await expect(openEncoderWeights(tiny, undefined, store)).rejects.toThrow('not on this device yet');
    await keepEncoder(tiny, weights, store);
    expect(fingerprintOf(await openEncoderWeights(tiny, undefined, store))).toBe(fingerprint);
  });
});
