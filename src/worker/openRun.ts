// Brings a configuration, fresh or saved, to a session that is ready to train.
import { lockRun } from '../checkpoints/runLock';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { checkCompatibility } from '../core/compatibility';
import { toWireError } from '../core/errors';
import type { ImageBatch } from '../core/history';
import type { ImportedGenerator } from '../core/importedGenerator';
import type { PlaneView } from '../core/planeView';
import { isPlane } from '../core/pointModes';
import type { RunConfig } from '../core/runConfig';
import type { LoadedDataset } from '../datasets/define';
import { batchIndices } from '../datasets/sampling';
import { losses } from '../losses';
import type { LossDefinition } from '../losses/define';
import { openEvaluator } from '../metrics/evaluator/openEvaluator';
import type { ModelDefinition } from '../models/define';
import { importedModel } from '../models/imported';
import type { OpenedRun } from '../protocol';
import { LiveMeasures } from '../training/measuring/liveMeasures';
import { Measurer } from '../training/measuring/measurer';
import { estimatePeakBytes } from '../training/memoryEstimate';
import { PlaneProbe } from '../training/plane/planeProbe';
import { PlaneWatch } from '../training/plane/planeWatch';
import { RunSession } from '../training/session';
import type { SessionIdentity, SessionOutlets } from '../training/sessionOutlets';
import { Trainer } from '../training/trainer';
import { byId, everyDataset, everyModel } from './catalogue';
import { checkDevice, closeRun, requireEngine, type OpenRun, type WorkerContext } from './context';
import type { Call } from './handler';
import { readModelFile } from './modelFiles';

export const REAL_IMAGES_SHOWN = 64;
/** Points are no larger than a dot. */
const REAL_POINTS_SHOWN = 600;

export async function loadDataset(config: RunConfig, call: Call): Promise<LoadedDataset> {
  const { signal, progress } = call;
  return byId(everyDataset, config.dataset).load({ params: config.datasetParams, signal, progress });
}

/** Some real images, picked by the seed. */
export function realImages(dataset: LoadedDataset, seed: number, count: number): ImageBatch {
  const [height, width, channels] = dataset.shape;
  const shown = dataset.size === 0 ? 0 : count; // of an imported generator there are none
  const { pixels } = dataset.read(shown === 0 ? [] : batchIndices(seed, 0, 0, shown, dataset.size));
  return { count: shown, height, width, channels, pixels };
}

function outlets(context: WorkerContext, identity: SessionIdentity, keeps: boolean): SessionOutlets {
  const runId = identity.id;
  return {
    changed: (transition) => context.emit({ kind: 'run/changed', runId, transition }),
    history: (points) => context.emit({ kind: 'run/history', runId, points }),
    samples: (frame) => context.emit({ kind: 'run/samples', runId, frame }),
    measured: (point) => context.emit({ kind: 'run/measured', runId, point }),
    measureFailed: (error) => context.emit({ kind: 'run/measureFailed', runId, error: toWireError(error) }),
    health: (notes) => context.emit({ kind: 'run/health', runId, notes }),
    memory(tensors) {
      const used = context.engine?.running.memory?.();
      context.emit({
        kind: 'engine/memory',
        memory: { tensors, bytes: used?.bytes ?? 0, peakBytes: used?.peakBytes ?? 0 },
      });
    },
    save: keeps
      ? async (snapshot) => {
          checkDevice(context);
          await (await context.store()).save(snapshot);
          context.emit({ kind: 'run/saved', runId, step: snapshot.step, savedAt: snapshot.savedAt });
        }
      : null,
    saveFailed: (error) => context.emit({ kind: 'run/saveFailed', runId, error: toWireError(error) }),
  };
}

/** Images that training does not see, for the floors; null where there are none to be had. */
async function loadHeldOut(config: RunConfig): Promise<LoadedDataset | null> {
  const { loadTest } = byId(everyDataset, config.dataset);
  if (!loadTest) return null;
  try {
    const { signal } = new AbortController();
    return await loadTest({ params: config.datasetParams, signal, progress: () => undefined });
  } catch {
    return null; // offline, or only training images were given: these are divided instead
  }
}

