// A small seeded run with everything that a saved run can hold, and the vocabulary that it is written in.
import type { RunSnapshot } from '../checkpoints/snapshot';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import { createRandom, normalArray } from '../core/random';
import { readRunConfig, type ConfigVocabulary } from '../core/runConfig';

export const fixtureVocabulary: ConfigVocabulary = {
  datasets: [
    {
      id: 'synthetic-digits',
      params: [
        { id: 'slant', kind: 'number', label: 'Slant', help: 'Tilt.', min: 0, max: 1, default: 0.1 },
        { id: 'smooth', kind: 'boolean', label: 'Smooth', help: 'Soft edges.', default: true },
      ],
    },
  ],
  models: [{ id: 'dcgan-light', params: [], recommended: { batch: 16 } }],
  losses: [{ id: 'non-saturating', params: [] }],
};

export function fixtureHistory(points: number, seed = 5): HistoryPoint[] {
  const random = createRandom(seed);
  return Array.from({ length: points }, (_, i) => ({
    step: i + 1,
    seconds: (i + 1) * 0.1 + random.uniform() / 1000,
    values: {
      dLoss: random.uniform() / 3,
      gLoss: i === 2 ? NaN : random.normal(),
      accuracyReal: random.int(33) / 32,
      accuracyFake: random.int(33) / 32,
    },
  }));
}

export function fixtureMeasure(step: number, changes: Partial<MeasurePoint> = {}): MeasurePoint {
  const random = createRandom(12, step);
  return {
    step,
    seconds: step / 10,
    samples: 1000,
    evaluator: 'classifier of a test',
    values: { 'frechet-distance': random.uniform(), 'modes-covered': 9, 'kl-from-uniform': 0.1 },
    floors: { 'frechet-distance': 0.1, 'modes-covered': 10, 'kl-from-uniform': 0.002 },
    floorSamples: 1000,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    classCounts: [100, 100, 100, 100, 100, 100, 100, 100, 100, 100],
    generator: { gradient: 0.1, weights: 10 },
    discriminator: { gradient: 0.2, weights: 20 },
    ...changes,
  };
}

export function fixtureFrame(step: number, channels = 1): TimelineFrame {
  const random = createRandom(11, step);
  const pixels = new Uint8Array(20 * 6 * 5 * channels).map(() =>
    random.uniform() < 0.5 ? 0 : random.int(256),
  );
  return { step, images: { count: 20, height: 6, width: 5, channels, pixels } };
}

/** A run of some steps; `changes` replace fields. */
export function fixtureSnapshot(changes: Partial<RunSnapshot> = {}): RunSnapshot {
  const strange = Float32Array.of(NaN, Infinity, -Infinity, -0, 1e-45, 3.4028234663852886e38);
  return {
    id: 'run-1',
    name: 'Digits – first try ✎',
    createdAt: 1_700_000_000_000,
    savedAt: 1_700_000_060_000,
    parent: null,
    config: readRunConfig({ seed: 7, learningRateG: 0.00021, 'dataset.slant': 0.3 }, fixtureVocabulary),
    step: 40,
    seconds: 4.000000000000001,
    updates: { generator: 40, discriminator: 80 },
    tensors: [
      { name: 'generator/dense_1/kernel', shape: [10, 30], values: normalArray(300, 1) },
      { name: 'generator/dense_1/bias', shape: [6], values: strange },
      { name: 'optimizer/discriminator/m/dense_1/bias', shape: [], values: Float32Array.of(0.1) },
      { name: 'average/none', shape: [0, 4], values: new Float32Array() },
    ],
    history: fixtureHistory(40),
    measures: [fixtureMeasure(20), fixtureMeasure(40)],
    timeline: [fixtureFrame(0), fixtureFrame(25, 3), fixtureFrame(40)],
    ...changes,
  };
}
