// Several generators of dense layers that share all layers but the first, against a discriminator and a classifier that
// share all layers but the last: MGAN in the plane, where its authors show it first.
import { replaceLast, withInputShape } from '../core/networkEdits';
import { numberParam } from '../core/paramSpec';
import { GENERATORS } from './byClass';
import { defineModel } from './define';
import { ganMlp } from './ganMlp';

export const mganMlp = defineModel({
  id: 'mgan-mlp',
  label: 'Several generators of dense layers (MGAN)',
  help: 'Several forgers for points in the plane, each with a place of its own that a classifier can name.',
  paper: 'Hoang et al. 2018, https://openreview.net/forum?id=rkmu5b0a-',
  classes: { source: 'generators', head: 'auxiliary' },
  params: [GENERATORS, ...ganMlp.params],
  recommended: ganMlp.recommended,
  buildGenerator: (shape, params) =>
    withInputShape(ganMlp.buildGenerator(shape, params), [
      numberParam(params, 'latentSize') * numberParam(params, 'generators'),
    ]),
  buildDiscriminator(shape, params) {
    const units = 1 + numberParam(params, 'generators');
    return replaceLast(ganMlp.buildDiscriminator(shape, params), { kind: 'dense', units });
  },
});
