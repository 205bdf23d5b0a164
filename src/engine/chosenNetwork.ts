// A network of several styles with one of them chosen, as a network of its own: it takes the weights over whenever it is asked to.
import { mul, slice, squeeze, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { withChosenClass } from '../core/chosenClass';
import { Network } from './network';

/** The caller disposes it; its weights are none of the whole network's until `takeChosen`. */
export const chosenNetwork = (whole: Network): Network => new Network(withChosenClass(whole.spec), 0);

/** Gives `chosen` copies of the weights that the whole network has now, and of several rows the one of the class. */
export function takeChosen(chosen: Network, whole: Network, index: number): void {
  const named = new Map(whole.weights.map(({ name, variable }) => [name, variable]));
  tidy(() => {
    for (const { name, variable } of chosen.weights) {
      const source = named.get(name);
      if (!source) throw new TypeError(`${whole.spec.name} has no weight ${name}`);
      const rows: Tensor =
        source.rank === variable.rank ? source : squeeze(slice(source, [index, 0], [1, -1]), [0]);
      variable.assign(mul(rows, 1));
    }
  });
}
