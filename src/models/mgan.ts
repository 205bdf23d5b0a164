// Several generators that share all layers but the first, against a discriminator and a classifier that share all layers but
// the last: the generators help the classifier to tell them apart.
import { numberParam } from '../core/paramSpec';
import { GENERATORS, lightDiscriminator, lightGenerator } from './byClass';
import { dcganLight } from './dcganLight';
import { defineModel } from './define';

export const mgan = defineModel({
  id: 'mgan',
  label: 'Several generators (MGAN)',
  help: 'Several forgers, each with a style of its own that a classifier can name: together they cover more kinds of picture.',
  paper: 'Hoang et al. 2018, https://openreview.net/forum?id=rkmu5b0a-',
  sideMultiple: 4,
  normalizesD: true,
  classes: { source: 'generators', head: 'auxiliary' },
  params: [GENERATORS, ...dcganLight.params],
  recommended: dcganLight.recommended,
  buildGenerator: (shape, params) =>
    lightGenerator(shape, params, numberParam(params, 'latentSize') * numberParam(params, 'generators')),
  buildDiscriminator: (shape, params) => lightDiscriminator(shape, params, numberParam(params, 'generators')),
});
