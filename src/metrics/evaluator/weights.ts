// Between a classifier and its weight file: tensors out by name, and back.
import { tensor, tidy } from '@tensorflow/tfjs-core';
import type { Classifier } from './classifier';
import { EvaluatorFileError, unpackWeights, type WeightEntry, type WeightValues } from './weightFile';

/** Every tensor of a classifier. */
export const readWeights = (classifier: Classifier): Promise<readonly WeightValues[]> =>
  Promise.all(
    classifier.weights.map(async ({ name, variable }) => ({
      name,
      shape: variable.shape,
      values: Float32Array.from(await variable.data()),
    })),
  );

/** Puts packed weights into a classifier. @throws EvaluatorFileError when one is missing or has another shape */
export function writeWeights(
  classifier: Classifier,
  bytes: Uint8Array,
  entries: readonly WeightEntry[],
): void {
  const byName = new Map(unpackWeights(bytes, entries).map((entry) => [entry.name, entry]));
  tidy(() => {
    for (const { name, variable } of classifier.weights) {
      const found = byName.get(name);
      if (found?.shape.join() !== variable.shape.join()) {
        throw new EvaluatorFileError(
          `The evaluator's ${name} is ${found?.shape.join(' x ') ?? 'missing'}; expected ${variable.shape.join(' x ')}.`,
          'The files of the site are of different versions; reload the page.',
        );
      }
      variable.assign(tensor(found.values, [...found.shape]));
    }
  });
}
