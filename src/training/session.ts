// A run that learns, whatever its task: the loop around the trainer, what it reports, draws and saves, and how it stops.
// Storage and the wire are given to it.
import { memory } from '@tensorflow/tfjs-core';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { thinHistory, thinMeasures, thinTimeline } from '../checkpoints/timeline';
import { GanvasError, toWireError } from '../core/errors';
import type { HistoryPoint, TimelineFrame } from '../core/history';
import type { MeasurePoint } from '../core/measures';
import type { PauseEvery } from '../core/pageLock/define';
import { withChanges, type RunConfig } from '../core/runConfig';
import type { LiveSettings } from '../core/runParams';
import { HealthWatch } from './health';
import { nextPause, NO_PAUSE, type PauseAt } from './pauseAt';
import type { LiveMeasures } from './measuring/liveMeasures';
import { NetworkNews } from './networkNews';
import { PageNews } from './pageNews';
import { ReportQueue } from './reports';
import type { SessionIdentity, SessionOutlets } from './sessionOutlets';
import type { TaskTrainer } from './taskTrainer';
import { nextTask } from './yielding';

const MEMORY_EVERY_MS = 1000;
/** Longest time that messages wait while steps are short. */
const LISTEN_EVERY_MS = 25;

/** The run failed in the middle of a step: there is nothing whole to keep or to go on from. */
export class RunFailedError extends GanvasError {
  constructor(step: number) {
    super(`The run failed after step ${step}.`, 'Its last save is kept: go on from there.');
  }
}

/** Looks at a run on the way and shows what it sees; decides by itself when it is time. */
export interface StepLook {
  afterStep(step: number): Promise<void>;
  /** Shows the moment as it is. */
  now(step: number): Promise<void>;
}

export class RunSession<T extends TaskTrainer = TaskTrainer> {
  step = 0;
  seconds = 0;
  readonly history: HistoryPoint[] = [];
  timeline: readonly TimelineFrame[] = [];
  measures: readonly MeasurePoint[] = [];
  readonly watch = new HealthWatch();
  keptStep: number | null = null;
  /** A step broke off in the middle: what the trainer holds since is void and is never kept. */
  hasFailed = false;
  #trainer: T;
  #playing: Promise<void> | null = null;
  #stopRequested = false;
  #reports = new ReportQueue();
  readonly #networks = new NetworkNews((networks) => this.outlets.networks?.(networks));
  readonly #news: PageNews;
  #memoryAt = 0;
  #savedAt = performance.now();

  constructor(
    /** The name may change while the run is open. */
    public identity: SessionIdentity,
    trainer: T,
    private readonly outlets: SessionOutlets,
    /** Measures on the way; null where nothing is measured. */
    private readonly live: LiveMeasures | null = null,
    private readonly look: StepLook | null = null,
  ) {
    this.#trainer = trainer;
    this.#news = new PageNews(outlets);
  }

  get trainer(): T {
    return this.#trainer;
  }

  /** Goes on at this step with another trainer; the one before is disposed. While paused only. */
  exchange(trainer: T): void {
    this.#trainer.dispose();
    this.#trainer = trainer;
  }

  get config(): RunConfig {
    return this.trainer.config;
  }

  get isPlaying(): boolean {
    return this.#playing !== null;
  }

  /** Goes on from a saved moment. @throws CheckpointMismatchError when it does not fit */
  restore(snapshot: RunSnapshot): void {
    const { updates, tensors, numbers = {} } = snapshot;
    this.trainer.restore({ updates, tensors, numbers });
    this.step = snapshot.step;
    this.keptStep = snapshot.step;
    this.seconds = snapshot.seconds;
    this.history.push(...snapshot.history);
    this.timeline = snapshot.timeline;
    this.measures = snapshot.measures;
    this.watch.look(this.config, this.history, this.measures);
  }

