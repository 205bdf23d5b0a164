// A network as a TensorFlow.js LayersModel: `model.json` and one file of weights, as `tf.loadLayersModel` reads them.
// https://www.tensorflow.org/js/guide/save_load
import { strToU8 } from 'fflate';
import type { TrainedWeights } from '../../graph/graph';
import { inputShape, type NetworkSpec } from '../../core/network';
import { createByteList } from '../byteList';
import { kerasLayers } from '../keras/layers';
import { storeWeight, type TfjsWeights } from './affineWeights';

export const WEIGHTS_FILE = 'weights.bin';

export interface TfjsModelFiles {
  readonly 'model.json': Uint8Array<ArrayBuffer>;
  readonly [WEIGHTS_FILE]: Uint8Array<ArrayBuffer>;
}

/** @throws UnsupportedModelError when a weight is missing or a layer has no counterpart */
export function tfjsModelFiles(
  spec: NetworkSpec,
  trained: TrainedWeights,
  kind: TfjsWeights,
): TfjsModelFiles {
  const layers = kerasLayers(spec, trained);
  const data = createByteList();
  const weights = layers.flatMap((layer) =>
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
  const model = {
    format: 'layers-model',
    generatedBy: 'Ganvas',
    convertedBy: null,
    modelTopology: {
      keras_version: 'tfjs-layers 4.22.0',
      backend: 'tensor_flow.js',
      model_config: {
        class_name: 'Sequential',
        config: {
          name: spec.name,
          layers: layers.map(({ className, config }, i) => ({
            class_name: className,
            config:
              i === 0
                ? { ...config, batch_input_shape: [null, ...inputShape(spec)], dtype: 'float32' }
                : config,
          })),
        },
      },
    },
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights }],
  };
  return { 'model.json': Uint8Array.from(strToU8(JSON.stringify(model))), [WEIGHTS_FILE]: data.concat() };
}
