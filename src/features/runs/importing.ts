// What a person gave to import: which files belong together, and what was found in them, in words.
import { IMPORTED_MODEL } from '../../core/importedGenerator';
import type { ImportedRuns } from '../../protocol';
import { count } from '../../ui/numberFormat';

interface Named {
  readonly name: string;
}

const isPart = ({ name }: Named): boolean => /\.(json|bin)$|-shard/i.test(name);

/** Beside an ONNX model: a file of its weights, which it names. */
const isWeights = ({ name }: Named): boolean => /\.(data|onnx_data|weights)$/i.test(name);

/** A model of several files is imported as one, every other file by itself. */
export function importGroups<T extends Named>(files: readonly T[]): readonly (readonly T[])[] {
  const weights = files.some(isWeights);
  const belongs = (file: T): boolean =>
    isPart(file) || (weights && (isWeights(file) || /\.onnx$/i.test(file.name)));
  const parts = files.filter(belongs);
  // What names the model goes first: messages speak of it.
  const together = parts.toSorted(
    (a, b) => Number(/\.(json|onnx)$/i.test(b.name)) - Number(/\.(json|onnx)$/i.test(a.name)),
  );
  const alone = files.filter((file) => !belongs(file)).map((file) => [file]);
  return together.length > 0 ? [together, ...alone] : alone;
}

/** One sentence on what has become of the file. */
export function describeImport({ name, step, config, alongside = [] }: ImportedRuns): string {
  if (alongside.length > 0) return `${count(alongside.length + 1)} runs: ${name}, and those beside it.`;
  if (config.model !== IMPORTED_MODEL) return `${name}, step ${count(step)}.`;
  const { height, width, channels } = config.datasetParams;
  const colour = channels === 1 ? 'grey' : channels === 3 ? 'RGB' : '';
  return `${name} makes ${[colour, 'images of', height, 'x', width].filter((word) => word !== '').join(' ')}. Open it to draw with it or to export it.`;
}
