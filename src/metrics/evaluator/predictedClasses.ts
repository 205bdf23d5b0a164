// From probabilities to the class that they speak for.

/**
 * Class with the highest probability of each row.
 * @param probabilities [count * classes]
 */
export function predictedClasses(probabilities: Float32Array, classes: number): Uint8Array {
  const count = classes > 0 ? probabilities.length / classes : 0;
  return Uint8Array.from({ length: count }, (_, row) => {
    let best = 0;
    for (let c = 1; c < classes; c++) {
      if (probabilities[row * classes + c] > probabilities[row * classes + best]) best = c;
    }
    return best;
  });
}
