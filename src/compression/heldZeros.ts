// Weights that stay zero while others learn: after every update they are set back.
import { mul, tensor, tidy, type Tensor, type Variable } from '@tensorflow/tfjs-core';
import { moveTowards } from '../engine/ops/lerp';

/** Masks of variables. Owns the masks; `dispose` frees them. */
export class HeldZeros {
  readonly #pairs: { readonly variable: Variable; readonly mask: Tensor }[] = [];

  /** Holds `variable` where `mask` is 0. */
  hold(variable: Variable, mask: Float32Array): void {
    this.#pairs.push({ variable, mask: tensor(mask, variable.shape) });
  }

  /** The masks, as tensors that outlive a step. */
  get tensors(): readonly Tensor[] {
    return this.#pairs.map(({ mask }) => mask);
  }

  apply(): void {
    if (this.#pairs.length === 0) return;
    tidy(() => {
      const held = this.#pairs.map(({ variable, mask }) => mul(variable, mask));
      moveTowards(
        this.#pairs.map(({ variable }) => variable),
        held,
        1,
      );
    });
  }

  dispose(): void {
    for (const { mask } of this.#pairs.splice(0)) mask.dispose();
  }
}
