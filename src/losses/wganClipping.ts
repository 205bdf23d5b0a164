// The first Wasserstein GAN: a critic whose slope is bounded crudely, by clipping its weights (Arjovsky et al. 2017).
import { numberParam } from '../core/paramSpec';
import { critic } from './critic';
import { defineLoss } from './define';

export const wganClipping = defineLoss({
  id: 'wgan-clipping',
  label: 'Wasserstein, weight clipping',
  help: 'The first Wasserstein GAN: the critic is kept from growing steep by cutting its weights off.',
  paper: 'Arjovsky et al. 2017, https://arxiv.org/abs/1701.07875',
  params: [
    {
      id: 'bound',
      kind: 'number',
      label: 'Weight bound',
      min: 0.001,
      max: 1,
      default: 0.01,
      scale: 'log',
      help: 'The critic’s weights are cut to this after each of its steps; the paper takes 0.01.',
    },
  ],
  boundsWeights: true,
  ...critic,
  weightBound: (params) => numberParam(params, 'bound'),
});
