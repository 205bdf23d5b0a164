// Real images of a data set as the evaluator sees them, judged bit by bit: training goes on between two bits. Which
// images they are does not depend on the run, so that runs can be compared.
import { tensor } from '@tensorflow/tfjs-core';
import { createRandom } from '../../core/random';
import type { LoadedDataset } from '../../datasets/define';
import { toSignedUnit } from '../../datasets/sampling';
import type { Evaluator } from '../../metrics/evaluator/evaluator';
import { SampleSet } from '../../metrics/sampleSet';

/** Images that are judged at once. */
export const EVALUATED_AT_ONCE = 128;
const ORDER_SEED = 60_601;

/** Numbers of all images in a fixed mixed order. */
export function mixedOrder(size: number): Uint32Array {
  const random = createRandom(ORDER_SEED);
  const order = Uint32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = random.int(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Grows a list of judged images; `take` gives a set of the first ones. */
export class EvaluatedImages {
  #features = new Float32Array();
  #probabilities = new Float32Array();
  #count = 0;
  readonly #sets = new Map<number, SampleSet>();

  /**
   * @param size width of the features
   * @param classes classes of the evaluator, 0 for none
   */
  constructor(
    private readonly size: number,
    private readonly classes: number,
  ) {}

  get count(): number {
    return this.#count;
  }

  add(features: Float32Array, probabilities: Float32Array): void {
    const count = features.length / this.size;
    this.#features = grown(this.#features, this.#count * this.size, features);
    this.#probabilities = grown(this.#probabilities, this.#count * this.classes, probabilities);
    this.#count += count;
  }

  /** The first `count` images (fewer when fewer were judged); what it works out is kept for the next time. */
  take(count: number): SampleSet {
    const most = Math.min(count, this.#count);
    const known = this.#sets.get(most);
    if (known) return known;
    const { size, classes } = this;
    const set = new SampleSet(
      this.#features.slice(0, most * size),
      this.#probabilities.slice(0, most * classes),
      size,
      classes,
    );
    this.#sets.set(most, set);
    return set;
  }
}

function grown(held: Float32Array<ArrayBuffer>, used: number, more: Float32Array): Float32Array<ArrayBuffer> {
  const needed = used + more.length;
  const room = held.length >= needed ? held : new Float32Array(Math.max(needed, 2 * held.length));
  if (room !== held) room.set(held.subarray(0, used));
  room.set(more, used);
  return room;
}

/** Judges real images in a given order, as many at a time as asked for. */
export class RealImages {
  readonly judged: EvaluatedImages;

  constructor(
    private readonly dataset: LoadedDataset,
    private readonly order: Uint32Array,
    private readonly evaluator: Evaluator,
  ) {
    this.judged = new EvaluatedImages(evaluator.size, evaluator.classNames.length);
  }

  /** Most images that there are to judge. */
  get most(): number {
    return this.order.length;
  }

  /** Judges one more handful, up to `wanted` in all. */
  async more(wanted: number): Promise<void> {
    const start = this.judged.count;
    const chosen = this.order.subarray(start, Math.min(this.most, wanted, start + EVALUATED_AT_ONCE));
    if (chosen.length === 0) return;
    const { dataset } = this;
    const values = dataset.readValues?.(chosen) ?? toSignedUnit(dataset.read(chosen).pixels);
    const images = tensor(values, [chosen.length, ...dataset.shape]);
    const { features, probabilities } = await this.evaluator.evaluate(images);
    images.dispose();
    this.judged.add(features, probabilities);
  }
}
