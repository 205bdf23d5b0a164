// Several generators that share all layers but the first, against a discriminator that chooses between real and each of
// them: to tell them apart it must push them to different places.
import { numberParam } from '../core/paramSpec';
import { GENERATORS, lightDiscriminator, lightGenerator } from './byClass';
import { dcganLight } from './dcganLight';
import { defineModel } from './define';

export const madGan = defineModel({
  id: 'mad-gan',
  label: 'Several generators (MAD-GAN)',
  help: 'Several forgers; the police must also say which of them drew a picture, which drives them apart.',
  paper: 'Ghosh et al. 2018, https://arxiv.org/abs/1704.02906',
  sideMultiple: 4,
  normalizesD: true,
  classes: { source: 'generators', head: 'mixture' },
  params: [GENERATORS, ...dcganLight.params],
  recommended: dcganLight.recommended,
  buildGenerator: (shape, params) =>
    lightGenerator(shape, params, numberParam(params, 'latentSize') * numberParam(params, 'generators')),
  buildDiscriminator: (shape, params) => lightDiscriminator(shape, params, numberParam(params, 'generators')),
});
