// The same adversarial step on jax-js: two functions compiled with jit, each with its gradients and its Adam inside.
import { inputShape } from '../../src/core/network';
import {
  defaultDevice,
  init,
  jit,
  lax,
  numpy as np,
  random,
  valueAndGrad,
  type Array as JaxArray,
} from '@jax-js/jax';
import { normalArray } from '../../src/core/random';
import { answerWith } from './answer';
import { applyNetwork, initialWeights } from './jaxNetwork';
import type { StockReply, StockRequest } from './wire';

const SEED = 1;
const [LEARNING_RATE, BETA1, BETA2, EPSILON] = [2e-4, 0.5, 0.999, 1e-7];

/** Weights of one network with both moments of Adam. */
interface Learner {
  weights: JaxArray[];
  first: JaxArray[];
  second: JaxArray[];
}

const kept = (arrays: readonly JaxArray[]): JaxArray[] => arrays.map((array) => array.ref);

function learner(weights: JaxArray[]): Learner {
  const zeros = () => weights.map((weight) => np.zerosLike(weight.ref));
  return { weights, first: zeros(), second: zeros() };
}

/** Adam's update number `t`; takes everything away but `t`, which it reads. */
function adam(
  weights: JaxArray[],
  grads: JaxArray[],
  first: JaxArray[],
  second: JaxArray[],
  t: JaxArray,
): JaxArray[][] {
  const unbias = (moment: JaxArray, beta: number) =>
    moment.div(
      np
        .exp(t.ref.mul(Math.log(beta)))
        .mul(-1)
        .add(1),
    );
  const moments = grads.map((grad, i) => [
    first[i].mul(BETA1).add(grad.ref.mul(1 - BETA1)),
    second[i].mul(BETA2).add(np.square(grad).mul(1 - BETA2)),
  ]);
  const moved = weights.map((weight, i) => {
    const [m, v] = moments[i];
    return weight.sub(
      unbias(m.ref, BETA1)
        .mul(LEARNING_RATE)
        .div(np.sqrt(unbias(v.ref, BETA2)).add(EPSILON)),
    );
  });
  return [moved, moments.map(([m]) => m), moments.map(([, v]) => v)];
}

/** Mean of the logistic loss of logits against a label of 0 or 1, in the form that does not overflow. */
const logistic = (logits: JaxArray, label: number): JaxArray =>
  np.mean(
    np
      .maximum(logits.ref, 0)
      .sub(logits.ref.mul(label))
      .add(np.log(np.exp(np.abs(logits).mul(-1)).add(1))),
  );

function createStep({ generator: g, discriminator: d, batch }: StockRequest): () => Promise<number[]> {
  const [G, D] = [learner(initialWeights(g, SEED)), learner(initialWeights(d, SEED + 1))];
  const [h, w, c] = inputShape(d);
  const real = np.array(normalArray(batch * h * w * c, SEED), { shape: [batch, c, h, w] });
  const judge = (weights: JaxArray[], images: JaxArray, key: JaxArray) =>
    applyNetwork(d, weights, images, key);
  const updateD = jit(
    (
      gW: JaxArray[],
      dW: JaxArray[],
      m: JaxArray[],
      v: JaxArray[],
      z: JaxArray,
      x: JaxArray,
      key: JaxArray,
      t: JaxArray,
    ) => {
      const fake = lax.stopGradient(applyNetwork(g, gW, z, key));
      const [loss, grads] = valueAndGrad((weights: JaxArray[]) =>
        logistic(judge(kept(weights), x.ref, key.ref), 1)
          .add(logistic(judge(weights, fake.ref, key.ref.add(100)), 0))
          .mul(0.5),
      )(kept(dW));
      return [[loss], ...adam(dW, grads, m, v, t)];
    },
  );
  const updateG = jit(
    (
      gW: JaxArray[],
      m: JaxArray[],
      v: JaxArray[],
      dW: JaxArray[],
      z: JaxArray,
      key: JaxArray,
      t: JaxArray,
    ) => {
      const [loss, grads] = valueAndGrad((weights: JaxArray[]) =>
        logistic(judge(kept(dW), applyNetwork(g, weights, z.ref, key), key.ref.add(200)), 1),
      )(kept(gW));
      return [[loss], ...adam(gW, grads, m, v, t)];
    },
  );
  let [step, draws] = [0, 0];
  const latents = () =>
    np.array(normalArray(batch * inputShape(g)[0], SEED, ++draws), { shape: [batch, inputShape(g)[0]] });
  return async () => {
    step++;
    const t = () => np.array(Float32Array.of(step)).reshape([]);
    const z = latents();
    const [dLoss, ...nextD] = updateD(
      kept(G.weights),
      D.weights,
      D.first,
      D.second,
      z,
      real.ref,
      random.key(step),
      t(),
    );
    [D.weights, D.first, D.second] = nextD;
    const again = latents();
    const [gLoss, ...nextG] = updateG(
      G.weights,
      G.first,
      G.second,
      kept(D.weights),
      again,
      random.key(step),
      t(),
    );
    [G.weights, G.first, G.second] = nextG;
    return [...(await dLoss[0].data()), ...(await gLoss[0].data())];
  };
}

let step: (() => Promise<number[]>) | null = null;

answerWith(async (request: StockRequest): Promise<StockReply> => {
  if (request.backend !== 'wasm' && request.backend !== 'cpu')
    throw new RangeError(`No device ${request.backend}.`);
  await init(request.backend);
  defaultDevice(request.backend);
  step ??= createStep(request);
  const ms: number[] = [];
  for (let i = 0; i < request.count; i++) {
    const start = performance.now();
    const losses = await step();
    ms.push(performance.now() - start);
    if (!losses.every(Number.isFinite)) throw new Error(`The losses are ${losses.join(', ')}.`);
  }
  return { ms, description: `jax-js ${request.backend}` };
});
