// Writes a network with branches: layers are added to values that are there, and each addition gives the value it made.
// Layers in a row need no builder, `chain` writes them.
import type { LayerSpec, NetworkInput, NetworkNode, NetworkSpec, Shape } from './network';

export class NetworkBuilder {
  readonly #inputs: NetworkInput[] = [];
  readonly #nodes: NetworkNode[] = [];
  readonly #counts = new Map<string, number>();

  constructor(private readonly name: string) {}

  /** Something that goes in. @returns the value, for `add` */
  input(name: string, shape: Shape): string {
    this.#inputs.push({ name, shape });
    return name;
  }

  /** Layers one after the other; the first takes `from`. @returns the last one's value, or `from` without any layer */
  add(from: string, ...layers: readonly LayerSpec[]): string {
    return layers.reduce((value, layer) => this.join([value], layer), from);
  }

  /** A layer that takes several values. @returns its value */
  join(from: readonly string[], layer: LayerSpec): string {
    const count = (this.#counts.get(layer.kind) ?? 0) + 1;
    this.#counts.set(layer.kind, count);
    const id = `${layer.kind}_${count}`;
    this.#nodes.push({ ...layer, id, from });
    return id;
  }

  /** The network that makes these values. */
  build(...outputs: readonly string[]): NetworkSpec {
    return { name: this.name, inputs: this.#inputs, nodes: this.#nodes, outputs };
  }
}
