// What a person can choose of their own pictures of two kinds, or in pairs.
import type { ParamSpec, ParamValues } from '../../core/paramSpec';
import type { ImageFormat } from '../imageFolder/decode';
import { COLOUR, MOST_IMAGES } from '../imageFolder/params';

const SIDES = ['28', '32', '48', '64', '96', '128', '192', '256'];

export const OWN_PARAMS: readonly ParamSpec[] = [
  {
    id: 'side',
    kind: 'choice',
    label: 'Image side',
    default: '64',
    choices: SIDES.map((side) => ({ value: side, label: `${side} x ${side} pixels` })),
    help: 'Your pictures are cropped to their middle square and resized to this; twice the side takes four times as long.',
  },
  COLOUR,
  {
    id: 'size',
    kind: 'integer',
    label: 'Images used',
    min: 1,
    max: MOST_IMAGES,
    default: 10_000,
    scale: 'log',
    unit: 'images of each kind',
    help: 'At most this many of each kind take part, spread evenly over all of them.',
  },
];

export const PAIRING: ParamSpec = {
  id: 'pairing',
  kind: 'choice',
  label: 'A pair is',
  default: 'auto',
  choices: [
    { value: 'auto', label: 'Told from the files' },
    { value: 'halves', label: 'One picture: its left and its right half' },
    { value: 'names', label: 'Two pictures with the same name in two folders' },
  ],
  help: 'How your files say which two pictures belong together.',
};

export const ownFormat = (params: ParamValues): ImageFormat => ({
  side: Number(params.side),
  channels: params.channels === 'grey' ? 1 : 3,
});
