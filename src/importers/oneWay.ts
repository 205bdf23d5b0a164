// Files that leave here and do not come back, by their names, with the reason. Says nothing of other files.
import { ForeignModelError } from '../readers/errors';

const HINT =
  'Open the run file, or export the run as TensorFlow Lite, ONNX, TensorFlow.js, Keras or PyTorch: these open again. Models of PyTorch leave it as ONNX, by torch.onnx.export.';

const ONE_WAY: readonly (readonly [pattern: RegExp, why: (name: string) => string])[] = [
  [
    /\.(pkl|pth?|ckpt)$/i,
    (name) => `${name} is PyTorch’s own file: objects that only its program can put together.`,
  ],
  [/\.py$/i, (name) => `${name} is a PyTorch program, and programs are not run here; its .npz opens.`],
  [/\.(c|h)$/i, (name) => `${name} is C source, which only a compiler reads.`],
  [/\.bin$/i, (name) => `${name} holds numbers alone: weights whose model.json is missing.`],
];

/** Why none of the files is a model that opens; null where nothing is known of them. */
export function oneWayError(names: readonly string[]): ForeignModelError | null {
  for (const [pattern, why] of ONE_WAY) {
    const name = names.find((candidate) => pattern.test(candidate));
    if (name !== undefined) return new ForeignModelError(why(name), HINT);
  }
  return null;
}
