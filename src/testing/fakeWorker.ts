// A worker made of a timer and made-up numbers: it speaks the whole protocol, so that the page and its tests need no
// engine. Its runs are fakeRuns.ts'. Never part of the built page.
import { toWireError } from '../core/errors';
import { readRunConfig } from '../core/runConfig';
import type { RunTransition } from '../core/runState';
import type { OpenedRun, ReplyOf, RequestKind, RequestMessage, RunSummary, WorkerMessage } from '../protocol';
import { nextPause } from '../training/pauseAt';
import { fixedAnswer } from './fakeAnswers';
import { fakeExport, fakeVariant } from './fakeExport';
import { FAKE_CATALOGUE } from './fakeCatalogue';
import { fakeDigits } from './fakeImages';
import { fakeInside, fakeWatchedStep } from './fakeInside';
import { fakeLatent } from './fakeLatent';
import { FakeWorkerError, type FakeOptions } from './fakeOptions';
import {
  clarityAt,
  copyOf,
  drawnBy,
  FakeDisk,
  fakeMeasure,
  frameOf,
  newRun,
  openedOf,
  pointOf,
  recordOf,
  summaryOf,
  type FakeRun,
} from './fakeRuns';

export { FakeDisk, type FakeOptions };

export class FakeWorker extends EventTarget {
  readonly received: RequestMessage[] = [];
  terminated = false;
  private run: FakeRun | null = null;
  private timer: ReturnType<typeof setInterval> | undefined;
  private pauseAt = Infinity;
  private readonly disk: FakeDisk;

  constructor(private readonly options: FakeOptions = {}) {
    super();
    this.disk = options.disk ?? new FakeDisk();
    const { loadMs = 0, engineMs = 0 } = options;
    if (loadMs === Infinity) return;
    setTimeout(() => {
      this.post({ kind: 'worker/ready', catalogue: FAKE_CATALOGUE });
      if (engineMs < Infinity) setTimeout(() => this.post({ kind: 'worker/loaded' }), engineMs);
    }, loadMs);
  }

  terminate(): void {
    this.terminated = true;
    clearInterval(this.timer);
  }

  /** As a worker that throws outside of a request. */
  crash(message = 'memory access out of bounds'): void {
    if (this.terminated) return;
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
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
    this.disk.runs.set(run.id, copyOf(run));
    this.post({ kind: 'run/saved', runId: run.id, step: run.step, savedAt: run.savedAt });
    return summaryOf(run);
  }

  private opened(run: FakeRun): OpenedRun {
    this.run = run;
    return openedOf(run);
  }

  private step(): void {
    const run = this.open();
    run.step++;
    const point = pointOf(run);
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
    if (run.step >= run.config.steps || run.step === this.pauseAt) {
      clearInterval(this.timer);
      this.save();
      const { step } = run;
      this.changed(
        step >= run.config.steps ? { kind: 'finish', step } : { kind: 'pause', step, byBudget: true },
      );
    }
  }

  private sample(run: FakeRun): void {
    const frame = frameOf(run);
    run.timeline.push(frame);
    this.post({ kind: 'run/samples', runId: run.id, frame });
  }

  private answer(message: RequestMessage): ReplyOf<RequestKind> {
    switch (message.kind) {
      case 'model/fit':
        return this.options.tooLarge ?? null;
      case 'model/export':
        return fakeExport(
          message.payload,
          fakeDigits(64, this.open().config.seed, clarityAt(this.open().step)),
        );
      case 'model/resume':
      case 'model/make': {
        const run = { ...copyOf(this.open()), id: `run-${this.disk.nextRun++}`, name: 'Smaller' };
        this.disk.runs.set(run.id, run);
        const before = { parameters: 856_193, multiplyAdds: 87_782_912, zeroShare: 0 };
        const after = { parameters: 485_000, multiplyAdds: 50_100_000, zeroShare: 0 };
        return { run: summaryOf(run), before, after, firstLoss: 0.2, lastLoss: 0.02 };
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
        const run = newRun(id, name, config);
        run.timeline.push(frameOf(run));
        return this.opened(run);
      }
      case 'run/open':
        return this.opened(copyOf(this.saved(message.payload.id)));
      case 'run/play':
        this.changed({ kind: 'run', step: this.open().step });
        this.pauseAt = nextPause(message.payload.pauseEvery ?? null, this.open().step, 0).step;
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
      case 'run/watchStep':
        this.step();
        this.changed({ kind: 'pause', step: this.open().step });
        return fakeWatchedStep(message.payload.learns, this.open().step);
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
      case 'samples/draw':
        return drawnBy(this.open(), message.payload.source);
      case 'measures/take': {
        const run = this.open();
        const point = fakeMeasure(run.step, message.payload.samples);
        run.measures.push(point);
        this.post({ kind: 'run/measured', runId: run.id, point });
        return { point, byClass: {}, tookSeconds: 1.5 };
      }
      case 'inside/layer':
      case 'inside/flow':
      case 'inside/weights':
      case 'inside/confidence':
      case 'inside/saliency':
        return fakeInside(message, this.open().step);
      case 'pictures/judge':
      case 'pictures/keptBack':
      case 'latent/find':
      case 'latent/usual':
      case 'latent/axes':
        return fakeLatent(message, (search, moment) => this.post({ kind: 'latent/moment', search, moment }));
      case 'runs/list':
        return this.disk.list();
      case 'runs/record':
        return recordOf(this.saved(message.payload.id));
      case 'runs/rename': {
        const run = this.saved(message.payload.id);
        run.name = message.payload.name;
        return summaryOf(run);
      }
      case 'runs/mark': {
        const { id, ...marks } = message.payload;
        return summaryOf(Object.assign(this.saved(id), marks));
      }
      case 'runs/duplicate': {
        const original = this.saved(message.payload.id);
        const twin = {
          ...copyOf(original),
          id: `run-${this.disk.nextRun++}`,
          name: `${original.name} (copy)`,
        };
        this.disk.runs.set(twin.id, twin);
        return summaryOf(twin);
      }
      case 'runs/delete':
        this.disk.setAside(message.payload.id);
        return null;
      case 'runs/restore':
        this.disk.putBack(message.payload.id);
        return null;
      case 'runs/erase':
        this.disk.deleted.delete(message.payload.id);
        return null;
      case 'runs/import': {
        const config = readRunConfig({ seed: 7, steps: 400 }, FAKE_CATALOGUE);
        const run = { ...newRun(`run-${this.disk.nextRun++}`, 'Imported run', config), step: 400 };
        this.disk.runs.set(run.id, run);
        return summaryOf(run);
      }
      default:
        return fixedAnswer(message);
    }
  }
}
