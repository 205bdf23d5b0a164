// Trains the feature network that comes with the page on the project's own CPU engine under Node: it learns to name the classes of a
// folder of pictures, and synthetic digits in colours. The head that names them is thrown away. Loaded by trainEncoder.ts.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  engine,
  oneHot,
  setBackend,
  tensor,
  tensor1d,
  tidy,
  type Scalar,
  type Tensor2D,
} from '@tensorflow/tfjs-core';
import { chain } from '../src/core/network';
import { createRandom, type Random } from '../src/core/random';
import { drawSyntheticDigit } from '../src/datasets/syntheticDigits/drawSyntheticDigits';
import { ganvasEncoder as definition } from '../src/encoders/ganvasEncoder';
import { encoderLayers, encoderNetwork } from '../src/encoders/network';
import { packEncoder, randomWeights, unpackEncoder } from '../src/encoders/weights';
import { Network } from '../src/engine/network';
import { Adam } from '../src/engine/ops/adam';
import { matrix } from '../src/engine/ops/rank';
import { registerSimdBackend, SIMD_BACKEND } from '../src/engine/simd/register';
import { crossEntropy } from '../src/metrics/evaluator/classifier';
import { cosineRate } from '../src/metrics/evaluator/trainingPlan';
import { loadTestModule } from '../src/testing/simdModule';
import type { DecodedFolder } from './decodedFolder';
import { repositoryRoot } from './runTool';

const SIDE = 48;
const DIGIT_SIDE = 28;
const DIGITS = 10;
/** Share of a batch that is digits. */
const DIGIT_SHARE = 0.25;
const TOLD_EVERY_SECONDS = 30;

export interface EncoderTraining {
  readonly train: DecodedFolder;
  readonly test: DecodedFolder;
  /** Of the decoded pictures. */
  readonly side: number;
  readonly seconds: number;
  readonly threads: number;
  readonly batch: number;
  readonly rate: number;
  readonly seed: number;
}

/** A crop of a picture, mirrored or not, brighter or darker, into `out`. */
function putPicture(
  folder: DecodedFolder,
  index: number,
  from: number,
  random: Random | null,
  out: Float32Array,
): void {
  const spare = from - SIDE;
  const [left, top] = random ? [random.int(spare + 1), random.int(spare + 1)] : [spare >> 1, spare >> 1];
  const isMirrored = random ? random.uniform() < 0.5 : false;
  const [gain, shift] = random ? [0.8 + 0.4 * random.uniform(), 0.2 * random.uniform() - 0.1] : [1, 0];
  const first = index * from * from * 3;
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const column = left + (isMirrored ? SIDE - 1 - x : x);
      for (let c = 0; c < 3; c++) {
        const value = folder.pixels[first + ((top + y) * from + column) * 3 + c] / 127.5 - 1;
        out[(y * SIDE + x) * 3 + c] = gain * value + shift;
      }
    }
}

/** A digit of one colour on another, somewhere in the picture, into `out`. @returns its class */
function putDigit(seed: number, index: number, random: Random, out: Float32Array): number {
  const { pixels, label } = drawSyntheticDigit(seed, index);
  const colour = () => [0, 1, 2].map(() => 2 * random.uniform() - 1);
  const [ink, paper] = [colour(), colour()];
  const size = DIGIT_SIDE + random.int(SIDE - DIGIT_SIDE + 1);
  const [left, top] = [random.int(SIDE - size + 1), random.int(SIDE - size + 1)];
  for (let y = 0; y < SIDE; y++)
    for (let x = 0; x < SIDE; x++) {
      const [v, u] = [y - top, x - left].map((at) => Math.floor((at * DIGIT_SIDE) / size));
      const isInside = v >= 0 && u >= 0 && v < DIGIT_SIDE && u < DIGIT_SIDE;
      const share = isInside ? pixels[v * DIGIT_SIDE + u] / 255 : 0;
      for (let c = 0; c < 3; c++) out[(y * SIDE + x) * 3 + c] = paper[c] + share * (ink[c] - paper[c]);
    }
  return label;
}

class Learner {
  readonly body: Network;
  readonly #head: Network;
  readonly #adam: Adam;
  readonly #classes: number;

