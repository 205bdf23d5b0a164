// What a person gave to import: which files belong together, and what was found in them, in words.
import { IMPORTED_MODEL } from '../../core/importedGenerator';
import type { ImportedRuns } from '../../protocol';
import { runTitle } from '../../stores/runTitle';
import { words } from './words';

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
export function describeImport({ name: given, step, config, alongside = [], sweep }: ImportedRuns): string {
  const name = runTitle(given);
  if (sweep) return words('import.sweep', { runs: alongside.length + 1, of: sweep.runs.length });
  if (alongside.length > 0) return words('import.runs', { runs: alongside.length + 1, name });
  if (config.model !== IMPORTED_MODEL) return words('import.run', { name, step });
  const { height, width, channels } = config.datasetParams;
  const made = channels === 1 ? 'import.makesGrey' : channels === 3 ? 'import.makesRgb' : 'import.makes';
  return words(made, { name, height: String(height), width: String(width) });
}
