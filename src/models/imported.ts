// The model of a run whose generator came from a file: the network is the file's, and there is no discriminator.
import { IMPORTED_MODEL, MOST_GENERATORS, type InputChoice } from '../core/importedGenerator';
import { InvalidValueError } from '../core/errors';
import { chain, type NetworkSpec } from '../core/network';
import type { RunConfig } from '../core/runConfig';
import type { ClassUse } from '../protocol';
import { GENERATORS } from './byClass';
import { defineModel, type ModelDefinition } from './define';

const refuse = (): never => {
  throw new InvalidValueError(
    'An imported generator comes from a file; it cannot be built from settings.',
    'Import the file under Runs, or choose another model.',
  );
};

/** As the catalogue lists it; it builds nothing without a file. */
export const imported = defineModel({
  id: IMPORTED_MODEL,
  label: 'Imported generator',
  help: 'A generator that was opened from a file; it draws and can be exported, but not trained on.',
  paper: 'network and weights as the file has them',
  hidden: true,
  params: [{ ...GENERATORS, min: 1, max: MOST_GENERATORS, default: 1 }],
  recommended: { measureEvery: 0 },
  buildGenerator: refuse,
  buildDiscriminator: refuse,
});

/** How a run uses what is chosen; no discriminator reads it. */
const USES: Readonly<Record<InputChoice['source'], ClassUse>> = {
  labels: { source: 'labels', head: 'projection' },
  generators: { source: 'generators', head: 'mixture' },
};

/** The choice that the settings of such a run name. */
export function importedChoice({ datasetParams, modelParams }: RunConfig): InputChoice | null {
  const [classes, generators] = [datasetParams.classes, modelParams.generators];
  if (typeof classes === 'number' && classes > 0) return { source: 'labels', count: classes };
  if (typeof generators === 'number' && generators > 1) return { source: 'generators', count: generators };
  return null;
}

/**
 * The model of one file. Its discriminator has no layers, which says that there is none.
 * @param choice what is chosen beside the noise; null where nothing is known of it
 */
export const importedModel = (network: NetworkSpec, choice: InputChoice | null = null): ModelDefinition => ({
  ...imported,
  ...(choice && { classes: USES[choice.source] }),
  buildGenerator: () => network,
  buildDiscriminator: (shape) => chain('discriminator', shape, []),
});
