import { definePair } from '../define';
import { HASTY, RING, RING_RULES } from './ring';

/** MGAN, Hoang et al. 2018, https://openreview.net/forum?id=rkmu5b0a- */
export const generators = definePair({
  id: 'generators',
  title: 'One generator, or eight',
  summary: 'One generator finds one cluster; eight that must stay apart find all of them.',
  lookFor:
    'On the left one cluster of points runs around the ring. On the right the points part into eight small groups within seconds, and each settles on a cluster of its own.',
  brokenWord: 'collapsed',
  seed: 1,
  shared: { ...RING, ...HASTY, steps: 1500 },
  broken: {
    title: 'One generator',
    why: 'Nothing rewards it for drawing more than one kind of point.',
    settings: { model: 'gan-mlp' },
  },
  mended: {
    title: 'Eight generators and a classifier',
    why: 'A classifier must be able to tell which generator drew a point, so they keep apart.',
    settings: { model: 'mgan-mlp', 'model.generators': 8 },
  },
  keeps: 'both',
  rules: RING_RULES,
});
