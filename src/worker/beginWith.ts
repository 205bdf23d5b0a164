// A new run begins with the weights of a saved one, as far as they fit: what was learnt on other data is learnt from, and
// layers that are frozen stay as they came.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { InvalidValueError } from '../core/errors';
import type { BegunWith } from '../protocol';
import { takeTensors, type HoldsNetworks } from '../training/snapshot';

/**
 * @param holder networks that have not learnt yet; their optimizers begin anew
 * @throws InvalidValueError when no weight of the saved run has a place in them; nothing has changed then
 */
export function beginWith(holder: HoldsNetworks, { id, name, tensors }: RunSnapshot): BegunWith {
  const { kept, all } = takeTensors(holder, tensors, 'both');
  if (kept > 0) return { id, name, keptWeights: kept, weights: all };
  throw new InvalidValueError(
    `No weight of ${name} has a place in the networks of these settings.`,
    'Choose the model and the sizes that it was trained with, or begin without its weights.',
  );
}
