// The same adversarial step on stock TensorFlow.js: its backends, its optimizer, its losses, none of this project's.
import { inputShape } from '../../src/core/network';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-webgl';
import '@tensorflow/tfjs-backend-webgpu';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import * as tf from '@tensorflow/tfjs-core';
import { normalArray } from '../../src/core/random';
import { answerWith } from './answer';
import { StockNetwork } from './stockNetwork';
import type { StockReply, StockRequest } from './wire';

const SEED = 1;
const [LEARNING_RATE, BETA1, BETA2, EPSILON] = [2e-4, 0.5, 0.999, 1e-7];

interface Run {
  /** One step. @returns the two losses, read back */
  step(): Promise<readonly number[]>;
}

let run: Run | null = null;

function createRun({ generator: g, discriminator: d, batch }: StockRequest): Run {
  const generator = new StockNetwork(g, SEED);
  const discriminator = new StockNetwork(d, SEED + 1);
  const adams = [0, 1].map(() => tf.train.adam(LEARNING_RATE, BETA1, BETA2, EPSILON));
  const real = tf.keep(tf.randomUniform([batch, ...inputShape(d)], -1, 1, 'float32', SEED));
  let drawn = 0;
  const latents = () =>
    tf.tensor(normalArray(batch * inputShape(g)[0], SEED, ++drawn), [batch, inputShape(g)[0]]);
  const loss = (logits: tf.Tensor, label: number): tf.Scalar =>
    tf.mean<tf.Scalar>(tf.losses.sigmoidCrossEntropy(tf.fill(logits.shape, label), logits));
  return {
    async step() {
      const values = tf.tidy(() => {
        const fake = generator.apply(latents());
        const dLoss = adams[0].minimize(
          () =>
            tf.mul<tf.Scalar>(
              tf.add(loss(discriminator.apply(real), 1), loss(discriminator.apply(fake), 0)),
              0.5,
            ),
          true,
          discriminator.trainable,
        );
        const gLoss = adams[1].minimize(
          () => loss(discriminator.apply(generator.apply(latents())), 1),
          true,
          generator.trainable,
        );
        if (!dLoss || !gLoss) throw new Error('The optimizer gave no loss.');
        return tf.stack([dLoss, gLoss]);
      });
      const read = await values.data();
      values.dispose();
      return [...read];
    },
  };
}

answerWith(async (request: StockRequest): Promise<StockReply> => {
  if (!(await tf.setBackend(request.backend))) throw new Error(`${request.backend} does not run here.`);
  run ??= createRun(request);
  const ms: number[] = [];
  for (let i = 0; i < request.count; i++) {
    const start = performance.now();
    const losses = await run.step();
    ms.push(performance.now() - start);
    if (!losses.every(Number.isFinite)) throw new Error(`The losses are ${losses.join(', ')}.`);
  }
  return { ms, description: `tfjs ${tf.version_core} ${tf.getBackend()}` };
});
