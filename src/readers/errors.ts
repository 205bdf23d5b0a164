// What can go wrong with a model file, each with its name. The wording of a single case stands where it is found.
import { GanvasError } from '../core/errors';

const CHOOSE_SUPPORTED =
  'Choose a run of this page (.zip), a TensorFlow.js model (model.json with its .bin files, or a zip of them), Keras (.h5, .keras), TensorFlow Lite (.tflite), ONNX (.onnx), or the .npz and .bin that Export writes for PyTorch and boards.';

/** The file is something else than a model that can be opened here. */
export class ForeignModelError extends GanvasError {
  constructor(problem: string, hint = CHOOSE_SUPPORTED) {
    super(problem, hint);
  }
}

/** The file is a model, but bytes are missing or changed. */
export class DamagedModelError extends GanvasError {
  constructor(problem: string, hint = 'Use another copy of the file; no saved run was changed.') {
    super(`The model file is damaged: ${problem}.`, hint);
  }
}

/** Weights that are no numbers, or that make none: whatever is drawn with them is nothing. */
export class BrokenWeightsError extends GanvasError {
  /** @param problem a sentence with the weight's name and its layer's */
  constructor(problem: string) {
    super(
      problem,
      'The model diverged while it was trained, or the file is damaged; use a copy from before.',
    );
  }
}

/** @throws BrokenWeightsError where values are not finite */
export function checkFinite(values: Float32Array, weight: () => string): void {
  const first = values.findIndex((value) => !Number.isFinite(value));
  if (first < 0) return;
  const broken = values.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
  throw new BrokenWeightsError(
    `The weight ${weight()} has ${broken} of ${values.length} values that are no finite numbers, ` +
      `the first (${values[first]}) at place ${first}.`,
  );
}

/** The file holds more than a page can take. */
export class OversizedModelError extends GanvasError {
  constructor(problem: string, hint = 'Choose a smaller model; no saved run was changed.') {
    super(problem, hint);
  }
}

/** A layer that has no counterpart here. */
export class UnsupportedLayerError extends GanvasError {
  /** @param layer its name and kind as the file has them */
  constructor(layer: string, problem: string, supported: string) {
    super(`The layer ${layer} cannot be opened: ${problem}.`, supported);
  }
}
