// The twelve lessons, in their order. Settings are exact, so that a class sees one thing; steps are few enough for two cores.
import type { LabSettings } from '../../core/lab/define';
import { defineLesson, type Lesson } from './define';

/** Digits within half a minute of training on one core. */
const DIGITS: LabSettings = {
  ...{ dataset: 'synthetic-digits', model: 'dcgan-light', loss: 'non-saturating' },
  ...{ batch: 32, steps: 600, sampleEvery: 10, measureEvery: 50, measureSamples: 500 },
};
const seeded = (seed: number, more: LabSettings = {}): LabSettings => ({ ...DIGITS, seed, ...more });

const STEPS = seeded(2, { steps: 100, sampleEvery: 1 });
const FIRST = seeded(3);
const BALANCED = seeded(4, { steps: 300 });
const OVERRUN = seeded(4, { steps: 200, learningRateG: 1e-5, learningRateD: 4e-3, dSteps: 3 });
const LABELS = seeded(5, { model: 'cgan', steps: 500 });
const FEW_IMAGES = seeded(6, { 'dataset.size': 16, steps: 400 });
const MANY_IMAGES = seeded(6, { 'dataset.size': 20_000, steps: 400 });
const JUDGED = seeded(7, { steps: 500 });
const TO_EXPORT = seeded(8, { steps: 400 });
const TO_BOARD = seeded(9, { steps: 400, 'model.width': 0.5 });
const PAIRS: LabSettings = { task: 'pair-translation', dataset: 'digits-outlines', seed: 10, steps: 200 };

