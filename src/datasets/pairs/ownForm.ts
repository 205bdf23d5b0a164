// How a person's pictures of two kinds, or in pairs, can be laid out.
import type { ParamValues } from '../../core/paramSpec';
import { DatasetFileError } from '../errors';
import { matchByName, placeInDomains, type Placing } from './ownDomains';

/** Two kinds; left and right halves of each picture; or two folders with equal names. */
export type Form = 'domains' | 'halves' | 'names';

interface Pathed {
  readonly path: string;
}

export type FormOf = (params: ParamValues, images: readonly Pathed[]) => Form;

/** Two kinds always. */
export const domainForm: FormOf = () => 'domains';

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
