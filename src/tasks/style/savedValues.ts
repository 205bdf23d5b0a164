// Values of a saved picture or optimizer, by name, of the right length.
import type { NamedTensor } from '../../checkpoints/snapshot';
import { CheckpointMismatchError } from '../../training/snapshot';

/** A copy of the values. @throws CheckpointMismatchError when they are missing or not as many */
export function savedValues(tensors: readonly NamedTensor[], name: string, length: number): Float32Array {
  const found = tensors.find((tensor) => tensor.name === name);
  if (found?.values.length === length) return found.values.slice();
  throw new CheckpointMismatchError(
    `The saved tensor ${name} has ${found?.values.length ?? 'no'} values; this picture needs ${length}.`,
    'The run was changed, or saved with other settings; start a new one.',
  );
}
