// A student of the open run's generator as a saved run of its own.
import type { RunStore } from '../checkpoints/store';
import type { DistilledRun, DistillRequest } from '../protocol';
import { trainedGenerator } from '../training/generatorGraph';
import type { RunSession } from '../training/session';
import { costOf } from '../training/smallerGenerator';
import { makeStudent } from '../training/student';
import type { Trainer } from '../training/trainer';
import { catalogue } from './catalogue';
import type { Call } from './handler';
import { loadDataset } from './openRun';
import { saveDescendant } from './saveDescendant';

/** Nothing may train meanwhile. @throws InvalidValueError, AbortedError, and what saving throws */
export async function distillRun(
  session: RunSession<Trainer>,
  { width, steps }: DistillRequest,
  store: RunStore,
  call: Call,
): Promise<DistilledRun> {
  const { trainer: teacher, config } = session;
  const { trainer, firstLoss, lastLoss } = await makeStudent({
    teacher,
    dataset: await loadDataset(config, call),
    vocabulary: catalogue,
    width,
    steps,
    signal: call.signal,
    progress: (step, loss) => call.progress(`Step ${step}, distance ${loss.toFixed(3)}`, step / steps),
  });
  try {
    return {
      run: await saveDescendant(store, session, trainer, { suffix: ` (student ${width})`, step: 0 }),
      teacher: costOf(await trainedGenerator(teacher)),
      student: costOf(await trainedGenerator(trainer)),
      firstLoss,
      lastLoss,
    };
  } finally {
    trainer.dispose();
  }
}
