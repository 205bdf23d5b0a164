// The conditional GAN: the class stands beside the noise at the generator's input, and the discriminator asks whether the
// image is a real one of that class, by a projection of its features on the class (Miyato & Koyama 2018).
import { numberParam } from '../core/paramSpec';
import { lightDiscriminator, lightGenerator } from './byClass';
import { dcganLight } from './dcganLight';
import { defineModel } from './define';

export const cgan = defineModel({
  id: 'cgan',
  label: 'Conditional GAN',
  help: 'Draws the digit that you ask for: both networks are told the class of every picture.',
  paper:
    'Mirza, Osindero 2014, https://arxiv.org/abs/1411.1784; Miyato, Koyama 2018, https://arxiv.org/abs/1802.05637',
  sideMultiple: 4,
  normalizesD: true,
  classes: { source: 'labels', head: 'projection' },
  params: dcganLight.params,
  recommended: dcganLight.recommended,
  buildGenerator: (shape, params, classes = 0) =>
    lightGenerator(shape, params, numberParam(params, 'latentSize') + classes),
  buildDiscriminator: (shape, params, classes = 0) => lightDiscriminator(shape, params, classes),
});
