// Takes one step of the open run as any other, and keeps what it was made of.
import type { Learners, WatchedStep } from '../protocol';
import { RunFailedError, type RunSession } from '../training/session';
import type { Trainer } from '../training/trainer';

/** @throws NoStepTakenError where all steps are taken, RunFailedError when the step fails */
export async function watchStep(
  session: RunSession<Trainer>,
  learns: Learners,
  row: number,
): Promise<WatchedStep> {
  await session.pause();
  const { StepKeeper } = await import('../training/inside/watchedStep');
  const { trainer } = session;
  const keeper = new StepKeeper(learns, row);
  trainer.watch = keeper;
  try {
    await session.stepOnce();
  } finally {
    trainer.watch = null;
  }
  try {
    if (session.hasFailed) throw new RunFailedError(session.step);
    return await keeper.read(trainer, session.step);
  } finally {
    keeper.dispose();
  }
}
