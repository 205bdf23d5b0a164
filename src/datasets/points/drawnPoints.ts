// A distribution that the person draws: the ink of a small picture is where points are likely. The drawing is a parameter,
// so links and saved runs carry it.
import { inkWhere, isBlank, MOST_INK, DRAWING_SIDE, readDrawing, writeDrawing } from '../../core/drawing';
import { InvalidValueError } from '../../core/errors';
import { numberParam } from '../../core/paramSpec';
import { defineDataset, type LoadedDataset } from '../define';
import { loadPoints, POINT_PARAMS } from './pointDatasets';

/** Two eyes and a mouth: three clusters, one of them bent. */
const SMILE = inkWhere((x, y) => {
  const eye = Math.hypot(Math.abs(x) - 0.4, y - 0.35) < 0.16;
  const mouth = Math.abs(Math.hypot(x, y + 0.02) - 0.62) < 0.1 && y < -0.2;
  return eye || mouth;
});

/** @throws InvalidValueError for a text that is no drawing, or one without ink */
export function loadDrawing(drawing: string, size: number, seed: number): LoadedDataset {
  const ink = readDrawing(drawing);
  if (!ink || isBlank(ink)) {
    throw new InvalidValueError(
      ink ? 'The drawing is empty: there is nothing to learn from it.' : 'The drawing cannot be read.',
      'Draw something in the settings, under “Your drawing”.',
    );
  }
  const inked = [...ink.keys()].filter((cell) => ink[cell] > 0);
  return loadPoints(
    {
      modes: [],
      deviation: 0,
      classes: 0,
      draw(random) {
        // Tries places until one has the ink for it: a drawing of one pale cell is as good as a dark one.
        let cell = inked[random.int(inked.length)];
        while (random.uniform() * MOST_INK >= ink[cell]) cell = inked[random.int(inked.length)];
        const place = (index: number): number => ((index + random.uniform()) / DRAWING_SIDE) * 2 - 1;
        const x = place(cell % DRAWING_SIDE);
        return { x, y: -place(Math.floor(cell / DRAWING_SIDE)), label: 0 };
      },
    },
    size,
    seed,
  );
}

export const drawnPoints = defineDataset({
  id: 'points-drawn',
  label: 'Points that you draw',
  help: 'Draw where points are likely; the generator learns to put its points there.',
  source: 'Drawn by you',
  licence: 'Yours',
  shape: [1, 1, 2],
  classes: 0,
  origin: 'embedded',
  accepts: [],
  params: [
    {
      id: 'drawing',
      kind: 'drawing',
      label: 'Your drawing',
      default: writeDrawing(SMILE),
      help: 'Draw with the pointer; the darker, the more points.',
    },
    ...POINT_PARAMS,
  ],
  load: async ({ params }) =>
    loadDrawing(String(params.drawing), numberParam(params, 'size'), numberParam(params, 'style')),
});
