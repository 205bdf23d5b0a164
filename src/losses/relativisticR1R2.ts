// R3GAN (Huang et al. 2024): relativistic pairing, which asks only whether a real image looks more real than the fake
// beside it, with zero-centred gradient penalties on both (R1 and R2).
import { add, mean, mul, softplus, sub, type Scalar } from '@tensorflow/tfjs-core';
import { numberParam } from '../core/paramSpec';
import { defineLoss } from './define';
import { zeroCentredPenalty } from './slopes';

export const relativisticR1R2 = defineLoss({
  id: 'relativistic-r1-r2',
  label: 'Relativistic pairing, R1 + R2',
  help: 'Compares each fake with a real picture and keeps the police’s scores smooth: hard to collapse, and costs more per step.',
  paper: 'Huang et al. 2024 (R3GAN), https://arxiv.org/abs/2501.05441',
  params: [
    {
      id: 'gamma',
      kind: 'number',
      label: 'Gradient penalty',
      min: 0,
      max: 200,
      default: 2,
      step: 0.1,
      help: 'How strongly the discriminator is kept flat around real and fake pictures; more is steadier and slower.',
    },
  ],
  differentiatesTwice: true,
  penalties: 2,
  comparesScores: true,
  discriminator: (real, fake) => mean(softplus(sub(fake, real))),
  generator: (fake, _, real) => mean(softplus(sub(real(), fake))),
  penalty(context, params) {
    const both = add<Scalar>(
      zeroCentredPenalty(context, context.real),
      zeroCentredPenalty(context, context.fake),
    );
    return mul<Scalar>(both, numberParam(params, 'gamma') / 2);
  },
});
