// The loop that every technique here learns with: a network is brought to draw what another one draws from the same
// inputs, by Adam with a learning rate that falls to zero on a cosine. What differs, the technique gives.
import {
  abs,
  add,
  engine,
  mean,
  mul,
  square,
  sub,
  tidy,
  type Scalar,
  type Tensor,
  type Variable,
} from '@tensorflow/tfjs-core';
import { AbortedError } from '../core/errors';
import { Adam } from '../engine/ops/adam';

export interface Lesson {
  /** For people, when cancelled: `Distillation`. */
  readonly what: string;
  readonly steps: number;
  readonly learningRate: number;
  /** Inputs of a step, [batch, ...]; the loop disposes them. */
  readonly inputs: (step: number) => Tensor;
  /** What is to be drawn from them; run in `tidy`. */
  readonly wanted: (inputs: Tensor) => Tensor;
  /** What is drawn; run under a gradient. */
  readonly drawn: (inputs: Tensor, step: number) => Tensor;
  readonly weights: readonly Variable[];
  /** After the weights moved; awaited. */
  readonly afterStep?: (step: number) => Promise<void> | void;
  readonly signal: AbortSignal;
  /** Steps done and the loss, now and then. */
  readonly progress: (step: number, loss: number) => void;
}

/** Mean distance on pixel values in -1..1, before and after. */
export interface Learned {
  readonly firstLoss: number;
  readonly lastLoss: number;
}

const REPORT_EVERY = 20;
const BUSY_MS = 25;
const ADAM = { beta1: 0.9, beta2: 0.999 };

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** Squares pull large errors in, absolute values keep strokes sharp. */
const distance = (drawn: Tensor, wanted: Tensor): Scalar => {
  const difference = sub(drawn, wanted);
  return mul<Scalar>(add(mean(square(difference)), mean(abs(difference))), 0.5);
};

/** @throws AbortedError when cancelled; the weights are then somewhere on the way */
export async function teach(lesson: Lesson): Promise<Learned> {
  const { steps, signal } = lesson;
  const weights = [...lesson.weights];
  const adam = new Adam(weights);
  let firstLoss = 0;
  let lastLoss = 0;
  let restedAt = performance.now();
  try {
    for (let step = 1; step <= steps; step++) {
      if (signal.aborted) throw new AbortedError(lesson.what);
      const inputs = lesson.inputs(step);
      const wanted = tidy(() => lesson.wanted(inputs));
      const { value, grads } = engine().gradients(
        (): Scalar => distance(lesson.drawn(inputs, step), wanted),
        weights,
      );
      const learningRate = (lesson.learningRate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2;
      adam.apply(grads, { ...ADAM, learningRate });
      const reported = step === 1 || step === steps || step % REPORT_EVERY === 0;
      if (reported) lastLoss = (await value.data())[0];
      if (step === 1) firstLoss = lastLoss;
      for (const t of [inputs, wanted, value, ...grads]) t.dispose();
      await lesson.afterStep?.(step);
      if (reported) lesson.progress(step, lastLoss);
      if (performance.now() - restedAt > BUSY_MS) {
        await nextTask();
        restedAt = performance.now();
      }
    }
  } finally {
    adam.dispose();
  }
  return { firstLoss, lastLoss };
}
