// Drawn scenes as a data set: each is drawn when it is first asked for, as lazyScenes.ts says.
import { numberParam, type ParamValues } from '../../core/paramSpec';
import { defineDataset } from '../define';

const SIDES = ['32', '48', '64', '96', '128'];
/** Scenes of the series that training does not see. */
const TEST_SCENES = 64;
const [TRAINING, TEST] = [1, 2];

const sideOf = ({ side }: ParamValues): number => Number(side);

const scenes = async (...of: [series: number, size: number, side: number]) =>
  (await import('./lazyScenes')).lazyScenes(...of);

export const drawnScenes = defineDataset({
  id: 'drawn-scenes',
  label: 'Drawn scenes',
  help: 'Landscapes and shaded shapes in colour, drawn on this device: pictures for a network that learns to paint in a style.',
  source: 'Drawn on this device',
  licence: 'MIT',
  shape: [96, 96, 3],
  classes: 0,
  origin: 'embedded',
  accepts: [],
  params: [
    {
      id: 'side',
      kind: 'choice',
      label: 'Image side',
      default: '96',
      choices: SIDES.map((side) => ({ value: side, label: `${side} x ${side} pixels` })),
      help: 'Size of the pictures that are learned from; twice the side takes four times as long.',
    },
    {
      id: 'size',
      kind: 'integer',
      label: 'Images used',
      min: 16,
      max: 4000,
      default: 1000,
      scale: 'log',
      unit: 'images',
      help: 'How many different scenes there are; each is drawn when it is first needed.',
    },
  ],
  shapeOf: (params) => [sideOf(params), sideOf(params), 3],
  load: ({ params }) => scenes(TRAINING, numberParam(params, 'size'), sideOf(params)),
  loadTest: ({ params }) => scenes(TEST, TEST_SCENES, sideOf(params)),
});
