// Configurations that nobody has trained yet as one folder for a scheduler: each run's first weights are those that the page
// draws. The folder itself is exporters/torchRun/sweep.
import { createRunId } from '../checkpoints/runId';
import type { RunSnapshot } from '../checkpoints/snapshot';
import { InvalidValueError } from '../core/errors';
import type { ParamValue } from '../core/paramSpec';
import { writeRunConfig, type RunConfig } from '../core/runConfig';
import type { RunImages } from '../exporters/torchRun/folder';
import { torchSweepFolder, type SweptRun } from '../exporters/torchRun/sweep';
import type { ContinueFolder, PayloadOf } from '../protocol';
import { requireEngine, type WorkerContext } from './context';
import { imagesOf } from './continueElsewhere';
import type { Call } from './handler';
import { leavingMeasures } from './leavingMeasures';
import { leavingRun, leavingTask } from './leavingRuns';
import { buildTrainer, checkChoices } from './openRun';

const MOST_RUNS = 1000;
/** Of all weights: the zip is made in memory. */
const MOST_BYTES = 2 ** 30;

/** Of each configuration the settings in which they are not all the same. */
export function distinctSettings(
  configs: readonly RunConfig[],
): readonly Readonly<Record<string, ParamValue>>[] {
  const written = configs.map(writeRunConfig);
  const names = [...new Set(written.flatMap((pairs) => Object.keys(pairs)))];
  const distinct = names.filter((name) => new Set(written.map((pairs) => pairs[name])).size > 1);
  return written.map((pairs) =>
    Object.fromEntries(distinct.flatMap((name) => (name in pairs ? [[name, pairs[name]] as const] : []))),
  );
}

const named = (name: string, settings: Readonly<Record<string, ParamValue>>): string =>
  [name, ...Object.entries(settings).map(([setting, value]) => `${setting} ${value}`)]
    .join(', ')
    .slice(0, 80);

/** The run before its first step, and what it learns from. */
async function begun(config: RunConfig, name: string, call: Call) {
  const task = leavingTask(config.task);
  const { trainer, dataset, test } = await buildTrainer(config, checkChoices(config), null, call);
  try {
    const { numbers, ...state } = await trainer.read();
    const now = Date.now();
    const snapshot: RunSnapshot = {
      ...{ id: createRunId(), name, createdAt: now, savedAt: now, parent: null, config, step: 0, seconds: 0 },
      ...state,
      ...(Object.keys(numbers).length > 0 && { numbers }),
      ...{ history: [], timeline: [], measures: [] },
    };
    const { learnsFrom, ...leaving } = await leavingRun(task, { snapshot, dataset, test });
    const measures = await leavingMeasures(config, dataset, call);
    return {
      run: {
        ...{ ...leaving, snapshot, task, imageShape: dataset.shape, needsImages: learnsFrom !== null },
        ...{ measures, images: null },
      },
      learnsFrom,
    };
  } finally {
    trainer.dispose();
  }
}

/**
 * @throws InvalidValueError for no runs and for too many, and what building a run throws
 */
export async function continueSweep(
  { name, configs, titles, images, plan }: PayloadOf<'runs/sweep'>,
  context: WorkerContext,
  call: Call,
): Promise<ContinueFolder> {
  requireEngine(context);
  if (configs.length < 1 || configs.length > MOST_RUNS)
    throw new InvalidValueError(`The sweep has ${configs.length} runs.`, `Give 1 to ${MOST_RUNS}.`);
  const settings = distinctSettings(configs);
  const sets = new Map<string, { readonly number: number; readonly images: RunImages | null }>();
  const runs: SweptRun[] = [];
  let bytes = 0;
  for (const [number, config] of configs.entries()) {
    call.signal.throwIfAborted();
    call.progress(`Run ${number + 1} of ${configs.length}`, number / configs.length);
    const { run, learnsFrom } = await begun(config, titles?.[number] ?? named(name, settings[number]), call);
    bytes += run.snapshot.tensors.reduce((sum, { values }) => sum + values.byteLength, 0);
    if (bytes > MOST_BYTES)
      throw new InvalidValueError(
        `The weights of ${number + 1} of ${configs.length} runs have ${bytes} bytes.`,
        `Make several sweeps of it, of at most ${MOST_BYTES} bytes each.`,
      );
    const key = JSON.stringify([config.task, config.dataset, config.datasetParams]);
    let set = sets.get(key);
    if (!set) {
      set = { number: sets.size, images: images && learnsFrom ? imagesOf(learnsFrom, call) : null };
      sets.set(key, set);
    }
    runs.push({ run, settings: settings[number], images: set.number });
  }
  const shared = [...sets.values()].map((set) => set.images);
  const fileName = `${name.replace(/[^\w-]+/g, '-').slice(0, 60) || 'sweep'}-pytorch.zip`;
  const folder = torchSweepFolder(name, plan, runs, shared, fileName);
  call.transfer(folder.file.bytes.buffer);
  return folder;
}
