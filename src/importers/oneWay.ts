// Files that leave here and do not come back, by their names, with the reason. Says nothing of other files.
import { ForeignModelError } from '../readers/errors';

const HINT =
  'Open the run file, or export the run as TensorFlow Lite, ONNX, TensorFlow.js or Keras: these open again.';

const ONE_WAY: readonly (readonly [name: RegExp, why: string])[] = [
  [/\.(py|npz|pth?)$/i, 'is PyTorch: a program with its numbers, and programs are not run here'],
  [/\.(c|h)$/i, 'is C source, which only a compiler reads'],
  [/\.bin$/i, 'holds numbers alone: a model for the native runner, or weights whose model.json is missing'],
];

/** Why none of the files is a model that opens; null where nothing is known of them. */
export function oneWayError(names: readonly string[]): ForeignModelError | null {
  for (const [pattern, why] of ONE_WAY) {
    const name = names.find((candidate) => pattern.test(candidate));
    if (name !== undefined) return new ForeignModelError(`${name} ${why}.`, HINT);
  }
  return null;
}
