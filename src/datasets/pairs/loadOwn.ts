// A person's kept pictures of two kinds, or in pairs, as a data set: some of them, or those that are kept apart.
import { numberParam } from '../../core/paramSpec';
import { arrayDataset } from '../arrayDataset';
import type { Domain, LoadContext, LoadedDataset } from '../define';
import type { DeviceStore } from '../deviceStore';
import { DatasetFileError, DatasetUnavailableError } from '../errors';
import { readKeptImages } from '../imageFolder/imageStore';
import { keptPixels } from '../imageFolder/keptPixels';
import { spreadOver } from '../imageFolder/spread';
import { asOneSet } from './domains';
import { placeAs, type FormOf } from './ownForm';
import { ownFormat } from './ownParams';

/** Where no test pictures are given, every tenth is kept apart: of both kinds, or of neither. */
const APART_EVERY = 10;

/**
 * The kept pictures as two domains.
 * @param test those that training does not see
 * @throws DatasetUnavailableError when there are none, DatasetFileError when they do not have the form any more
 */
export async function loadOwn(
  context: LoadContext,
  store: DeviceStore,
  test: boolean,
  form: FormOf,
): Promise<LoadedDataset> {
  const set = await readKeptImages(store);
  if (!set) {
    throw new DatasetUnavailableError(
      'There are no pictures of yours for this on this device yet.',
      'Choose two folders, two zips or one zip, or drop them on the page; or choose a ready pair.',
    );
  }
  const format = ownFormat(context.params);
  const entries = set.entries.map(({ path }, index) => ({ path, index }));
  const wanted = form(context.params, entries);
  const { names, placed: all } = placeAs(entries, wanted);
  const most = numberParam(context.params, 'size');
  const domains = new Map(names.map((name) => [name, all.filter(({ domain }) => domain === name)]));
  const ownTest = (own: typeof all): boolean => own.some(({ split }) => split === 'test');
  const isDivided = [...domains.values()].every(
    (own) => own.length === 0 || own.length >= APART_EVERY || ownTest(own),
  );
  /** Numbers of the pictures of a domain that take part. */
  const chosen = (name: string): Uint32Array => {
    const own = domains.get(name) ?? [];
    const isGiven = ownTest(own);
    const isApart = (at: number): boolean =>
      isGiven ? own[at].split === 'test' : isDivided && at % APART_EVERY === APART_EVERY - 1;
    const some = own.filter((_, at) => isApart(at) === test).map(({ image }) => image.index);
    return Uint32Array.from(spreadOver(some, test ? some.length : most).taken);
  };
  const domain = async (name: string, half?: 'left' | 'right'): Promise<Domain> => {
    const pixels = await keptPixels(set, half ? { ...format, half } : format, context, store);
    const { side, channels } = format;
    const images = arrayDataset({
      ...{ shape: [side, side, channels], pixels, labels: null, classNames: null },
      chosen: chosen(half ? names[0] : name),
    });
    if (images.size > 0) return { name, images };
    throw new DatasetFileError(
      `There are no ${test ? 'test ' : ''}pictures of ${name}.`,
      'Give more pictures.',
    );
  };
  const halves = wanted === 'halves';
  const a = await domain(names[0], halves ? 'left' : undefined);
  const b = await domain(names[1], halves ? 'right' : undefined);
  return asOneSet({ a, b, aligned: wanted !== 'domains' });
}