  constructor(folderClasses: number, seed: number) {
    this.#classes = folderClasses + DIGITS;
    const layers = encoderLayers(definition);
    const spec = encoderNetwork(definition, [SIDE, SIDE], 'max', [layers[layers.length - 1]]);
    this.body = new Network({ ...spec, nodes: spec.nodes.map((node) => ({ ...node, frozen: false })) }, seed);
    const start = randomWeights(definition);
    tidy(() => {
      for (const { name, variable } of this.body.weights)
        variable.assign(tensor(start.get(name) ?? [], variable.shape));
    });
    const maps = [SIDE / 8, SIDE / 8, definition.blocks[definition.blocks.length - 1].filters];
    this.#head = new Network(
      chain('head', maps, [{ kind: 'globalAveragePool' }, { kind: 'dense', units: this.#classes }]),
      seed,
    );
    this.#adam = new Adam([...this.body.trainable, ...this.#head.trainable]);
  }

  #logits(images: Float32Array): Tensor2D {
    const input = tensor(images, [images.length / (SIDE * SIDE * 3), SIDE, SIDE, 3]);
    const mode = { kind: 'training', dropoutSeed: 0 } as const;
    return matrix(this.#head.apply(this.body.apply(input, mode), mode));
  }

  train(images: Float32Array, labels: Int32Array, learningRate: number): number {
    const { value, grads } = engine().gradients(
      (): Scalar => crossEntropy(this.#logits(images), oneHot(tensor1d(labels, 'int32'), this.#classes)),
      [...this.#adam.parameters],
    );
    this.#adam.apply(grads, { learningRate, beta1: 0.9, beta2: 0.999 });
    const [loss] = value.dataSync();
    for (const one of [value, ...grads]) one.dispose();
    return loss;
  }

  /** Class numbers. */
  name(images: Float32Array): readonly number[] {
    const rows = tidy(() => this.#logits(images).arraySync());
    return rows.map((row) => row.indexOf(Math.max(...row)));
  }
}

/** Shares of held-back pictures and digits that are named rightly. */
function judge(learner: Learner, { test, side, seed }: EncoderTraining) {
  const volume = SIDE * SIDE * 3;
  const shareOf = (count: number, put: (index: number, out: Float32Array) => number): number => {
    let right = 0;
    for (let start = 0; start < count; start += 50) {
      const some = Math.min(50, count - start);
      const images = new Float32Array(some * volume);
      const labels = Array.from({ length: some }, (_, i) =>
        put(start + i, images.subarray(i * volume, (i + 1) * volume)),
      );
      right += learner.name(images).filter((label, i) => label === labels[i]).length;
    }
    return right / count;
  };
  const { length } = test.classNames;
  return {
    pictures: shareOf(test.labels.length, (index, out) => {
      putPicture(test, index, side, null, out);
      return test.labels[index];
    }),
    digits: shareOf(
      500,
      (index, out) => length + putDigit(seed + 1, index, createRandom(seed, 2, index), out),
    ),
  };
}

/** Trains for so many seconds and writes the network's files. */
export async function trainEncoder(asked: EncoderTraining): Promise<void> {
  const { train, side, seconds, batch, rate, seed } = asked;
  registerSimdBackend(await loadTestModule({ threads: asked.threads }));
  await setBackend(SIMD_BACKEND);
  const learner = new Learner(train.classNames.length, seed);
  const volume = SIDE * SIDE * 3;
  const ofDigits = Math.round(DIGIT_SHARE * batch);
  let [done, told, step, loss] = [0, 0, 0, 0];
  while (done < seconds) {
    const began = performance.now();
    const images = new Float32Array(batch * volume);
    const labels = Int32Array.from({ length: batch }, (_, i) => {
      const random = createRandom(seed, 1, step, i);
      const out = images.subarray(i * volume, (i + 1) * volume);
      if (i < ofDigits) return train.classNames.length + putDigit(seed, step * ofDigits + i, random, out);
      const index = random.int(train.labels.length);
      putPicture(train, index, side, random, out);
      return train.labels[index];
    });
    const now = learner.train(images, labels, cosineRate(rate, done, seconds));
    loss = step === 0 ? now : 0.98 * loss + 0.02 * now;
    step++;
    done += (performance.now() - began) / 1000;
    if (done - told < TOLD_EVERY_SECONDS) continue;
    told = done;
    console.log(`step ${step}, ${done.toFixed(0)} s: loss ${loss.toFixed(3)}`);
  }
  const weights = new Map(
    await Promise.all(
      learner.body.weights.map(
        async ({ name, variable }) => [name, Float32Array.from(await variable.data())] as const,
      ),
    ),
  );
  const { header, bytes } = packEncoder(definition, weights, 'float16');
  const kept = unpackEncoder(definition, new TextEncoder().encode(JSON.stringify(header)), bytes);
  tidy(() => {
    for (const { name, variable } of learner.body.weights)
      variable.assign(tensor(kept.get(name) ?? [], variable.shape));
  });
  const { pictures, digits } = judge(learner, asked);
  const command = `npm run train:encoder -- --images flowers96 --seconds ${seconds} --threads ${asked.threads} --batch ${batch} --rate ${rate} --seed ${seed}`;
  const described = { ...header, command, steps: step, classes: train.classNames, pictures, digits };
  const out = join(repositoryRoot, 'public', 'models', `encoder-${definition.id}`);
  await writeFile(`${out}.bin`, bytes);
  await writeFile(`${out}.json`, `${JSON.stringify(described, null, 1)}\n`);
  console.log(
    `${out}.bin: ${bytes.length} bytes after ${step} steps; held-back pictures ${(100 * pictures).toFixed(1)} %, digits ${(100 * digits).toFixed(1)} %`,
  );
}
