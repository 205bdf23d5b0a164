// L-BFGS (Liu & Nocedal 1989; Nocedal & Wright 2006, algorithms 7.4 and 7.5) for the pixels of one picture: two-loop recursion over
// the last ten moves and a fixed step, as PyTorch takes it without a line search, so one look at the loss a step. A move that made
// the loss much worse is taken back, and begun anew from the gradient. Sums are in double precision.
import { CheckpointMismatchError } from '../../training/snapshot';
import type { OptimizerMemory, PictureOptimizer } from './pictureOptimizer';
import { savedValues } from './savedValues';

export const HISTORY = 10;
/** Moves along which the gradient changed less say nothing of its curvature. */
const LEAST_CURVATURE = 1e-10;
/** By how many times the loss may rise in a step; a step along a new direction often makes it worse before it helps. */
const MOST_RISE = 1e9;

/** A move, and by how much the gradient changed along it. */
interface Pair {
  readonly move: Float32Array;
  readonly change: Float32Array;
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function addTo(to: Float64Array, from: ArrayLike<number>, times: number): void {
  for (let i = 0; i < to.length; i++) to[i] += times * from[i];
}

/** The direction down: minus the estimate of the inverse Hessian times the gradient. */
function descent(gradient: Float32Array, pairs: readonly Pair[]): Float64Array {
  const q = Float64Array.from(gradient, (value) => -value);
  const curvatures = pairs.map(({ move, change }) => dot(move, change));
  const shares = new Float64Array(pairs.length);
  for (let i = pairs.length - 1; i >= 0; i--) {
    shares[i] = dot(pairs[i].move, q) / curvatures[i];
    addTo(q, pairs[i].change, -shares[i]);
  }
  const last = pairs.at(-1);
  if (last) {
    const scale = dot(last.move, last.change) / dot(last.change, last.change);
    for (let i = 0; i < q.length; i++) q[i] *= scale;
  }
  for (const [i, { move, change }] of pairs.entries())
    addTo(q, move, shares[i] - dot(change, q) / curvatures[i]);
  return q;
}

const lengthOf = (values: ArrayLike<number>): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum;
};

export class Lbfgs implements PictureOptimizer {
  #pairs: readonly Pair[] = [];
  /** The last move and the gradient before it; null where the next step begins anew. */
  #last: { readonly move: Float32Array; readonly gradient: Float32Array; readonly loss: number } | null =
    null;

  move(picture: Float32Array, gradient: Float32Array, loss: number): void {
    const last = this.#last;
    const isSound = Number.isFinite(loss) && Number.isFinite(lengthOf(gradient));
    if (!isSound || (last && loss > MOST_RISE * last.loss)) {
      if (last) for (let i = 0; i < picture.length; i++) picture[i] -= last.move[i];
      this.forget();
      return;
    }
    if (last)
      this.#learn(
        last.move,
        Float32Array.from(gradient, (value, i) => value - last.gradient[i]),
      );
    let direction = descent(gradient, this.#pairs);
    if (!(dot(direction, gradient) < 0)) {
      this.#pairs = [];
      direction = descent(gradient, []);
    }
    const isFirst = last === null || this.#pairs.length === 0;
    const size = isFirst ? Math.min(1, 1 / Math.max(Number.MIN_VALUE, lengthOf(gradient))) : 1;
    const move = Float32Array.from(direction, (value) => size * value);
    for (let i = 0; i < picture.length; i++) picture[i] += move[i];
    this.#last = { move, gradient: gradient.slice(), loss };
  }

  forget(): void {
    this.#pairs = [];
    this.#last = null;
  }

  read(shape: readonly number[]): OptimizerMemory {
    const last = this.#last;
    const named = (name: string, values: Float32Array) => ({ name: `lbfgs/${name}`, shape, values });
    const tensors = [
      ...(last ? [named('move', last.move), named('gradient', last.gradient)] : []),
      ...this.#pairs.flatMap(({ move, change }, i) => [
        named(`moves/${i}`, move),
        named(`changes/${i}`, change),
      ]),
    ];
    const numbers = { lbfgs: [this.#pairs.length, last ? 1 : 0, last?.loss ?? 0] };
    return { updates: {}, tensors, numbers };
  }

  restore({ tensors, numbers }: OptimizerMemory, length: number): void {
    const [count = -1, isUnderWay = 0, loss = 0] = numbers.lbfgs ?? [];
    if (!Number.isInteger(count) || count < 0 || count > HISTORY) {
      throw new CheckpointMismatchError(
        `The saved run remembers ${count} moves; from 0 to ${HISTORY} are possible.`,
        'It was changed, or saved with other settings; start a new run.',
      );
    }
    const values = (name: string): Float32Array => savedValues(tensors, `lbfgs/${name}`, length);
    const pairs = Array.from({ length: count }, (_, i) => ({
      move: values(`moves/${i}`),
      change: values(`changes/${i}`),
    }));
    const last = isUnderWay === 1 ? { move: values('move'), gradient: values('gradient'), loss } : null;
    [this.#pairs, this.#last] = [pairs, last];
  }

  #learn(move: Float32Array, change: Float32Array): void {
    if (dot(move, change) > LEAST_CURVATURE)
      this.#pairs = [...this.#pairs.slice(this.#pairs.length === HISTORY ? 1 : 0), { move, change }];
  }
}
