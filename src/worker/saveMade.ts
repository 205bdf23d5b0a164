// Saves what a trainer holds as a new run, without opening it.
import type { RunArchive } from '../checkpoints/runArchive';
import type { RunSummary } from '../protocol';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS, type SessionIdentity } from '../training/sessionOutlets';
import type { TaskTrainer } from '../training/taskTrainer';

/**
 * The trainer stays the caller's.
 * @param step training steps that its generator has behind it
 * @throws what saving throws
 */
export async function saveMade(
  store: RunArchive,
  identity: SessionIdentity,
  trainer: TaskTrainer,
  step: number,
): Promise<RunSummary> {
  const session = new RunSession(identity, trainer, SILENT_OUTLETS);
  session.step = step;
  await session.sample();
  return store.save(await session.snapshot());
}
