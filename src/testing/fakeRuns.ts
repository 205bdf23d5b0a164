// Runs made of made-up numbers: what the fake worker keeps, and what it says of them. No timers and no messages.
import { inputShape } from '../core/network';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import { createRandom, normalArray } from '../core/random';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type {
  EngineReport,
  LatentSource,
  OpenedClassifier,
  OpenedRun,
  PayloadOf,
  ReplyOf,
  RunRecord,
  RunSummary,
  SavedRuns,
} from '../protocol';
import { FAKE_CATALOGUE, FAKE_GENERATOR, FAKE_NETWORKS } from './fakeCatalogue';
import { fakeDigits } from './fakeImages';

export interface FakeRun {
  id: string;
  name: string;
  config: RunConfig;
  step: number;
  history: HistoryPoint[];
  timeline: TimelineFrame[];
  measures: MeasurePoint[];
  createdAt: number;
  savedAt: number;
  note?: string;
  starred?: boolean;
}

const SAMPLES = 64;
export const clarityAt = (step: number): number => 1 - Math.exp(-step / 500);

export function fakeMeasure(step: number, samples: number): MeasurePoint {
  const learned = clarityAt(step);
  return {
    step,
    seconds: step * 0.05,
    samples,
    evaluator: 'made-up judge',
    values: { 'frechet-distance': 6 - 5 * learned, 'modes-covered': Math.round(2 + 8 * learned) },
    floors: { 'frechet-distance': 0.1, 'modes-covered': 10 },
    floorSamples: samples,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    classCounts: Array.from({ length: 10 }, (_, c) => Math.round((samples / 10) * (c === 1 ? 1.5 : 0.9))),
    generator: { gradient: 0.1, weights: 10 },
    discriminator: { gradient: 0.2, weights: 20 },
  };
}

/** What all fake workers of a page share, as real ones share the disk. */
export class FakeDisk {
  readonly runs = new Map<string, FakeRun>();
  readonly deleted = new Map<string, FakeRun>();
  nextRun = 1;

  /** Deletes a run so that it can be put back. */
  setAside(id: string): void {
    const run = this.runs.get(id);
    if (run) this.deleted.set(id, run);
    this.runs.delete(id);
  }

  putBack(id: string): void {
    const run = this.deleted.get(id);
    if (run) this.runs.set(id, run);
    this.deleted.delete(id);
  }

  list(): SavedRuns {
    const deleted = [...this.deleted.values()].map(({ id, name }) => ({
      id,
      name,
      sizeBytes: 4_210_000,
      deletedAt: Date.now(),
    }));
    return { runs: [...this.runs.values()].map(summaryOf), unreadable: [], deleted, warning: null };
  }
}

export function newRun(id: string, name: string, config: RunConfig): FakeRun {
  const at = Date.now();
  return { id, name, config, step: 0, history: [], timeline: [], measures: [], createdAt: at, savedAt: at };
}

export const copyOf = (run: FakeRun): FakeRun => ({
  ...run,
  history: [...run.history],
  timeline: [...run.timeline],
  measures: [...run.measures],
});

export function summaryOf(run: FakeRun): RunSummary {
  const { id, name, config, step, createdAt, savedAt, note = '', starred = false } = run;
  const seconds = run.history.at(-1)?.seconds ?? 0;
  const thumbnail = fakeDigits(16, config.seed, clarityAt(step));
  const kept = { parent: null, compression: [], sizeBytes: 4_210_000, thumbnail };
  return { id, name, config, step, seconds, createdAt, savedAt, note, starred, ...kept };
}

export function recordOf(run: FakeRun): RunRecord {
  const { history, measures, timeline } = copyOf(run);
  const { id, name, config, step, note = '', starred = false } = run;
  const facts = { id, name, config, step, note, starred, seconds: history.at(-1)?.seconds ?? 0 };
  return { ...facts, history, measures, timeline };
}

export function openedOf(run: FakeRun): OpenedRun {
  return {
    ...copyOf(run),
    health: [],
    grids: [],
    imported: null,
    networks: FAKE_NETWORKS,
    latentSize: inputShape(FAKE_GENERATOR)[0],
    sampleClasses: null,
    pictureTakers: [],
    leavingTakers: [],
    realImages: fakeDigits(25, 999, 1),
    estimatedPeakBytes: 96_000_000,
    trainedOn: null,
  };
}

export function fakeClassifier(dataset: string): OpenedClassifier {
  const config = readRunConfig({ task: 'classifier', dataset, batch: 64 }, FAKE_CATALOGUE);
  const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
  const predicted = new Uint8Array(20);
  return {
    run: openedOf(newRun('fake-classifier', 'Classifier', config)),
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    testImages: fakeDigits(20, 5, 1),
    labels,
    trainingImages: 1000,
    moment: { step: 0, accuracy: 0.1, predicted, certainty: new Float32Array(20).fill(0.1) },
    accuracies: [{ step: 0, accuracy: 0.1 }],
  };
}

export function frameOf(run: FakeRun): TimelineFrame {
  return { step: run.step, images: fakeDigits(SAMPLES, run.config.seed, clarityAt(run.step)) };
}

/** What the step that the run stands at brought. */
export function pointOf(run: FakeRun): HistoryPoint {
  const random = createRandom(run.config.seed, run.step);
  const learned = clarityAt(run.step);
  return {
    step: run.step,
    seconds: (run.history.at(-1)?.seconds ?? 0) + 0.046 + 0.004 * random.uniform(),
    values: {
      dLoss: Math.max(0.05, 0.35 + 0.28 * learned + 0.09 * random.normal()),
      gLoss: Math.max(0.1, 2.4 - 1.3 * learned + 0.25 * random.normal()),
      accuracyReal: Math.min(1, Math.max(0, 0.93 - 0.25 * learned + 0.08 * random.normal())),
      accuracyFake: Math.min(1, Math.max(0, 0.97 - 0.3 * learned + 0.07 * random.normal())),
    },
  };
}

export function fakeReport({ backend: asked, threads }: PayloadOf<'engine/open'>): EngineReport {
  const backend = asked === 'auto' ? 'wasm' : asked;
  return {
    backend,
    description: backend === 'wasm' ? 'WebAssembly SIMD on 2 threads' : `Fake ${backend}`,
    why: asked === 'auto' ? 'The first that passed its self-test.' : 'You chose it.',
    threads: threads || 2,
    crossOriginIsolated: true,
    kernels: null,
    notes: [],
    sharedMemory: true,
    skipped: [
      { backend: 'webgpu', reason: 'This browser offers no graphics adapter.' },
      { backend: 'webgl', reason: 'Software rendering: slower than the processor.' },
    ],
    stepTimes: [],
  };
}

export function drawnBy(run: FakeRun, source: LatentSource): ReplyOf<'samples/draw'> {
  const clarity = clarityAt(run.step);
  const count = source.kind === 'rows' ? source.values.length / source.latentSize : source.count;
  const seed =
    source.kind === 'seed' ? source.seed : source.kind === 'interpolation' ? source.from : run.config.seed;
  const images = fakeDigits(count, seed, clarity);
  const latents = source.kind === 'rows' ? source.values : normalArray(count * 100, seed);
  const realness = Float32Array.from(
    images.pixels.subarray(0, count),
    (_, i) => ((i * 37) % 90) / 100 + 0.05,
  );
  return { images, latents, realness };
}
