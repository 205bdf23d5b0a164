// The data set of a run whose generator came from a file: nobody knows which images it learned from, only their size.
import { UNKNOWN_DATA } from '../core/importedGenerator';
import { numberParam, type ParamSpec, type ParamValues } from '../core/paramSpec';
import { arrayDataset } from './arrayDataset';
import { defineDataset } from './define';

const side = (id: string, label: string, max: number): ParamSpec => ({
  id,
  kind: 'integer',
  label,
  min: 1,
  max,
  default: 1,
  help: 'As the imported generator draws it.',
});

const numbered = (count: number): string[] => Array.from({ length: count }, (_, i) => String(i));

const shapeOf = (params: ParamValues): [number, number, number] => [
  numberParam(params, 'height'),
  numberParam(params, 'width'),
  numberParam(params, 'channels'),
];

/** Has no images; classes by number where the file says how many there are. */
export const unknownData = defineDataset({
  id: UNKNOWN_DATA,
  label: 'unknown images',
  help: 'What an imported generator was trained on is not in its file.',
  source: 'not known',
  licence: 'not known; ask whoever made the file',
  shape: [1, 1, 1],
  classes: 0,
  origin: 'embedded',
  hidden: true,
  accepts: [],
  params: [
    {
      id: 'classes',
      kind: 'integer',
      label: 'Classes',
      min: 0,
      max: 1000,
      default: 0,
      help: 'That the imported generator can be asked for.',
    },
    side('height', 'Height', 1024),
    side('width', 'Width', 1024),
    side('channels', 'Channels', 3),
  ],
  shapeOf,
  load: ({ params }) =>
    Promise.resolve(
      arrayDataset({
        shape: shapeOf(params),
        pixels: new Uint8Array(),
        labels: null,
        classNames: numberParam(params, 'classes') > 0 ? numbered(numberParam(params, 'classes')) : null,
      }),
    ),
});
