// Settings that tasks with perceptual losses share: the feature network, and how much each of its layers counts; and what a
// description of such a task needs to know without its trainer.
import type { ChoiceParam, NumberParam, ParamValues } from '../../core/paramSpec';
import { encoders } from '../../encoders';
import type { Pooling } from '../../encoders/network';

/** @param suitsVgg what other parameters begin with where maps are as large as those of VGG */
export const encoderParam = (suitsVgg: ParamValues): ChoiceParam => ({
  id: 'encoder',
  kind: 'choice',
  label: 'Feature network',
  group: 'Features',
  default: encoders[0].id,
  choices: encoders.map(({ id, label, input, origin }) => ({
    value: id,
    label,
    ...(origin === 'files' && { accepts: ['.h5', '.keras', '.json', '.bin'] }),
    ...(input === 'bgr-less-mean' && { suits: suitsVgg }),
  })),
  help: encoders.map(({ label, help }) => `${label}: ${help}`).join(' '),
});

export const POOLING: ChoiceParam = {
  id: 'pooling',
  kind: 'choice',
  label: 'Pooling',
  group: 'Features',
  default: 'average',
  choices: [
    { value: 'average', label: 'Mean of each window: smoother pictures, as the paper advises' },
    { value: 'max', label: 'Largest of each window: as the networks were trained' },
  ],
  help: 'How the feature network halves its maps.',
};

const layerWeight = (
  kind: 'content' | 'style',
  block: number,
  value: number,
  live: boolean,
): NumberParam => ({
  id: `${kind}${block}`,
  kind: 'number',
  label: kind === 'content' ? `Content, conv${block}_2` : `Style, conv${block}_1`,
  group: 'Layers',
  min: 0,
  max: 10,
  step: 0.1,
  default: value,
  ...(live && { live }),
  help:
    kind === 'content'
      ? 'How much the maps of this layer count for the content; deep layers keep forms, shallow ones every line. 0 leaves it out.'
      : 'How much this layer counts for the style; shallow layers hold colours and fine texture, deep ones large strokes. 0 leaves it out.',
});

/** Weights of the layers of content from the first block on, then of those of style. */
export const layerWeightParams = (
  content: readonly number[],
  style: readonly number[],
  live: boolean,
): readonly NumberParam[] => [
  ...content.map((value, i) => layerWeight('content', i + 1, value, live)),
  ...style.map((value, i) => layerWeight('style', i + 1, value, live)),
];

export const poolingOf = ({ pooling }: ParamValues): Pooling => (pooling === 'max' ? 'max' : 'average');

/** Moves that L-BFGS remembers (lbfgs.ts). */
export const HISTORY = 10;
