// An option that formats with the discriminator beside the generator share; portable.ts puts the end on.
import type { ChoiceParam } from '../core/paramSpec';

/** For formats that hold the discriminator beside the generator. */
export const DISCRIMINATOR_END: ChoiceParam = {
  id: 'discriminatorEnd',
  kind: 'choice',
  label: 'Discriminator ends in',
  choices: [
    { value: 'logits', label: 'Logits, as it was trained' },
    { value: 'sigmoid', label: 'A sigmoid: probabilities' },
  ],
  default: 'logits',
  help: 'Logits are any number, above 0 for real, and what losses here are made of; a sigmoid makes 0 to 1 of them, as the application note has it. Of the combined model too.',
};
