// A worker made of a timer and made-up numbers: it speaks the whole protocol, so that the page and its tests need no
// engine. Never part of the built page.
import { GanvasError, toWireError } from '../core/errors';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import { createRandom, normalArray } from '../core/random';
import { readRunConfig, type RunConfig } from '../core/runConfig';
import type { RunTransition } from '../core/runState';
import type {
  OpenedJudge,
  OpenedRun,
  ProducedFile,
  ReplyOf,
  RequestKind,
  RequestMessage,
  RunSummary,
  WorkerMessage,
} from '../protocol';
import { FAKE_PROFILE, fakeExport, fakeVariant } from './fakeExport';
import { FAKE_CATALOGUE, FAKE_DISCRIMINATOR, FAKE_GENERATOR } from './fakeCatalogue';
import { fakeDigits } from './fakeImages';

class FakeWorkerError extends GanvasError {}

interface FakeRun {
  id: string;
  name: string;
  config: RunConfig;
  step: number;
  history: HistoryPoint[];
  timeline: TimelineFrame[];
  measures: MeasurePoint[];
  createdAt: number;
  savedAt: number;
}

const SAMPLES = 64;
const clarityAt = (step: number): number => 1 - Math.exp(-step / 500);

function fakeMeasure(step: number, samples: number): MeasurePoint {
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

function fakeJudge(dataset: string): OpenedJudge {
  const labels = Uint8Array.from({ length: 20 }, (_, i) => i % 10);
  return {
    dataset,
    classNames: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
    testImages: fakeDigits(20, 5, 1),
    labels,
    trainingImages: 1000,
    moment: {
      step: 0,
      seconds: 0,
      loss: null,
      accuracy: 0.1,
      predicted: new Uint8Array(20),
      certainty: new Float32Array(20).fill(0.1),
    },
  };
}

/** What all fake workers of a page share, as real ones share the disk. */
export class FakeDisk {
  readonly runs = new Map<string, FakeRun>();
  nextRun = 1;
}

export interface FakeOptions {
  readonly disk?: FakeDisk;
  /** Milliseconds between two steps. */
  readonly stepMs?: number;
  readonly loadMs?: number;
  /** Requests that are never answered: a worker in the middle of a long step. */
  readonly silent?: readonly RequestKind[];
  /** Requests that fail. */
  readonly failing?: readonly RequestKind[];
}

const copy = (run: FakeRun): FakeRun => ({
  ...run,
  history: [...run.history],
  timeline: [...run.timeline],
  measures: [...run.measures],
});

export class FakeWorker extends EventTarget {
  readonly received: RequestMessage[] = [];
  terminated = false;
  private run: FakeRun | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private readonly disk: FakeDisk;

  constructor(private readonly options: FakeOptions = {}) {
    super();
    this.disk = options.disk ?? new FakeDisk();
    setTimeout(() => this.post({ kind: 'worker/ready', catalogue: FAKE_CATALOGUE }), options.loadMs ?? 0);
  }

  terminate(): void {
    this.terminated = true;
    clearInterval(this.timer);
  }

  /** As a worker that throws outside of a request. */
  crash(): void {
    if (this.terminated) return;
    this.dispatchEvent(Object.assign(new Event('error'), { message: 'memory access out of bounds' }));
  }

  /** As a training session whose step fails. */
  breakDown(name: string): void {
    const error = { name, message: 'A kernel stopped.', hint: 'This is a test.' };
    clearInterval(this.timer);
    const kept = this.run ? (this.disk.runs.get(this.run.id)?.step ?? null) : null;
    this.changed({ kind: 'fail', error, keptStep: kept });
  }

  post(message: WorkerMessage): void {
    if (!this.terminated) this.dispatchEvent(new MessageEvent('message', { data: message }));
  }

  postMessage(message: RequestMessage): void {
    this.received.push(message);
    if (this.options.silent?.includes(message.kind)) return;
    setTimeout(() => {
      if (this.terminated) return;
      try {
        if (this.options.failing?.includes(message.kind))
          throw new FakeWorkerError(`${message.kind} was told to fail.`, 'This is a test.');
        const value = this.answer(message);
        this.post({ kind: 'reply', id: message.id, ok: true, value });
      } catch (error) {
        this.post({ kind: 'reply', id: message.id, ok: false, error: toWireError(error) });
      }
    }, this.delayOf(message.kind));
  }

  private delayOf(kind: RequestKind): number {
    return kind === 'run/start' || kind === 'samples/file' ? (this.options.loadMs ?? 0) : 0;
  }

  private open(): FakeRun {
    if (!this.run) throw new FakeWorkerError('No run is open.', 'Start or open a run first.');
    return this.run;
  }

  private saved(id: string): FakeRun {
    const run = this.disk.runs.get(id);
    if (!run) throw new FakeWorkerError(`There is no saved run ${id}.`, 'Choose one of the list.');
    return run;
  }

  private changed(transition: RunTransition): void {
    if (this.run) this.post({ kind: 'run/changed', runId: this.run.id, transition });
  }

  private save(): RunSummary {
    const run = this.open();
    run.savedAt = Date.now();
    this.disk.runs.set(run.id, copy(run));
    this.post({ kind: 'run/saved', runId: run.id, step: run.step, savedAt: run.savedAt });
    return this.summary(run);
  }

  private summary(run: FakeRun): RunSummary {
    const { id, name, config, step, createdAt, savedAt } = run;
    const seconds = run.history.at(-1)?.seconds ?? 0;
    const thumbnail = fakeDigits(16, config.seed, clarityAt(step));
    const kept = { parent: null, compression: [], sizeBytes: 4_210_000, thumbnail };
    return { id, name, config, step, seconds, createdAt, savedAt, ...kept };
  }

  private opened(run: FakeRun): OpenedRun {
    this.run = run;
    return {
      ...copy(run),
      health: [],
      imported: null,
      generator: FAKE_GENERATOR,
      discriminator: FAKE_DISCRIMINATOR,
      latentSize: FAKE_GENERATOR.input[0],
      sampleClasses: null,
      realImages: fakeDigits(25, 999, 1),
      estimatedPeakBytes: 96_000_000,
    };
  }

  private frame(run: FakeRun): TimelineFrame {
    return { step: run.step, images: fakeDigits(SAMPLES, run.config.seed, clarityAt(run.step)) };
  }

  private step(): void {
    const run = this.open();
    run.step++;
    const random = createRandom(run.config.seed, run.step);
    const learned = clarityAt(run.step);
    const point: HistoryPoint = {
      step: run.step,
      seconds: (run.history.at(-1)?.seconds ?? 0) + 0.046 + 0.004 * random.uniform(),
      dLoss: Math.max(0.05, 0.35 + 0.28 * learned + 0.09 * random.normal()),
      gLoss: Math.max(0.1, 2.4 - 1.3 * learned + 0.25 * random.normal()),
      accuracyReal: Math.min(1, Math.max(0, 0.93 - 0.25 * learned + 0.08 * random.normal())),
      accuracyFake: Math.min(1, Math.max(0, 0.97 - 0.3 * learned + 0.07 * random.normal())),
    };
    run.history.push(point);
    this.post({ kind: 'run/history', runId: run.id, points: [point] });
    if (run.step % run.config.sampleEvery === 0) this.sample(run);
    if (run.config.measureEvery > 0 && run.step % run.config.measureEvery === 0) {
      const point = fakeMeasure(run.step, run.config.measureSamples);
      run.measures.push(point);
      this.post({ kind: 'run/measured', runId: run.id, point });
    }
    if (run.step % 20 === 0) {
      const bytes = 61_000_000 + 1000 * run.step;
      this.post({ kind: 'engine/memory', memory: { tensors: 84, bytes, peakBytes: 88_000_000 } });
    }
    if (run.step % 100 === 0) this.save();
    if (run.step >= run.config.steps) {
      clearInterval(this.timer);
      this.save();
      this.changed({ kind: 'finish', step: run.step });
    }
  }

  private sample(run: FakeRun): void {
    const frame = this.frame(run);
    run.timeline.push(frame);
    this.post({ kind: 'run/samples', runId: run.id, frame });
  }

  private file(fileName: string): ProducedFile {
    return { fileName, mimeType: 'application/octet-stream', bytes: new Uint8Array([1, 2, 3]) };
  }

  private answer(message: RequestMessage): ReplyOf<RequestKind> {
    switch (message.kind) {
      case 'engine/open': {
        const backend = message.payload.backend === 'auto' ? 'wasm' : message.payload.backend;
        return {
          backend,
          description: backend === 'wasm' ? 'WebAssembly SIMD on 2 threads' : `Fake ${backend}`,
          why: message.payload.backend === 'auto' ? 'The first that passed its self-test.' : 'You chose it.',
          threads: message.payload.threads || 2,
          crossOriginIsolated: true,
          skipped: [
            { backend: 'webgpu', reason: 'This browser offers no graphics adapter.' },
            { backend: 'webgl', reason: 'Software rendering: slower than the processor.' },
          ],
          stepTimes: [],
        };
      }
      case 'model/describe':
        return {
          generator: FAKE_GENERATOR,
          discriminator: FAKE_DISCRIMINATOR,
          latentSize: 100,
          estimatedPeakBytes: 96_000_000,
        };
      case 'model/profile':
        return FAKE_PROFILE;
      case 'model/export':
        return fakeExport(
          message.payload,
          fakeDigits(64, this.open().config.seed, clarityAt(this.open().step)),
        );
      case 'model/distill': {
        const run = { ...copy(this.open()), id: `run-${this.disk.nextRun++}`, name: 'Student', step: 0 };
        this.disk.runs.set(run.id, run);
        const teacher = { parameters: 855_425, multiplyAdds: 87_782_912, zeroShare: 0 };
        const student = { parameters: 90_000, multiplyAdds: 2_400_000, zeroShare: 0 };
        return { run: this.summary(run), teacher, student, firstLoss: 0.9, lastLoss: 0.1 };
      }
      case 'model/compress': {
        const run = { ...copy(this.open()), id: `run-${this.disk.nextRun++}`, name: 'Smaller' };
        this.disk.runs.set(run.id, run);
        const before = { parameters: 855_425, multiplyAdds: 87_782_912, zeroShare: 0 };
        const after = { parameters: 485_000, multiplyAdds: 50_100_000, zeroShare: 0 };
        return { run: this.summary(run), before, after, firstLoss: 0.2, lastLoss: 0.02 };
      }
      case 'model/variant':
        return fakeVariant(
          message.payload,
          fakeMeasure(this.open().step, message.payload.samples),
          fakeDigits(16, this.open().config.seed, clarityAt(this.open().step)),
        );
      case 'run/start': {
        const id = `run-${this.disk.nextRun++}`;
        const { config, name = `${config.model} on ${config.dataset}` } = message.payload;
        const at = Date.now();
        const run: FakeRun = {
          id,
          name,
          config,
          step: 0,
          history: [],
          timeline: [],
          measures: [],
          createdAt: at,
          savedAt: at,
        };
        run.timeline.push(this.frame(run));
        return this.opened(run);
      }
      case 'run/open':
        return this.opened(copy(this.saved(message.payload.id)));
      case 'run/play':
        this.changed({ kind: 'run', step: this.open().step });
        clearInterval(this.timer);
        this.timer = setInterval(() => this.step(), this.options.stepMs ?? 20);
        return null;
      case 'run/pause':
        clearInterval(this.timer);
        this.changed({ kind: 'pause', step: this.open().step });
        return null;
      case 'run/step':
        this.step();
        this.changed({ kind: 'pause', step: this.open().step });
        return null;
      case 'run/save':
        return this.save();
      case 'run/close':
        clearInterval(this.timer);
        if (this.run && !message.payload.discard) this.save();
        this.run = null;
        return null;
      case 'run/set': {
        const run = this.open();
        run.config = { ...run.config, ...message.payload };
        return run.config;
      }
      case 'run/change': {
        const run = this.open();
        run.config = message.payload.config;
        return { run: this.opened(run), keptWeights: 900, weights: 1000 };
      }
      case 'run/watchPlane':
      case 'judge/play':
      case 'judge/pause':
      case 'judge/close':
        return null;
      case 'judge/open':
        return fakeJudge(message.payload.dataset);
      case 'samples/draw':
        return this.draw(message.payload.source);
      case 'samples/animation':
        return this.file('samples.gif');
      case 'samples/file':
        return this.file(`samples.${message.payload.format}`);
      case 'measures/take': {
        const run = this.open();
        const point = fakeMeasure(run.step, message.payload.samples);
        run.measures.push(point);
        this.post({ kind: 'run/measured', runId: run.id, point });
        return { point, byClass: {}, tookSeconds: 1.5 };
      }
      case 'measures/nearest':
        return { images: fakeDigits(message.payload.count, 999, 1), distances: [10, 12, 15] };
      case 'dataset/provide':
        return { message: `${message.payload.files.length} files are kept on this device.` };
      case 'dataset/preview':
        return fakeDigits(message.payload.count, 999, 1);
      case 'runs/list':
        return {
          runs: [...this.disk.runs.values()].map((run) => this.summary(run)),
          unreadable: [],
          warning: null,
        };
      case 'runs/rename': {
        const run = this.saved(message.payload.id);
        run.name = message.payload.name;
        return this.summary(run);
      }
      case 'runs/duplicate': {
        const original = this.saved(message.payload.id);
        const twin = { ...copy(original), id: `run-${this.disk.nextRun++}`, name: `${original.name} (copy)` };
        this.disk.runs.set(twin.id, twin);
        return this.summary(twin);
      }
      case 'runs/delete':
        this.disk.runs.delete(message.payload.id);
        return null;
      case 'runs/export':
        return this.file('run.zip');
      case 'runs/import':
        return this.import();
      case 'request/abort':
        return null;
    }
  }

  private import(): RunSummary {
    const config = readRunConfig({ seed: 7, steps: 400 }, FAKE_CATALOGUE);
    const id = `run-${this.disk.nextRun++}`;
    const at = Date.now();
    const run = {
      id,
      name: 'Imported run',
      config,
      step: 400,
      history: [],
      timeline: [],
      measures: [],
      createdAt: at,
      savedAt: at,
    };
    this.disk.runs.set(id, run);
    return this.summary(run);
  }

  private draw(source: (RequestMessage & { kind: 'samples/draw' })['payload']['source']) {
    const clarity = clarityAt(this.open().step);
    const count = source.kind === 'rows' ? source.values.length / source.latentSize : source.count;
    const seed =
      source.kind === 'seed'
        ? source.seed
        : source.kind === 'interpolation'
          ? source.from
          : this.open().config.seed;
    const images = fakeDigits(count, seed, clarity);
    const latents = source.kind === 'rows' ? source.values : normalArray(count * 100, seed);
    const realness = Float32Array.from(
      images.pixels.subarray(0, count),
      (_, i) => ((i * 37) % 90) / 100 + 0.05,
    );
    return { images, latents, realness };
  }
}
