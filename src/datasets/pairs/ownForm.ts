// How a person's pictures of two kinds, or in pairs, can be laid out, and the fields that the form has for them.
import type { ParamSpec, ParamValues } from '../../core/paramSpec';
import { DatasetFileError } from '../errors';
import type { ImageFormat } from '../imageFolder/decode';
import { GATHER_LIMITS } from '../imageFolder/gather';
import { COLOUR } from '../imageFolder/params';
import { matchByName, placeInDomains, type Placing } from './ownDomains';

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
    max: GATHER_LIMITS.images,
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

/** Two kinds; left and right halves of each picture; or two folders with equal names. */
export type Form = 'domains' | 'halves' | 'names';

interface Pathed {
  readonly path: string;
}

export type FormOf = (params: ParamValues, images: readonly Pathed[]) => Form;

/** What the parameters say of pairs; where they leave it to the files, equal names in two folders count. */
export const pairForm: FormOf = ({ pairing }, images) => {
  if (pairing === 'halves' || pairing === 'names') return pairing;
  try {
    const { placed } = matchByName(placeInDomains(images));
    return 2 * placed.length > images.length ? 'names' : 'halves';
  } catch (error) {
    if (error instanceof DatasetFileError) return 'halves';
    throw error;
  }
};

export const ownFormat = (params: ParamValues): ImageFormat => ({
  side: Number(params.side),
  channels: params.channels === 'grey' ? 1 : 3,
});

/** Pictures where a form puts them; of halves each stands once. @throws DatasetFileError where they do not have the form */
export function placeAs<T extends Pathed>(images: readonly T[], form: Form): Placing<T> {
  if (form === 'domains') return placeInDomains(images);
  if (form === 'names') return matchByName(placeInDomains(images));
  return {
    names: ['left', 'right'],
    placed: images.map((image) => ({ image, split: 'train', domain: 'left', inside: image.path })),
    leftOut: [],
  };
}
