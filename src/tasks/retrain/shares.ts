// From logits to shares of the classes, and how surprising the right ones are. Pure.

/** No share counts as smaller: its logarithm stays finite. */
const LEAST_SHARE = 1e-12;

/**
 * exp(x) over its sum, row by row.
 * @param logits [rows * classes]
 */
export function shares(logits: ArrayLike<number>, classes: number): Float32Array {
  const out = new Float32Array(logits.length);
  for (let start = 0; start < logits.length; start += classes) {
    let most = -Infinity;
    for (let c = 0; c < classes; c++) most = Math.max(most, logits[start + c]);
    let sum = 0;
    for (let c = 0; c < classes; c++) sum += Math.exp(logits[start + c] - most);
    for (let c = 0; c < classes; c++) out[start + c] = Math.exp(logits[start + c] - most) / sum;
  }
  return out;
}

/** Mean cross-entropy. @param named shares [labels * classes] */
export function meanSurprise(named: Float32Array, labels: Uint8Array, classes: number): number {
  let sum = 0;
  labels.forEach((label, i) => (sum -= Math.log(Math.max(LEAST_SHARE, named[i * classes + label]))));
  return labels.length > 0 ? sum / labels.length : 0;
}