export const lessons: readonly Lesson[] = [
  defineLesson({
    id: 'hello-tensorflow',
    minutes: 8,
    lives: [{ id: 'line', kind: 'line' }],
    goals: [
      { id: 'low-loss', kind: 'line', what: 'loss', atMost: 0.05 },
      { id: 'right-at-ten', kind: 'line', what: 'miss', atMost: 0.5 },
    ],
  }),
  defineLesson({
    id: 'forger-and-police',
    minutes: 10,
    lives: [{ id: 'steps', kind: 'run', settings: STEPS }],
    goals: [
      { id: 'five-steps', kind: 'run', what: 'steps', settings: STEPS, atLeast: 5 },
      { id: 'hundred-steps', kind: 'run', what: 'steps', settings: STEPS, atLeast: 100 },
    ],
  }),
  defineLesson({
    id: 'first-digits',
    minutes: 10,
    lives: [{ id: 'digits', kind: 'run', settings: FIRST }],
    goals: [
      { id: 'half-way', kind: 'run', what: 'steps', settings: FIRST, atLeast: 300 },
      {
        ...{ id: 'ten-digits', kind: 'run', what: 'measure', metric: 'modes-covered' },
        ...{ settings: FIRST, atLeast: 10 },
      },
    ],
  }),
  defineLesson({
    id: 'reading-losses',
    minutes: 12,
    lives: [
      { id: 'balanced', kind: 'run', settings: BALANCED },
      { id: 'overrun', kind: 'run', settings: OVERRUN },
    ],
    goals: [
      {
        ...{ id: 'even-game', kind: 'run', what: 'accuracy', settings: BALANCED, fromStep: 200 },
        ...{ atLeast: 0.45, atMost: 0.85 },
      },
      { id: 'police-wins', kind: 'run', what: 'accuracy', settings: OVERRUN, fromStep: 100, atLeast: 0.95 },
    ],
  }),
  defineLesson({
    id: 'mode-collapse',
    minutes: 15,
    lives: [{ id: 'lab', kind: 'place', to: '/lab?pair=digits-tiny-weights' }],
    goals: [
      { id: 'collapsed', kind: 'lab', pair: 'digits-tiny-weights', side: 'broken', atMost: 2 },
      { id: 'healthy', kind: 'lab', pair: 'digits-tiny-weights', side: 'mended', atLeast: 10 },
      { id: 'recovered', kind: 'lab', pair: 'digits-tiny-weights', side: 'recovered', atLeast: 8 },
    ],
  }),
  defineLesson({
    id: 'balance',
    minutes: 12,
    lives: [{ id: 'lab', kind: 'place', to: '/lab?pair=discriminator-steps' }],
    goals: [
      { id: 'one-to-one', kind: 'lab', pair: 'discriminator-steps', side: 'broken', atMost: 3 },
      { id: 'five-to-one', kind: 'lab', pair: 'discriminator-steps', side: 'mended', atLeast: 6 },
    ],
  }),
  defineLesson({
    id: 'labels',
    minutes: 12,
    lives: [
      { id: 'labelled', kind: 'run', settings: LABELS },
      { id: 'use', kind: 'place', to: '/use' },
    ],
    goals: [
      { id: 'learnt', kind: 'run', what: 'steps', settings: LABELS, atLeast: 400 },
      {
        ...{ id: 'all-kinds', kind: 'run', what: 'measure', metric: 'modes-covered' },
        ...{ settings: LABELS, atLeast: 10 },
      },
    ],
  }),
  defineLesson({
    id: 'copying',
    minutes: 15,
    lives: [
      { id: 'few', kind: 'run', settings: FEW_IMAGES },
      { id: 'many', kind: 'run', settings: MANY_IMAGES },
    ],
    goals: [
      { id: 'few-trained', kind: 'run', what: 'steps', settings: FEW_IMAGES, atLeast: 400 },
      {
        ...{ id: 'few-measured', kind: 'run', what: 'report', metric: 'nearest-distance' },
        ...{ settings: FEW_IMAGES, fromStep: 400, atLeast: 0 },
      },
      {
        ...{ id: 'many-measured', kind: 'run', what: 'report', metric: 'nearest-distance' },
        ...{ settings: MANY_IMAGES, fromStep: 400, atLeast: 0 },
      },
    ],
  }),
  defineLesson({
    id: 'eye-and-number',
    minutes: 12,
    lives: [{ id: 'judged', kind: 'run', settings: JUDGED }],
    goals: [
      {
        ...{ id: 'near', kind: 'run', what: 'measure', metric: 'frechet-distance' },
        ...{ settings: JUDGED, fromStep: 200, atMost: 20 },
      },
      {
        ...{ id: 'measured', kind: 'run', what: 'report', metric: 'frechet-distance' },
        ...{ settings: JUDGED, fromStep: 500, atLeast: 0 },
      },
    ],
  }),
  defineLesson({
    id: 'smaller-and-faster',
    minutes: 12,
    lives: [
      { id: 'source', kind: 'run', settings: TO_EXPORT },
      { id: 'export', kind: 'place', to: '/export' },
    ],
    goals: [
      { id: 'trained', kind: 'run', what: 'steps', settings: TO_EXPORT, atLeast: 400 },
      { id: 'floats', kind: 'export', format: 'tflite', variant: 'float32', atLeast: 1 },
      { id: 'integers', kind: 'export', format: 'tflite', variant: 'int8', atLeast: 1 },
    ],
  }),
  defineLesson({
    id: 'onto-the-board',
    minutes: 12,
    lives: [
      { id: 'source', kind: 'run', settings: TO_BOARD },
      { id: 'export', kind: 'place', to: '/export' },
    ],
    goals: [
      { id: 'trained', kind: 'run', what: 'steps', settings: TO_BOARD, atLeast: 400 },
      { id: 'c-source', kind: 'export', format: 'c', variant: 'int8', atLeast: 1 },
    ],
  }),
  defineLesson({
    id: 'pictures-into-pictures',
    minutes: 15,
    lives: [{ id: 'pairs', kind: 'run', settings: PAIRS }],
    goals: [
      { id: 'begun', kind: 'run', what: 'steps', settings: PAIRS, atLeast: 50 },
      { id: 'learnt', kind: 'run', what: 'steps', settings: PAIRS, atLeast: 200 },
    ],
  }),
];

export const lessonOf = (id: string | null): Lesson | undefined => lessons.find((lesson) => lesson.id === id);
