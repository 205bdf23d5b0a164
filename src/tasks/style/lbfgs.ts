// L-BFGS (Liu & Nocedal 1989; Nocedal & Wright 2006, algorithms 7.4 and 7.5) for the pixels of one picture: two-loop recursion over
// the last ten moves and a fixed step, as PyTorch takes it without a line search, so one look at the loss a step. A move that made
// the loss much worse is taken back, which PyTorch does not, and what it said of the curvature is kept. Sums are in double precision.
import { CheckpointMismatchError } from '../../training/snapshot';
import type { OptimizerMemory, PictureOptimizer } from './pictureOptimizer';
import { HISTORY } from './params';
import { savedValues } from './savedValues';

/** Moves along which the gradient changed less say nothing of its curvature. */
const LEAST_CURVATURE = 1e-10;
/** By how many times the loss may rise in a step: along a new direction it often rises a little before it falls. */
const MOST_RISE = 10;

/** A move, by how much the gradient changed along it, and the product of both. */
interface Pair {
  readonly move: Float32Array;
  readonly change: Float32Array;
  readonly curvature: number;
}

// Plain loops, each over arrays of one type: written with callbacks, they take as long as a fifth of a step.

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}

function dotWith(a: Float32Array, q: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * q[i];
  return sum;
}

/** to += times * from. @returns the dot product of the sum with `next` */
function addTo(to: Float64Array, from: Float32Array, times: number, next: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < to.length; i++) {
    const value = to[i] + times * from[i];
    to[i] = value;
    sum += next[i] * value;
  }
  return sum;
}

/** The direction down: minus the estimate of the inverse Hessian times the gradient. */
function descent(gradient: Float32Array, pairs: readonly Pair[]): Float64Array {
  const q = new Float64Array(gradient.length);
  for (let i = 0; i < q.length; i++) q[i] = -gradient[i];
  const last = pairs.at(-1);
  if (!last) return q;
  const shares = new Float64Array(pairs.length);
  let along = dotWith(last.move, q);
  for (let i = pairs.length - 1; i >= 0; i--) {
    shares[i] = along / pairs[i].curvature;
    along = addTo(q, pairs[i].change, -shares[i], pairs[Math.max(0, i - 1)].move);
  }
  const scale = last.curvature / dot(last.change, last.change);
  for (let i = 0; i < q.length; i++) q[i] *= scale;
  along = dotWith(pairs[0].change, q);
  for (const [i, { move, curvature }] of pairs.entries()) {
    const next = pairs[Math.min(pairs.length - 1, i + 1)];
    along = addTo(q, move, shares[i] - along / curvature, next.change);
  }
  return q;
}

const lengthOf = (values: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += Math.abs(values[i]);
  return sum;
};

function changeOf(after: Float32Array, before: Float32Array): Float32Array {
  const change = new Float32Array(after.length);
  for (let i = 0; i < change.length; i++) change[i] = after[i] - before[i];
  return change;
}

export class Lbfgs implements PictureOptimizer {
  #pairs: readonly Pair[] = [];
  /** The last move and the gradient before it; null where the next step begins anew. */
  #last: { readonly move: Float32Array; readonly gradient: Float32Array; readonly loss: number } | null =
    null;

  move(picture: Float32Array, gradient: Float32Array, loss: number): void {
    const last = this.#last;
    const isSound = Number.isFinite(loss) && Number.isFinite(lengthOf(gradient));
    const isWorse = last !== null && !(loss <= MOST_RISE * last.loss);
    if (last && (isWorse || !isSound)) for (let i = 0; i < picture.length; i++) picture[i] -= last.move[i];
    if (!isSound) return this.forget();
    const hasLearned = last !== null && this.#learn(last.move, changeOf(gradient, last.gradient));
    if (isWorse && !hasLearned) return this.forget();
    // Where the picture stands now: after the move, or before it once more.
    const from = isWorse ? last : { gradient: gradient.slice(), loss };
    let direction = descent(from.gradient, this.#pairs);
    if (!(dotWith(from.gradient, direction) < 0)) {
      this.#pairs = [];
      direction = descent(from.gradient, []);
    }
    const isFirst = last === null || this.#pairs.length === 0;
    const size = isFirst ? Math.min(1, 1 / Math.max(Number.MIN_VALUE, lengthOf(from.gradient))) : 1;
    const move = new Float32Array(picture.length);
    for (let i = 0; i < picture.length; i++) {
      move[i] = size * direction[i];
      picture[i] += move[i];
    }
    this.#last = { move, gradient: from.gradient, loss: from.loss };
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
    const pairs = Array.from({ length: count }, (_, i): Pair => {
      const [move, change] = [values(`moves/${i}`), values(`changes/${i}`)];
      return { move, change, curvature: dot(move, change) };
    });
    const last = isUnderWay === 1 ? { move: values('move'), gradient: values('gradient'), loss } : null;
    [this.#pairs, this.#last] = [pairs, last];
  }

  /** @returns whether it said something */
  #learn(move: Float32Array, change: Float32Array): boolean {
    const curvature = dot(move, change);
    if (!(curvature > LEAST_CURVATURE)) return false;
    this.#pairs = [...this.#pairs.slice(this.#pairs.length === HISTORY ? 1 : 0), { move, change, curvature }];
    return true;
  }
}
