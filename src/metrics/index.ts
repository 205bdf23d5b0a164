// Every metric, in the order of the table. A new one is a file and a line here.
import { cameThrough } from './cameThrough';
import { classifierScore } from './classifierScore';
import type { MetricDefinition } from './define';
import { coverage, density } from './densityCoverage';
import { classFrechet, frechet } from './frechetDistance';
import { goodSamples } from './goodSamples';
import { gridDivergence, gridJensenShannon } from './gridDivergence';
import { klFromUniform, modesCovered } from './modeCoverage';
import { nearestDistance } from './nearestNeighbours';
import { precision, recall } from './precisionRecall';
import { variety } from './variety';

export const metrics: readonly MetricDefinition[] = [
  frechet,
  modesCovered,
  goodSamples,
  klFromUniform,
  gridDivergence,
  gridJensenShannon,
  classifierScore,
  variety,
  precision,
  recall,
  density,
  coverage,
  classFrechet,
  nearestDistance,
  cameThrough,
];
