// Where the tensors that outlive a training step lie: a recorded step reads and writes these places, so it must not be
// replayed once one of them moved.
import type { Tensor } from '@tensorflow/tfjs-core';

export class StatePlaces {
  readonly #places: readonly { readonly tensor: Tensor; readonly dataId: object; readonly place: unknown }[];

  /** @param placeOf the buffer or address that holds a tensor's values now */
  constructor(
    state: readonly Tensor[],
    private readonly placeOf: (tensor: Tensor) => unknown,
  ) {
    this.#places = state.map((tensor) => ({ tensor, dataId: tensor.dataId, place: placeOf(tensor) }));
  }

  unchanged(): boolean {
    return this.#places.every(
      ({ tensor, dataId, place }) =>
        !tensor.isDisposed && tensor.dataId === dataId && this.placeOf(tensor) === place,
    );
  }
}
