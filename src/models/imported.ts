// The model of a run whose generator came from a file: the network is the file's, and there is no discriminator.
import { IMPORTED_MODEL } from '../core/importedGenerator';
import { InvalidValueError } from '../core/errors';
import { chain, type NetworkSpec } from '../core/network';
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
  params: [],
  recommended: { measureEvery: 0 },
  buildGenerator: refuse,
  buildDiscriminator: refuse,
});

/**
 * The model of one file. Its discriminator has no layers, which says that there is none.
 * @param classes that stand behind the noise in its input; 0 where none are known
 */
export const importedModel = (network: NetworkSpec, classes = 0): ModelDefinition => ({
  ...imported,
  ...(classes > 0 && { classes: { source: 'labels', head: 'projection' } }),
  buildGenerator: () => network,
  buildDiscriminator: (shape) => chain('discriminator', shape, []),
});
