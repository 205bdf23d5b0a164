// Whether the networks of a run were built anew while it trains, as those that grow are, and what they are then.
import type { NetworkSpec } from '../core/network';
import type { NamedNetwork } from '../protocol';
import type { HoldsNetworks } from './snapshot';

export class NetworkNews {
  #told: readonly (NetworkSpec | undefined)[] = [];

  constructor(private readonly tell: (networks: readonly NamedNetwork[]) => void) {}

  /** What is known already. */
  begin({ networks }: HoldsNetworks): void {
    this.#told = networks.map(({ network }) => network.spec);
  }

  /** Tells of networks that are others than were known. */
  look(holder: HoldsNetworks): void {
    const { networks } = holder;
    if (networks.every(({ network }, i) => network.spec === this.#told[i])) return;
    this.begin(holder);
    this.tell(networks.flatMap(({ id, network: { spec } }) => (spec ? [{ id, spec }] : [])));
  }
}
