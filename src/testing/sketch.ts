// Test support: a network drawn layer by layer (randomLayers.ts), with the shape at hand and branches that join again.
import { layerFacts, type LayerSpec, type NetworkSpec, type Shape } from '../core/network';
import { NetworkBuilder } from '../core/networkBuilder';

export class Sketch {
  readonly #network: NetworkBuilder;
  #at: string;

  /** @param now shape of what goes in, then of the value at hand */
  constructor(
    name: string,
    public now: Shape,
  ) {
    this.#network = new NetworkBuilder(name);
    this.#at = this.#network.input('input', now);
  }

  add(...layers: readonly LayerSpec[]): void {
    for (const layer of layers) {
      this.now = layerFacts(layer, [this.now], layer.kind).output;
      this.#at = this.#network.add(this.#at, layer);
    }
  }

  /** What `more` makes of the value at hand joins it again: summed where shapes allow and `sums`, else side by side. */
  branch(more: () => void, sums: boolean): void {
    const [at, before] = [this.#at, this.now];
    more();
    const kind = sums && before.join() === this.now.join() ? 'add' : 'concat';
    const layer: LayerSpec = { kind };
    this.now = layerFacts(layer, [before, this.now], kind).output;
    this.#at = this.#network.join([at, this.#at], layer);
  }

  finish(): NetworkSpec {
    return this.#network.build(this.#at);
  }
}
