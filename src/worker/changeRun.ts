// The open run goes on with other settings: networks built anew around the weights that fit. Nothing is loaded again.
import { InvalidValueError } from '../core/errors';
import type { KeptNetworks } from '../core/lab/define';
import type { RunConfig } from '../core/runConfig';
import type { ChangedRun } from '../protocol';
import { takeWeights } from '../training/snapshot';
import { Trainer } from '../training/trainer';
import type { OpenGan } from './context';
import { checkChoices, describeOpenRun } from './openRun';

const dataOf = ({ dataset, datasetParams }: RunConfig): string => JSON.stringify([dataset, datasetParams]);

/** @throws InvalidValueError for other data and for a run that was made smaller, IncompatibleSettingsError for settings that cannot be trained together */
export async function changeRun(run: OpenGan, config: RunConfig, keeps: KeptNetworks): Promise<ChangedRun> {
  const { session, dataset } = run;
  const { model, loss } = checkChoices(config, session.identity.imported);
  if (dataOf(config) !== dataOf(session.config)) {
    throw new InvalidValueError(
      `The run learns from ${session.config.dataset}; it cannot go on with ${config.dataset} or other parameters of it.`,
      'Start a new run for other data.',
    );
  }
  if (session.identity.compression) {
    throw new InvalidValueError(
      `${session.identity.name} was made smaller, so its networks cannot be built anew with other settings.`,
      'Change the run that it was made from.',
    );
  }
  const wasPlaying = session.isPlaying;
  await session.pause();
  const trainer = new Trainer({ config, dataset, model, loss });
  const { kept, all } = await takeWeights(trainer, session.trainer, keeps);
  session.exchange(trainer);
  if (wasPlaying) session.play();
  return { run: describeOpenRun(run), keptWeights: kept, weights: all };
}
