// Filters that nobody trained: they describe colours and fine texture well enough to carry a style (Ustyuzhaninov et al. 2017,
// https://arxiv.org/abs/1606.00021; He et al. 2016, https://arxiv.org/abs/1606.04801), and know no things.
import { defineEncoder } from './define';

export const randomFeatures = defineEncoder({
  id: 'random-features',
  label: 'Random filters',
  help: 'Untrained filters, the same for everybody: they carry colours and fine texture, and know nothing of things or large forms.',
  blocks: [
    { convolutions: 2, filters: 32 },
    { convolutions: 2, filters: 48 },
    { convolutions: 2, filters: 64 },
    { convolutions: 2, filters: 96 },
  ],
  input: 'signed-rgb',
  origin: 'random',
});
