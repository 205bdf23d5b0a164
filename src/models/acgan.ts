// The auxiliary-classifier GAN: the discriminator is not told the class but has to guess it, and the generator is to make it
// easy to guess.
import { numberParam } from '../core/paramSpec';
import { lightDiscriminator, lightGenerator } from './byClass';
import { dcganLight } from './dcganLight';
import { defineModel } from './define';

export const acgan = defineModel({
  id: 'acgan',
  label: 'Auxiliary classifier GAN',
  help: 'Draws the digit that you ask for: the police also guess the class, and the forger helps them to.',
  paper: 'Odena et al. 2017, https://arxiv.org/abs/1610.09585',
  sideMultiple: 4,
  normalizesD: true,
  classes: { source: 'labels', head: 'auxiliary' },
  params: dcganLight.params,
  recommended: dcganLight.recommended,
  buildGenerator: (shape, params, classes = 0) =>
    lightGenerator(shape, params, numberParam(params, 'latentSize') + classes),
  buildDiscriminator: (shape, params, classes = 0) => lightDiscriminator(shape, params, classes),
});
