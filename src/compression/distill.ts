// Knowledge distillation (Hinton et al. 2015, https://arxiv.org/abs/1503.02531) of generators: a smaller student learns
// to draw what the trained teacher draws from the same latents. Output loss only; the discriminator plays no part, so
// what the student cannot hold becomes soft, and training it on as a run of its own sharpens it again.
import { inputShape } from '../core/network';
import type { Tensor } from '@tensorflow/tfjs-core';
import { InvalidValueError } from '../core/errors';
import type { Network } from '../engine/network';
import { teach, type Learned } from './teach';

export interface DistillJob {
  /** Trained; stays as it is. */
  readonly teacher: Network;
  /** Learns; changed in place. */
  readonly student: Network;
  readonly steps: number;
  /** Inputs of a step, [batch, input]; disposed here. */
  readonly inputs: (step: number) => Tensor;
  readonly learningRate: number;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** Steps done and the loss, now and then. */
  readonly progress: (step: number, loss: number) => void;
}

function checkFit(teacher: Network, student: Network): void {
  const [from, to] = [inputShape(teacher.spec), inputShape(student.spec)].map((shape) => shape.join(' x '));
  if (from === to) return;
  throw new InvalidValueError(
    `The student takes ${to} numbers, the teacher ${from}.`,
    'Give the student the latent size of the teacher.',
  );
}

/**
 * Trains the student on the teacher's images of seeded latents; its learning rate falls to zero on a cosine.
 * @throws InvalidValueError when the latents do not fit, AbortedError when cancelled
 */
export async function distill(job: DistillJob): Promise<Learned> {
  const { teacher, student, seed } = job;
  checkFit(teacher, student);
  return teach({
    ...job,
    what: 'Distillation',
    weights: student.trainable,
    wanted: (latents) => teacher.apply(latents, { kind: 'inference' }),
    drawn: (latents) => student.apply(latents, { kind: 'training', dropoutSeed: seed }),
  });
}
