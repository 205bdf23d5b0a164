// Runs an exported LayersModel with TensorFlow.js' own loader, from the bytes of its files: the independent reader that
// the export is proved by. On the backend that is active. Loaded when first needed.
import { tensor, tidy, type io } from '@tensorflow/tfjs-core';
import { GanvasError, toWireError } from '../../core/errors';
import { WEIGHTS_FILE, type TfjsModelFiles } from '../tfjs/layersModel';

/** TensorFlow.js refuses the files. */
export class LayersModelError extends GanvasError {}

/** The files as `loadLayersModel` would fetch them. */
function handlerOf(files: TfjsModelFiles): io.IOHandler {
  return {
    load: async () => {
      const json: io.ModelJSON = JSON.parse(new TextDecoder().decode(files['model.json']));
      return {
        modelTopology: json.modelTopology,
        format: json.format,
        weightSpecs: json.weightsManifest.flatMap(({ weights }) => weights),
        weightData: files[WEIGHTS_FILE].buffer,
      };
    },
  };
}

/**
 * Loads the model and draws `rows` examples.
 * @throws LayersModelError with the loader's words
 */
export async function runLayersModel(
  files: TfjsModelFiles,
  inputs: Float32Array,
  rows: number,
  inputShape: readonly number[],
): Promise<Float32Array> {
  const { loadLayersModel } = await import('@tensorflow/tfjs-layers');
  try {
    const model = await loadLayersModel(handlerOf(files));
    const output = tidy(() => {
      const predicted = model.predict(tensor(inputs, [rows, ...inputShape]), { batchSize: rows });
      if (Array.isArray(predicted)) throw new TypeError(`The model has ${predicted.length} outputs.`);
      return predicted;
    });
    const values = Float32Array.from(await output.data());
    output.dispose();
    model.dispose();
    return values;
  } catch (error) {
    throw new LayersModelError(
      `TensorFlow.js refuses the model: ${toWireError(error).message}`,
      'Choose another format, and report this with the model that you chose.',
    );
  }
}
