// The open run's generator made smaller, as a saved run of its own: same data, same discriminator, so that it can be
// trained on, made smaller still, or exported.
import type { RunStore } from '../checkpoints/store';
import { losses } from '../losses';
import { models } from '../models';
import type { CompressedRun, CompressRequest } from '../protocol';
import { trainedGenerator } from '../training/generatorGraph';
import { adoptSmaller, costOf, makeSmaller } from '../training/smallerGenerator';
import type { RunSession } from '../training/session';
import { Trainer } from '../training/trainer';
import { byId } from './catalogue';
import type { Call } from './handler';
import { loadDataset } from './openRun';
import { saveDescendant } from './saveDescendant';

const suffixOf = (request: CompressRequest): string =>
  request.technique === 'prune'
    ? ` (${request.target} -${Math.round(100 * request.share)} %)`
    : ` (QAT ${request.weightBits} bits)`;

/** Nothing may train meanwhile. @throws InvalidValueError, UnsupportedModelError, AbortedError, and what saving throws */
export async function compressRun(
  session: RunSession,
  request: CompressRequest,
  store: RunStore,
  call: Call,
): Promise<CompressedRun> {
  const { trainer, config, step, identity } = session;
  const smaller = await makeSmaller({
    trainer,
    record: identity.compression ?? null,
    step,
    request,
    signal: call.signal,
    progress: call.progress,
  });
  const parts = { config, model: byId(models, config.model), loss: byId(losses, config.loss) };
  const into = new Trainer({
    ...parts,
    dataset: await loadDataset(config, call),
    compression: smaller.record,
  });
  try {
    await adoptSmaller(into, trainer, smaller);
    const { firstLoss, lastLoss, record } = smaller;
    return {
      run: await saveDescendant(store, session, into, {
        suffix: suffixOf(request),
        step,
        compression: record,
      }),
      before: costOf(await trainedGenerator(trainer)),
      after: costOf(smaller),
      firstLoss,
      lastLoss,
    };
  } finally {
    into.dispose();
  }
}
