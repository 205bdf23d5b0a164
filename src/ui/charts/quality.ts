// Fréchet distance of the samples, with the floor that real images set.
import { isJudgedAtRandom, type MeasurePoint } from '../../core/measures';
import { defineChart, valuesOf } from './define';

/** Said where the Fréchet distance of random features would stand. */
export const RANDOM_CAVEAT =
  'No distance is shown: for these images there is only a judge of random features, whose distance may rise while the pictures get better. A judge that was trained on labelled images of their kind would tell; trust your eyes, and the training images nearest to a sample.';

/** Runs of earlier versions may have begun with random features, whose distances are other numbers: they are no part of the line. */
const shown = (point: MeasurePoint, values: MeasurePoint['values']): number =>
  isJudgedAtRandom(point) ? NaN : (values['frechet-distance'] ?? NaN);

export const quality = defineChart({
  id: 'quality',
  source: 'measures',
  title: 'Quality',
  help: 'Fréchet distance: how far the samples as a whole lie from real images. Lower is better; the floor is what real images reach.',
  xUnit: 'step',
  yUnit: '',
  logScale: true,
  better: 'lower',
  instead: (measures) => {
    const last = measures.at(-1);
    return last && isJudgedAtRandom(last) ? RANDOM_CAVEAT : null;
  },
  toChartData: (measures) => [
    {
      id: 'frechet',
      label: 'Fréchet',
      role: 'generator',
      dash: [],
      values: valuesOf(measures, (point) => shown(point, point.values)),
    },
    {
      id: 'frechetFloor',
      label: 'floor',
      role: 'real',
      reference: true,
      dash: [2, 3],
      values: valuesOf(measures, (point) => shown(point, point.floors)),
    },
  ],
});
