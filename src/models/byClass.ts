// The light DCGAN with another head and another input, for the models that draw by class or with several generators. Not
// a model that can be chosen.
import type { NetworkSpec } from '../core/network';
import { replaceLast, withInputShape } from '../core/networkEdits';
import type { NumberParam, ParamValues } from '../core/paramSpec';
import { dcganLight } from './dcganLight';
import type { ImageShape } from './define';

/** The light generator from an input of another length. */
export const lightGenerator = (shape: ImageShape, params: ParamValues, inputSize: number): NetworkSpec =>
  withInputShape(dcganLight.buildGenerator(shape, params), [inputSize]);

/** The light discriminator ending in a score and one number for each class. */
export const lightDiscriminator = (shape: ImageShape, params: ParamValues, classes: number): NetworkSpec =>
  replaceLast(dcganLight.buildDiscriminator(shape, params), { kind: 'dense', units: 1 + classes });

export const GENERATORS: NumberParam = {
  id: 'generators',
  kind: 'integer',
  label: 'Generators',
  min: 2,
  max: 16,
  default: 4,
  help: 'How many generators there are; each has a first layer of its own and draws its share of the pictures.',
};
