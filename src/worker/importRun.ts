// A generator out of a file as a saved run of its own: its network stands in the run, and it has drawn once, so that what
// opens is what runs.
import { createRunId } from '../checkpoints/runId';
import type { RunArchive } from '../checkpoints/runArchive';
import { AbortedError, InvalidValueError } from '../core/errors';
import { IMPORTED_MODEL, UNKNOWN_DATA } from '../core/importedGenerator';
import { networkTotals } from '../core/network';
import { readRunConfig } from '../core/runConfig';
import { unknownData } from '../datasets/unknownData';
import { MOST_BYTES, openModel, type OpenedModel } from '../importers';
import type { GivenFile } from '../importers/define';
import { OversizedModelError } from '../readers/errors';
import { isRunZip, numberOfRun, runZipsIn, sweepIn } from '../importers/runZip';
import { plannedRuns } from '../core/sweep';
import { losses } from '../losses';
import { importedModel } from '../models/imported';
import type { ImportedRuns, NamedFile, PayloadOf, RunSummary } from '../protocol';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS } from '../training/sessionOutlets';
import { restoreGenerator } from '../training/snapshot';
import { fixedLatents } from '../training/streams';
import { Trainer } from '../training/trainer';
import { nextTask } from '../training/yielding';
import { catalogue } from './catalogue';
import { requireEngine, type WorkerContext } from './context';
import { notesOnImages } from './drawnImages';
import type { Call } from './handler';
import { checkRunFits } from './runFits';

async function readFiles(files: readonly NamedFile[]): Promise<GivenFile[]> {
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  if (files.length === 0) throw new InvalidValueError('No file was given.', 'Choose a run or a model.');
  if (bytes > MOST_BYTES) {
    throw new OversizedModelError(`The files have ${bytes} bytes; ${MOST_BYTES} are the most.`);
  }
  return Promise.all(
    files.map(async ({ name, file }) => ({ name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}

/** A cancel that has come meanwhile is heard between the parts of an import. @throws AbortedError */
async function hearCancel({ signal }: Call): Promise<void> {
  await nextTask();
  if (signal.aborted) throw new AbortedError('The import');
}

const runName = (fileName: string): string =>
  fileName
    .slice(fileName.lastIndexOf('/') + 1)
    .replace(/\.(json|h5|hdf5|keras|tflite|onnx|npz|bin|zip)$/i, '')
    .slice(0, 80) || 'generator';

/** Images by which a generator is known, and values of all of them. */
const MOST_LOOKED_AT = 16;
const MOST_VALUES = 2 ** 22;

/** Draws, looks at what comes, and saves. */
async function keep(opened: OpenedModel, name: string, store: RunArchive, call: Call): Promise<RunSummary> {
  const { imported, weights, choice } = opened;
  const [height, width, channels] = networkTotals(imported.network).output;
  const config = readRunConfig(
    {
      dataset: UNKNOWN_DATA,
      model: IMPORTED_MODEL,
      'dataset.height': height,
      'dataset.width': width,
      'dataset.channels': channels,
      'dataset.classes': choice?.source === 'labels' ? choice.count : 0,
      'model.generators': choice?.source === 'generators' ? choice.count : 1,
    },
    catalogue,
  );
  const dataset = await unknownData.load({
    params: config.datasetParams,
    signal: call.signal,
    progress: () => undefined,
  });
  const model = importedModel(imported.network, choice);
  const trainer = new Trainer({ config, dataset, model, loss: losses[0] });
  try {
    restoreGenerator(trainer, weights);
    const count = Math.max(
      2,
      Math.min(MOST_LOOKED_AT, Math.floor(MOST_VALUES / (height * width * channels))),
    );
    const images = trainer.generate(fixedLatents(config.seed, count, trainer.latentSize));
    const drawn = Float32Array.from(await images.data());
    images.dispose();
    const notes = [...imported.notes, ...notesOnImages(drawn, count)];
    const identity = {
      id: createRunId(),
      name: `${name} (imported)`,
      createdAt: Date.now(),
      parent: null,
      imported: { ...imported, notes },
    };
    const session = new RunSession(identity, trainer, SILENT_OUTLETS);
    await session.sample();
    const snapshot = await session.snapshot();
    await hearCancel(call);
    return await store.save(snapshot);
  } finally {
    trainer.dispose();
  }
}

/** All runs of a zip, or none of them, and the sweep that they are the results of. */
async function importSeveral(
  file: GivenFile,
  entries: ReturnType<typeof runZipsIn>,
  store: RunArchive,
  call: Call,
): Promise<ImportedRuns> {
  const kept: RunSummary[] = [];
  try {
    for (const [i, entry] of entries.entries()) {
      call.progress(`Reading ${entry.name}`, i / entries.length);
      const file = new Blob([Uint8Array.from(entry.read())]);
      const summary = await store.importZip(file, async (snapshot) => {
        checkRunFits(snapshot);
        await hearCancel(call);
      });
      kept.push(summary);
    }
  } catch (error) {
    for (const { id } of kept) await store.erase(id);
    throw error;
  }
  const [first, ...alongside] = kept;
  const found = sweepIn(file);
  if (!found) return { ...first, alongside };
  const ids = new Map(entries.map(({ name }, i) => [numberOfRun(name), kept[i].id]));
  return {
    ...{ ...first, alongside },
    sweep: { ...found, runs: plannedRuns(found.plan).map((_, number) => ids.get(number) ?? null) },
  };
}

/**
 * Opens what a person gave as a new saved run; no other run is touched. A model draws, for which an engine must be open.
 * @param choice which of several models, by its file's name; null where the files have one
 * @throws what `openModel` and saving throw, and for a run file what importing it throws
 */
export async function importRun(
  { files, choice }: PayloadOf<'runs/import'>,
  context: WorkerContext,
  call: Call,
): Promise<ImportedRuns> {
  call.progress(`Reading ${files[0]?.name ?? 'nothing'}`, null);
  const given = await readFiles(files);
  const store = await context.store();
  await hearCancel(call);
  if (given.length === 1 && isRunZip(given[0])) {
    return store.importZip(files[0].file, async (snapshot) => {
      checkRunFits(snapshot);
      await hearCancel(call);
    });
  }
  const several = given.length === 1 ? runZipsIn(given[0]) : [];
  if (several.length > 0) return importSeveral(given[0], several, store, call);
  requireEngine(context);
  const opened = await openModel(given, choice ?? null);
  await hearCancel(call);
  call.progress('Drawing the first images', null);
  const { fileName } = opened.imported;
  return keep(
    opened,
    runName(/^(.*\/)?model\.json$/i.test(fileName) ? files[0].name : fileName),
    store,
    call,
  );
}