  /** Trains until the step budget, a pause, or a failure; after a failure no more. Returns at once. */
  play(pauseEvery: PauseEvery | null = null): void {
    if (this.#playing || this.hasFailed) return;
    this.#stopRequested = false;
    this.#savedAt = performance.now();
    this.outlets.changed({ kind: 'run', step: this.step });
    this.#playing = this.#loop(nextPause(pauseEvery, this.step, this.seconds)).finally(() => {
      this.#playing = null;
    });
  }

  /** Stops after the step that is being taken; resolves when it is done and reported. */
  async pause(): Promise<void> {
    this.#stopRequested = true;
    await this.#playing;
  }

  /** Resolves when it plays no more. */
  async ended(): Promise<void> {
    await this.#playing;
  }

  /** Takes one step. */
  async stepOnce(): Promise<void> {
    await this.pause();
    this.#stopRequested = false;
    this.#playing = this.#loop({ ...NO_PAUSE, step: this.step + 1 }).finally(() => {
      this.#playing = null;
    });
    await this.#playing;
  }

  /** Changes settings from the next step on. */
  set(changes: LiveSettings): void {
    const { config } = this.trainer;
    this.trainer.config = withChanges(config, changes);
  }

  /** Draws the grid of this moment onto the timeline, and shows it. */
  async sample(): Promise<void> {
    await this.#draw();
    this.#news.showGrids();
  }

  async #draw(): Promise<void> {
    if (this.timeline.at(-1)?.step === this.step) return;
    const images = await this.trainer.grid();
    if (!images) return;
    const frame = { step: this.step, images };
    this.timeline = thinTimeline([...this.timeline, frame]);
    this.#news.addGrid(frame);
  }

  /** Keeps a measurement with the run, and looks at the run's health. */
  noteMeasure(point: MeasurePoint): void {
    this.measures = thinMeasures([...this.measures.filter((m) => m.step !== point.step), point]);
    this.outlets.measured(point);
    this.#look();
  }

  /** Keeps the run on the device; between steps only. */
  async save(): Promise<void> {
    if (!this.outlets.save) return;
    await this.outlets.save(await this.snapshot());
    this.keptStep = this.step;
    this.#savedAt = performance.now();
  }

  /** This moment, to be kept. @throws RunFailedError after a failure */
  async snapshot(): Promise<RunSnapshot> {
    if (this.hasFailed) throw new RunFailedError(this.step);
    this.#note(await this.#reports.drain(0));
    const { updates, tensors, numbers } = await this.trainer.read();
    return {
      ...this.identity,
      savedAt: Date.now(),
      config: this.config,
      step: this.step,
      seconds: this.seconds,
      updates,
      tensors,
      ...(Object.keys(numbers).length > 0 && { numbers }),
      history: thinHistory(this.history),
      timeline: this.timeline,
      measures: this.measures,
    };
  }

  async dispose(): Promise<void> {
    await this.pause();
    this.live?.dispose();
    this.trainer.dispose();
  }

  async #loop(until: PauseAt): Promise<void> {
    const isAt = (): boolean => this.step >= until.step || this.seconds >= until.seconds;
    let listenedAt = performance.now();
    try {
      this.#networks.begin(this.trainer);
      if (this.step === 0) await this.sample();
      while (!this.#stopRequested && !isAt() && this.step < this.trainer.steps) {
        await this.#advance();
        this.#networks.look(this.trainer);
        if (this.step % this.config.sampleEvery === 0) await this.#draw();
        await this.#measure('afterStep');
        await this.look?.afterStep(this.step);
        if (performance.now() - this.#savedAt > 1000 * this.config.autosaveSeconds) await this.#autosave();
        this.#report(false);
        if (performance.now() - listenedAt > LISTEN_EVERY_MS) {
          await nextTask();
          listenedAt = performance.now();
        }
      }
      this.#note(await this.#reports.drain(0));
      const done = this.step >= this.trainer.steps;
      await this.sample();
      await this.look?.now(this.step);
      this.#report(true);
      if (done) await this.#measure('atEnd');
      await this.#autosave();
      const byBudget = until.byBudget && isAt();
      this.outlets.changed(
        done
          ? { kind: 'finish', step: this.step }
          : { kind: 'pause', step: this.step, ...(byBudget && { byBudget }) },
      );
    } catch (error) {
      this.hasFailed = true;
      this.#report(true);
      this.#look(error);
      this.outlets.changed({ kind: 'fail', error: toWireError(error), keptStep: this.keptStep });
    }
  }

  async #advance(): Promise<void> {
    const start = performance.now();
    if (this.trainer.beforeStep) await this.trainer.beforeStep(this.step + 1);
    const report = this.trainer.step(this.step + 1);
    this.step++;
    const logged = this.step % this.config.logEvery === 0 || this.trainer.reports?.(this.step) === true;
    if (logged)
      this.#reports.add(
        this.step,
        this.seconds + (performance.now() - start) / 1000,
        this.trainer.series,
        report,
      );
    else report.dispose();
    const arrived = await this.#reports.drain();
    if (this.trainer.afterStep) await this.trainer.afterStep(this.step);
    this.seconds += (performance.now() - start) / 1000;
    this.#note(arrived);
  }

  async #measure(at: 'afterStep' | 'atEnd'): Promise<void> {
    const cancelled = () => this.#stopRequested;
    try {
      const point = await this.live?.[at](this.step, this.seconds, this.config, cancelled);
      if (point) this.noteMeasure(point);
    } catch (error) {
      this.live?.giveUp();
      this.outlets.measureFailed(error);
    }
  }

  #look(failure: unknown = null): void {
    const changed = this.watch.look(this.config, this.history, this.measures, failure);
    if (changed) this.outlets.health(this.watch.notes);
  }

  async #autosave(): Promise<void> {
    try {
      await this.save();
    } catch (error) {
      this.#savedAt = performance.now();
      this.outlets.saveFailed(error);
    }
  }

  #note(points: readonly HistoryPoint[]): void {
    this.history.push(...points);
    this.#news.add(points);
  }

  #report(now: boolean): void {
    this.#news.tell(now);
    const time = performance.now();
    if (now || time - this.#memoryAt > MEMORY_EVERY_MS) {
      this.outlets.memory(memory().numTensors);
      this.#look();
      this.#memoryAt = time;
    }
  }
}
