// A form field that every data set of a person's own pictures has.
import type { ParamSpec } from '../../core/paramSpec';

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
