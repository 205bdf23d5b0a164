// Progressive growing (Karras et al. 2018): the adversarial game, played with the smallest pictures first. What a step is, and
// how networks become larger, is training/growingTrainer.
import { growthPlan } from '../core/growth';
import { savedGan } from '../training/ganNetworks';
import { GROWTH, growingNetworks, GrowingTrainer, savedPart } from '../training/growingTrainer';
import { adversarial } from './adversarial';
import { defineTask } from './define';

export const progressiveGrowing = defineTask({
  ...adversarial,
  id: 'progressive-growing',
  label: 'Growing networks (progressive GAN)',
  help: 'Both networks begin with images of a few pixels and grow with them: the large comes first, and details are faded in.',
  paper: 'Karras et al. 2018, https://arxiv.org/abs/1710.10196',
  runName: 'Progressive GAN',
  grows: true,
  recommended: {
    model: 'progressive-gan',
    ...{ batch: 32, learningRateG: 1e-3, learningRateD: 1e-3, beta1: 0, beta2: 0.99 },
    ...{ emaDecay: 0.99, steps: 4000 },
  },
  params: [
    {
      id: 'stageSteps',
      kind: 'integer',
      label: 'Steps at each size',
      group: 'Growing',
      min: 1,
      max: 1_000_000,
      default: 400,
      scale: 'log',
      unit: 'steps',
      help: 'How long images of one size are learnt before the next begins; the largest are learnt to the end of the run.',
    },
    {
      id: 'fadeSteps',
      kind: 'integer',
      label: 'Steps of fading in',
      group: 'Growing',
      min: 0,
      max: 1_000_000,
      default: 400,
      unit: 'steps',
      help: 'In how many steps the layers of a new size come to count in full; 0 has them there at once.',
    },
  ],
  charts: [
    ...adversarial.charts,
    {
      id: 'growth',
      title: 'Growth',
      help: 'Side of the images that are learnt, in pixels; while the line rises, twice the side is faded in.',
      unit: '',
      logScale: true,
      exact: true,
      series: [{ id: 'side', label: 'Pixels a side', role: 'generator', dash: [] }],
    },
  ],
  build: (parts) => new GrowingTrainer(parts),
  *saved(parts) {
    const { config, shape, numbers = {} } = parts;
    yield { kind: 'numbers', name: GROWTH, length: 1 };
    yield* savedGan(growingNetworks(parts, savedPart(numbers, growthPlan(shape, config.taskParams))));
  },
});
