// What a person gave to import: which files belong together, and what was found in them, in words.
import { IMPORTED_MODEL } from '../../core/importedGenerator';
import type { RunSummary } from '../../protocol';
import { count } from '../../ui/numberFormat';

const isPart = ({ name }: { readonly name: string }): boolean => /\.(json|bin)$|-shard/i.test(name);

/** A model of several files is imported as one, every other file by itself. */
export function importGroups<T extends { readonly name: string }>(
  files: readonly T[],
): readonly (readonly T[])[] {
  const parts = files.filter(isPart);
  // What names the model goes first: messages speak of it.
  const together = parts.toSorted(
    (a, b) => Number(/\.json$/i.test(b.name)) - Number(/\.json$/i.test(a.name)),
  );
  const alone = files.filter((file) => !isPart(file)).map((file) => [file]);
  return together.length > 0 ? [together, ...alone] : alone;
}

/** One sentence on what has become of the file. */
export function describeImport({ name, step, config }: RunSummary): string {
  if (config.model !== IMPORTED_MODEL) return `${name}, step ${count(step)}.`;
  const { height, width, channels } = config.datasetParams;
  const colour = channels === 1 ? 'grey' : channels === 3 ? 'RGB' : '';
  return `${name} makes ${[colour, 'images of', height, 'x', width].filter((word) => word !== '').join(' ')}. Open it to draw with it or to export it.`;
}
