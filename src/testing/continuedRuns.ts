// Test support: runs that leave the page for PyTorch and are compared with those that stayed.
import type { RunSnapshot } from '../checkpoints/snapshot';
import { valueOf } from '../core/history';
import { readRunConfig } from '../core/runConfig';
import { catalogue } from '../worker/catalogue';
import type { NodeWorker } from './nodeWorker';
import { takeSteps } from './runBits';
import { unpackFolder } from './torchRuns';

/** Steps in the page before a run leaves, so that optimizers and averages have something to remember; and steps after. */
export const [BEFORE, AFTER] = [3, 10];

/** Trains a run a little and exports it; draws samples every five steps unless the settings say otherwise. @returns its id */
export async function leave(
  worker: NodeWorker,
  settings: Readonly<Record<string, unknown>>,
  folder: string,
): Promise<string> {
  const { client } = worker;
  const config = readRunConfig({ sampleEvery: 5, ...settings, steps: 3000 }, catalogue);
  const { id } = await client.request('run/start', { config });
  await takeSteps(worker, BEFORE);
  await client.request('run/save', {});
  const { file } = await client.request('runs/continue', { id, images: true });
  await unpackFolder(file.bytes, folder);
  return id;
}

/** The open run as it stands. */
export async function standing({ context: { run } }: NodeWorker): Promise<RunSnapshot> {
  if (!run) throw new Error('No run is open');
  return run.session.snapshot();
}

/** The open run after the steps that are compared. */
export async function goOn(worker: NodeWorker): Promise<RunSnapshot> {
  await takeSteps(worker, AFTER);
  return standing(worker);
}

/** The run until the end of the steps that rounding has not driven apart. */
export const firstSteps = (run: RunSnapshot, steps = AFTER): RunSnapshot => ({
  ...run,
  history: run.history.filter(({ step }) => step <= BEFORE + steps),
});

type Steps = Pick<RunSnapshot, 'history'>;

/**
 * Where two runs report other numbers: ones that are further apart than this share of the series' largest number.
 */
export function differences(ours: Steps, theirs: Steps, tolerance = 1e-4): string[] {
  // Shares leap where a score lies at the border.
  const series = Object.keys(ours.history[0].values).filter((name) => !name.startsWith('accuracy'));
  return series.flatMap((name) => {
    const [mine, others] = [ours, theirs].map(({ history }) => history.map((point) => valueOf(point, name)));
    const scale = Math.max(...mine.map(Math.abs));
    return mine.flatMap((value, i) =>
      Math.abs(value - others[i]) <= tolerance * scale
        ? []
        : [`step ${ours.history[i].step}, ${name}: ${value}, PyTorch has ${others[i]} (of at most ${scale})`],
    );
  });
}

/** Two runs that were saved at other times are the same to the bit. */
export const untouched = (run: RunSnapshot) => ({ ...run, savedAt: 0, config: null, backend: undefined });
