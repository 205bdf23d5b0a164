// What every data set of a person's own pictures lets them choose.
import type { ParamSpec } from '../../core/paramSpec';

/** Of more, as many are taken: those that are too many for memory lie in a file of the device. */
export const MOST_IMAGES = 1_000_000;

export const COLOUR: ParamSpec = {
  id: 'channels',
  kind: 'choice',
  label: 'Colour',
  default: 'rgb',
  choices: [
    { value: 'rgb', label: 'Colour' },
    { value: 'grey', label: 'Grey' },
  ],
  help: 'Train in colour or in shades of grey; grey is simpler to learn. Transparent parts become white.',
};
