// What lives in the worker between requests: the engine, the run that is open, and the store. One of each.
import type { RunLock } from '../checkpoints/runLock';
import { openSavedRuns } from '../checkpoints/openSavedRuns';
import type { RunArchive } from '../checkpoints/runArchive';
import { GanvasError } from '../core/errors';
import type { Engine } from '../engine/openEngine';
import type { WorkerEvent } from '../protocol';
import type { LoadedDataset } from '../datasets/define';
import type { Measurer } from '../training/measuring/measurer';
import type { PlaneView } from '../core/planeView';
import type { ClassifierTrainer } from '../tasks/classifier';
import type { SparingLook } from '../training/sparingLook';
import type { RunSession } from '../training/session';
import type { Trainer } from '../training/trainer';
import { catalogue } from './catalogue';

/** A request needs something that is not there yet: an engine or an open run. */
export class NotOpenError extends GanvasError {}

/** The open run has no generator that draws from noise. */
export class NotAGeneratorError extends GanvasError {}

/** The device went away before what it held could be kept. */
export class BackendLostError extends GanvasError {}

interface OpenAnyRun {
  readonly dataset: LoadedDataset;
  readonly lock: RunLock;
}

/** A run whose generator draws from noise against a discriminator. */
export interface OpenGan extends OpenAnyRun {
  readonly kind: 'gan';
  readonly session: RunSession<Trainer>;
  readonly measurer: Measurer;
  /** Shows points in the plane; null for images. */
  readonly plane: SparingLook<PlaneView> | null;
}

/** A run of any other task. */
export interface OpenTask extends OpenAnyRun {
  readonly kind: 'task';
  /** Data that training does not see; null where there are none apart. */
  readonly test: LoadedDataset | null;
  readonly session: RunSession;
}

/** The open run with everything that must be given back when it closes. */
export type OpenRun = OpenGan | OpenTask;

/** A classifier that learns, with its lock. */
export interface OpenClassifier {
  readonly session: RunSession<ClassifierTrainer>;
  readonly lock: RunLock;
}

export interface WorkerContext {
  engine: Engine | null;
  run: OpenRun | null;
  /** The session of a task that makes a run out of another, while it goes on. */
  making: RunSession | null;
  /** How many requests wait that put another run in place of the open one. */
  replacing: number;
  /** The classifier of the Judge page, while it is open beside the run. */
  classifier: OpenClassifier | null;
  readonly emit: (event: WorkerEvent, transfer?: Transferable[]) => void;
  readonly store: () => Promise<RunArchive>;
}

export function createContext(emit: WorkerContext['emit']): WorkerContext {
  let store: Promise<RunArchive> | undefined;
  return {
    engine: null,
    run: null,
    making: null,
    replacing: 0,
    classifier: null,
    emit,
    store: () => (store ??= openSavedRuns(catalogue)),
  };
}

export function requireEngine(context: WorkerContext): Engine {
  if (context.engine) return context.engine;
  throw new NotOpenError('No backend is open yet.', 'Wait until the status bar names one.');
}

/** @throws BackendLostError when the device is gone: a lost WebGL context reads as zeros, which must not be kept */
export async function checkDevice({ engine }: WorkerContext): Promise<void> {
  if (!engine || !(await engine.running.isLost?.())) return;
  throw new BackendLostError(
    `${engine.report.description} was lost before the run could be saved.`,
    'The save before is kept; the run goes on from there.',
  );
}

export function requireRun(context: WorkerContext): OpenRun {
  if (context.run) return context.run;
  throw new NotOpenError('No run is open.', 'Press Train, or open a saved run.');
}

/** @throws NotOpenError, NotAGeneratorError for a run of another task */
export function requireGan(context: WorkerContext): OpenGan {
  const run = requireRun(context);
  if (run.kind === 'gan') return run;
  throw new NotAGeneratorError(
    `${run.session.identity.name} learns the task ${run.session.config.task}, which has no generator that draws from noise.`,
    'Open a run of a generator for this.',
  );
}

/**
 * Ends the open run, if any: stops it, saves it unless told otherwise or it failed (its last save is then what counts),
 * frees its tensors and its lock.
 */
export async function closeRun(context: WorkerContext, discard: boolean): Promise<void> {
  const { run } = context;
  if (!run) return;
  context.run = null;
  await run.session.pause();
  const { session } = run;
  if (!discard && !session.hasFailed && session.keptStep !== session.step) await session.save();
  await run.session.dispose();
  run.lock.release();
}

/** @throws NotOpenError when none is open */
export function requireClassifier(context: WorkerContext): OpenClassifier {
  if (context.classifier) return context.classifier;
  throw new NotOpenError('No classifier is open.', 'Choose a data set on the Judge page.');
}

/** Ends the classifier, if one is open; it is saved unless it failed or has learnt nothing. */
export async function closeClassifier(context: WorkerContext): Promise<void> {
  const { classifier } = context;
  if (!classifier) return;
  context.classifier = null;
  const { session, lock } = classifier;
  await session.pause();
  if (session.step > 0 && !session.hasFailed && session.keptStep !== session.step) await session.save();
  await session.dispose();
  lock.release();
}
