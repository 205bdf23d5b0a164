// Whether a run file from elsewhere has numbers to go on with. Runs that this page saved itself open whatever they hold: one
// that diverged is still a run of its person.
import { DamagedRunError } from './errors';
import type { NamedTensor } from './snapshot';

/** @throws DamagedRunError for the first tensor that has values that are not finite, with how many they are */
export function checkFiniteTensors(tensors: readonly NamedTensor[]): void {
  for (const { name, values } of tensors) {
    const first = values.findIndex((value) => !Number.isFinite(value));
    if (first < 0) continue;
    const broken = values.reduce((sum, value) => sum + (Number.isFinite(value) ? 0 : 1), 0);
    throw new DamagedRunError(
      `the tensor ${name} has ${broken} of ${values.length} values that are no finite numbers, the first (${values[first]}) at place ${first}`,
      'The run diverged before it was saved; import a copy of an earlier step.',
    );
  }
}
