// A network as a TensorFlow.js LayersModel: `model.json` and one file of weights, as `tf.loadLayersModel` reads them.
// https://www.tensorflow.org/js/guide/save_load
import { strToU8 } from 'fflate';
import type { TrainedWeights } from '../../graph/graph';
import type { NetworkSpec } from '../../core/network';
import { createByteList } from '../byteList';
import { INPUT_TEXT } from '../inputText';
import { architectureOf, isRow, kerasModel, type KerasWords } from '../keras/architecture';
import { storeWeight, type TfjsWeights } from './affineWeights';

export const WEIGHTS_FILE = 'weights.bin';

export interface TfjsModelFiles {
  readonly 'model.json': Uint8Array<ArrayBuffer>;
  readonly [WEIGHTS_FILE]: Uint8Array<ArrayBuffer>;
}

const WORDS: KerasWords = {
  namesInput: false,
  input: ({ name, shape }) => ({
    class_name: 'InputLayer',
    config: { batch_input_shape: [null, ...shape], dtype: 'float32', sparse: false, name },
  }),
  layer: (className, config) => ({ class_name: className, config }),
  inbound: ({ from }) => [from.map((value) => [value, 0, 0, {}])],
};

/**
 * @param said what goes in, in words for the page that opens it; '' for noise alone
 * @throws UnsupportedModelError when a weight is missing or a layer has no counterpart
 */
export function tfjsModelFiles(
  spec: NetworkSpec,
  trained: TrainedWeights,
  kind: TfjsWeights,
  said = '',
): TfjsModelFiles {
  const described = kerasModel(spec, trained, 'tfjs');
  const [first, ...others] = described.layers;
  const data = createByteList();
  const weights = described.layers.flatMap((layer) =>
    layer.weights.map(({ name, shape, values }) => {
      const { bytes, quantization } = storeWeight(values, kind);
      data.push(bytes);
      return {
        name: `${layer.config.name}/${name}`,
        shape,
        dtype: 'float32',
        ...(quantization && { quantization }),
      };
    }),
  );
  // Without an input layer the first layer says what goes in.
  const shape = { batch_input_shape: [null, ...described.inputs[0].shape], dtype: 'float32' };
  const layers = isRow(described)
    ? [{ ...first, config: { ...first.config, ...shape } }, ...others]
    : described.layers;
  const model = {
    format: 'layers-model',
    generatedBy: 'Ganvas',
    convertedBy: null,
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
      model_config: architectureOf({ ...described, layers }, WORDS),
    },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights }],
    ...(said !== '' && { userDefinedMetadata: { [INPUT_TEXT]: said } }),
  };
  return { 'model.json': Uint8Array.from(strToU8(JSON.stringify(model))), [WEIGHTS_FILE]: data.concat() };
}
