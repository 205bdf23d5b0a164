// The two networks that play against each other, with what each update needs of them. Owns nothing; the trainer does.
import type { Tensor, Tensor2D } from '@tensorflow/tfjs-core';
import type { RunConfig } from '../core/runConfig';
import type { Network } from '../engine/network';
import type { Adam, AdamSettings } from '../engine/ops/adam';
import type { LossDefinition } from '../losses/define';
import type { Classes } from './classes';

export interface Adversaries {
  readonly generator: Network;
  readonly discriminator: Network;
  /** The averaged generator that samples are drawn from; null when averaging is off. */
  readonly average: Network | null;
  readonly generatorAdam: Adam;
  readonly discriminatorAdam: Adam;
  readonly classes: Classes | null;
  readonly loss: LossDefinition;
}

export const adamSettings = ({ beta1, beta2 }: RunConfig, learningRate: number): AdamSettings => ({
  learningRate,
  beta1,
  beta2,
});

/** The score [b, 1] in a discriminator's outputs. */
export const scoreOf = (classes: Classes | null, outputs: Tensor2D, classRows: Tensor | null): Tensor2D =>
  classes && classRows ? classes.score(outputs, classRows) : outputs;
