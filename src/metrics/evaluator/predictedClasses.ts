// From probabilities to the class that they speak for.

/** Of a row that speaks for no class: all its probabilities are 0, as of a point between the modes. */
export const NO_CLASS = 255;

/**
 * Class with the highest probability of each row, or `NO_CLASS`.
 * @param probabilities [count * classes]
 */
export function predictedClasses(probabilities: Float32Array, classes: number): Uint8Array {
  const count = classes > 0 ? probabilities.length / classes : 0;
  return Uint8Array.from({ length: count }, (_, row) => {
    let best = 0;
    for (let c = 1; c < classes; c++) {
      if (probabilities[row * classes + c] > probabilities[row * classes + best]) best = c;
    }
    return probabilities[row * classes + best] > 0 ? best : NO_CLASS;
  });
}
