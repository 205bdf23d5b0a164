// Knowledge distillation (Hinton et al. 2015, https://arxiv.org/abs/1503.02531) of generators: a smaller student learns
// to draw what the trained teacher draws from the same latents. Output loss only; the discriminator plays no part, so
// what the student cannot hold becomes soft, and training it on as a run of its own sharpens it again.
import {
  add,
  abs,
  engine,
  mean,
  mul,
  square,
  sub,
  tensor,
  tidy,
  type Scalar,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { AbortedError, InvalidValueError } from '../core/errors';
import { normalArray } from '../core/random';
import type { Network } from '../engine/network';
import { Adam } from '../engine/ops/adam';

export interface DistillJob {
  /** Trained; stays as it is. */
  readonly teacher: Network;
  /** Learns; changed in place. */
  readonly student: Network;
  readonly steps: number;
  readonly batch: number;
  readonly learningRate: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Steps done and the loss, now and then. */
  readonly progress: (step: number, loss: number) => void;
}

/** Mean distance of student and teacher on pixel values in -1..1, before and after. */
export interface Distillation {
  readonly firstLoss: number;
  readonly lastLoss: number;
}

const STREAM = 0xd157;
const REPORT_EVERY = 20;
const BUSY_MS = 25;
const ADAM = { beta1: 0.9, beta2: 0.999 };

const nextTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

function checkFit(teacher: Network, student: Network): void {
  const [from, to] = [teacher.spec.input, student.spec.input].map((shape) => shape.join(' x '));
  if (from === to) return;
  throw new InvalidValueError(
    `The student takes ${to} numbers, the teacher ${from}.`,
    'Give the student the latent size of the teacher.',
  );
}

/** Squares pull large errors in, absolute values keep strokes sharp. */
const distance = (drawn: Tensor, wanted: Tensor): Scalar => {
  const difference = sub(drawn, wanted);
  return mul<Scalar>(add(mean(square(difference)), mean(abs(difference))), 0.5);
};

/**
 * Trains the student on the teacher's images of seeded latents; its learning rate falls to zero on a cosine.
 * @throws InvalidValueError when the latents do not fit, AbortedError when cancelled
 */
export async function distill(job: DistillJob): Promise<Distillation> {
  const { teacher, student, steps, batch, seed, signal } = job;
  checkFit(teacher, student);
  const size = teacher.spec.input[0];
  const adam = new Adam(student.trainable);
  let firstLoss = NaN;
  let lastLoss = NaN;
  let restedAt = performance.now();
  try {
    for (let step = 1; step <= steps; step++) {
      if (signal.aborted) throw new AbortedError('Distillation');
      const latents = tensor(normalArray(batch * size, seed, STREAM, step), [batch, size]);
      const wanted = tidy(() => teacher.apply(latents, { kind: 'inference' }));
      const { value, grads } = engine().gradients(
        (): Scalar => distance(student.apply(latents, { kind: 'training', dropoutSeed: seed }), wanted),
        student.trainable,
      );
      const learningRate = (job.learningRate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2;
      adam.apply(grads, { ...ADAM, learningRate });
      if (step === 1 || step === steps || step % REPORT_EVERY === 0) {
        lastLoss = (await value.data())[0];
        if (step === 1) firstLoss = lastLoss;
        job.progress(step, lastLoss);
      }
      for (const t of [latents, wanted, value, ...grads]) t.dispose();
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