/** The chosen model and loss. @throws IncompatibleSettingsError when something cannot be trained together */
export function checkChoices(
  config: RunConfig,
  imported?: ImportedGenerator,
): { model: ModelDefinition; loss: LossDefinition } {
  const { classes } = config.datasetParams;
  const known = typeof classes === 'number' ? classes : 0;
  const model = imported ? importedModel(imported.network, known) : byId(everyModel, config.model);
  const loss = byId(losses, config.loss);
  const dataset = byId(everyDataset, config.dataset);
  checkCompatibility(config, { dataset: imported ? { ...dataset, classes: known } : dataset, model, loss });
  return { model, loss };
}

/** Looks at the plane with whatever trainer the run has by then; null for images. */
function planeWatch(
  current: () => Trainer,
  dataset: LoadedDataset,
  show: (view: PlaneView) => void,
): PlaneWatch | null {
  let seen = current();
  const first = PlaneProbe.of(seen, dataset);
  if (!first) return null;
  let probe = first;
  const look = (step: number): Promise<PlaneView> => {
    if (seen !== current()) {
      seen = current();
      probe = PlaneProbe.of(seen, dataset) ?? probe;
    }
    return probe.view(step);
  };
  return new PlaneWatch(look, show);
}

/** What the page needs to draw the run that is open now. */
export function describeOpenRun({ session, dataset }: Pick<OpenRun, 'session' | 'dataset'>): OpenedRun {
  const { trainer, config, identity } = session;
  const { generator, discriminator, loss } = trainer;
  const { imported } = identity;
  return {
    id: identity.id,
    name: identity.name,
    config,
    step: session.step,
    history: session.history,
    timeline: session.timeline,
    measures: session.measures,
    health: session.watch.notes,
    generator: generator.spec,
    discriminator: discriminator.spec,
    imported: imported
      ? { fileName: imported.fileName, format: imported.format, notes: imported.notes }
      : null,
    latentSize: trainer.latentSize,
    sampleClasses: trainer.classes?.namesOf(dataset.classNames) ?? null,
    realImages: realImages(
      dataset,
      config.seed,
      isPlane(dataset.shape) ? REAL_POINTS_SHOWN : REAL_IMAGES_SHOWN,
    ),
    estimatedPeakBytes: estimatePeakBytes(
      generator.spec,
      discriminator.spec,
      config.batch,
      loss.differentiatesTwice,
    ),
  };
}

/** Opens a run, paused: closes the one before, takes the lock, loads data, builds networks, restores what was saved. */
export async function openRun(
  identity: SessionIdentity,
  config: RunConfig,
  saved: RunSnapshot | null,
  context: WorkerContext,
  call: Call,
  keeps = true,
): Promise<OpenedRun> {
  requireEngine(context);
  const { imported } = identity;
  const { model, loss } = checkChoices(config, imported);
  await closeRun(context, false);
  const lock = await lockRun(identity.id);
  let trainer: Trainer | undefined;
  try {
    const dataset = await loadDataset(config, call);
    call.progress('Building the networks', null);
    trainer = new Trainer({ config, dataset, model, loss, compression: saved?.compression });
    let session: RunSession | null = null;
    const first = trainer;
    const current = () => session?.trainer ?? first;
    const measurer = new Measurer({
      trainer: current,
      dataset,
      loadHeldOut: () => loadHeldOut(config),
      openEvaluator: () => openEvaluator(config.dataset, dataset.shape, readModelFile, dataset.modes),
    });
    session = new RunSession(
      identity,
      trainer,
      outlets(context, identity, keeps),
      new LiveMeasures(measurer),
      planeWatch(current, dataset, (view) => context.emit({ kind: 'run/plane', runId: identity.id, view })),
    );
    if (saved) session.restore(saved);
    else await session.sample();
    context.run = { session, lock, dataset, measurer };
    return describeOpenRun(context.run);
  } catch (error) {
    trainer?.dispose();
    lock.release();
    throw error;
  }
}
