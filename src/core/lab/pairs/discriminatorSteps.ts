import { definePair } from '../define';
import { HASTY, RING, RING_RULES } from './ring';

/** The game's order as Goodfellow et al. 2014 wrote it: k steps of the discriminator for each of the generator. */
export const discriminatorSteps = definePair({
  id: 'discriminator-steps',
  title: 'One step each, or five to one',
  summary: 'A discriminator that cannot keep up is fooled by whatever it has just forgotten.',
  lookFor:
    'On the left the cluster of points runs around the ring and the discriminator runs after it: accuracy near 50 %, yet nothing is learnt. On the right every cluster is held.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, ...HASTY, steps: 1500 },
  broken: {
    title: '1 step of D for 1 of G',
    why: 'The generator moves faster than the discriminator learns and chases its last mistake.',
    settings: { dSteps: 1 },
  },
  mended: {
    title: '5 steps of D for 1 of G',
    why: 'The discriminator knows the whole ring before the generator moves again.',
    settings: { dSteps: 5 },
  },
  keeps: 'both',
  rules: RING_RULES,
});
