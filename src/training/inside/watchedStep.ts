// Keeps what a step of two adversaries is made of, while it is taken: batches, scores, layers of one picture, gradients and
// what the updates changed. `read` makes plain data of it; `dispose` frees the copies.
import { add, keep, slice, sub, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { GanvasError } from '../../core/errors';
import type { ImageBatch } from '../../core/history';
import type { Network, ValueWatch } from '../../engine/network';
import type {
  InsideNetwork,
  Learners,
  NumberPictures,
  WatchedLayer,
  WatchedPass,
  WatchedStep,
  WatchedWeights,
} from '../../protocol';
import { asImageBatch } from '../imageBatch';
import type { StepWatch, WatchedBatches } from '../stepWatch';
import type { Trainer } from '../trainer';
import { nodeOf } from './layerMaps';
import { channelMaps, kernelPictures } from './numberPictures';

/** The run took no step, because all of its steps are taken. */
export class NoStepTakenError extends GanvasError {}

interface KeptUpdate {
  readonly network: Network;
  readonly gradients: readonly Tensor[];
  readonly before: readonly Tensor[];
  readonly changes: readonly Tensor[];
}

const copy = (tensor: Tensor): Tensor => keep(tensor.clone());
const PASSES: readonly WatchedPass[] = ['draw', 'judgeReal', 'judgeFake', 'forge', 'judgeForged'];

export class StepKeeper implements StepWatch {
  #updatesOfD = 0;
  readonly #kept = new Map<string, Tensor>();
  readonly #layers = new Map<WatchedPass, { layer: string; made: Tensor }[]>();
  readonly #updates = new Map<InsideNetwork, KeptUpdate>();

  /** @param row picture of the batches whose layers are kept; the last one where there are fewer */
  constructor(
    private readonly learns: Learners,
    private readonly row: number,
  ) {}

  seeNoise(update: InsideNetwork, noise: Tensor): void {
    this.#put(`noise/${update}`, noise);
  }

  seeBatches(batches: WatchedBatches): void {
    this.#updatesOfD++;
    for (const [name, tensor] of Object.entries<Tensor>({ ...batches })) this.#put(name, tensor);
  }

  seeForged(images: Tensor, scores: Tensor): void {
    this.#put('forged', images);
    this.#put('onForged', scores);
  }

  seeLoss(of: InsideNetwork, loss: Tensor): void {
    this.#put(`loss/${of}`, loss);
  }

  pass(pass: WatchedPass): ValueWatch {
    for (const { made } of this.#layers.get(pass) ?? []) made.dispose();
    const layers: { layer: string; made: Tensor }[] = [];
    this.#layers.set(pass, layers);
    return (layer, made) => {
      const [rows, ...shape] = made.shape;
      const at = Math.min(this.row, rows - 1);
      layers.push({ layer, made: keep(slice(made, [at, ...shape.map(() => 0)], [1, ...shape])) });
    };
  }

  update(
    id: InsideNetwork,
    network: Network,
    gradients: readonly Tensor[],
    others: readonly Tensor[] | null,
    make: () => void,
  ): void {
    this.#forget(id);
    // Sums and copies of their own: the update may work in place.
    const whole = gradients.map((g, i) => keep(tidy(() => (others ? add(g, others[i]) : add(g, 0)))));
    const before = network.trainable.map((weight) => keep(tidy(() => add(weight, 0))));
    if (this.learns === 'both' || this.learns === id) make();
    const changes = network.trainable.map((weight, i) => keep(tidy(() => sub(weight, before[i]))));
    this.#updates.set(id, { network, gradients: whole, before, changes });
  }

  /** @throws NoStepTakenError when it saw none */
  async read(trainer: Trainer, step: number): Promise<WatchedStep> {
    if (this.#updates.size < 2) {
      throw new NoStepTakenError(
        `The run has taken all of its ${trainer.steps} steps.`,
        'Raise Steps, and it goes on.',
      );
    }
    const { imageShape, loss } = trainer;
    const images = async (name: string): Promise<ImageBatch> => {
      const tensor = this.#get(name);
      return asImageBatch(unpacked(await tensor.data(), tensor.shape, imageShape[2]), imageShape);
    };
    const numbers = async (name: string) => Float32Array.from(await this.#get(name).data());
    return {
      ...{ step, learns: this.learns, updatesOfD: this.#updatesOfD },
      noise: { generator: await this.#noise('generator'), discriminator: await this.#noise('discriminator') },
      ...{ real: await images('real'), fake: await images('fake'), forged: await images('forged') },
      scores: {
        real: await numbers('onReal'),
        fake: await numbers('onFake'),
        forged: await numbers('onForged'),
      },
      boundary: loss.boundary ?? 0,
      losses: {
        generator: (await numbers('loss/generator'))[0],
        discriminator: (await numbers('loss/discriminator'))[0],
      },
      passes: await this.#passes(),
      updates: {
        generator: await this.#weights('generator'),
        discriminator: await this.#weights('discriminator'),
      },
    };
  }

  dispose(): void {
    for (const tensor of this.#kept.values()) tensor.dispose();
    for (const layers of this.#layers.values()) for (const { made } of layers) made.dispose();
    for (const id of [...this.#updates.keys()]) this.#forget(id);
  }

  #put(name: string, tensor: Tensor): void {
    this.#kept.get(name)?.dispose();
    this.#kept.set(name, copy(tensor));
  }

  #get(name: string): Tensor {
    const found = this.#kept.get(name);
    if (found) return found;
    throw new TypeError(`The step showed no ${name}.`);
  }

  #forget(id: InsideNetwork): void {
    const { gradients = [], before = [], changes = [] } = this.#updates.get(id) ?? {};
    for (const tensor of [...gradients, ...before, ...changes]) tensor.dispose();
    this.#updates.delete(id);
  }

  async #noise(update: InsideNetwork): Promise<NumberPictures> {
    const tensor = this.#get(`noise/${update}`);
    const [height] = tensor.shape;
    const values = Float32Array.from(await tensor.data());
    return { count: 1, height, width: values.length / height, values };
  }

  async #passes(): Promise<Record<WatchedPass, readonly WatchedLayer[]>> {
    const read = async (pass: WatchedPass): Promise<readonly WatchedLayer[]> => {
      const layers: WatchedLayer[] = [];
      for (const { layer, made } of this.#layers.get(pass) ?? []) {
        const shape = made.shape.slice(1);
        layers.push({ layer, shape, maps: channelMaps(await made.data(), shape) });
      }
      return layers;
    };
    const [draw, judgeReal, judgeFake, forge, judgeForged] = await Promise.all(PASSES.map(read));
    return { draw, judgeReal, judgeFake, forge, judgeForged };
  }

  async #weights(id: InsideNetwork): Promise<readonly WatchedWeights[]> {
    const found = this.#updates.get(id);
    if (!found) return [];
    const { network, gradients, before, changes } = found;
    const list: WatchedWeights[] = [];
    for (const [i, { name, variable }] of network.learning.entries()) {
      const gradient = await gradients[i].data();
      const { kind } = nodeOf(network.spec, name.slice(0, name.lastIndexOf('/')));
      const { shape } = variable;
      list.push({
        ...{ name, shape },
        gradient: rms(gradient),
        weights: rms(await before[i].data()),
        change: rms(await changes[i].data()),
        picture:
          shape.length > 1 ? kernelPictures(kind, gradient, shape, 0).pictures : channelMaps(gradient, shape),
      });
    }
    return list;
  }
}

function rms(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ** 2;
  return Math.sqrt(sum / Math.max(1, values.length));
}

/** Packed images [b / n, h, w, n * channels] as the images that they were, those of the first place first. */
export function unpacked(
  values: ArrayLike<number>,
  shape: readonly number[],
  channels: number,
): ArrayLike<number> {
  const [rows, height, width, wide] = shape;
  const packing = wide / channels;
  if (packing === 1) return values;
  const pixels = rows * height * width;
  const apart = new Float32Array(values.length);
  for (let place = 0; place < packing; place++)
    for (let at = 0; at < pixels; at++)
      for (let c = 0; c < channels; c++)
        apart[(place * pixels + at) * channels + c] = values[at * wide + place * channels + c];
  return apart;
}
