// The open run's generator made smaller, as a saved run of its own: same data, same discriminator, so that it can be
// trained on, made smaller still, or exported.
import type { RunStore } from '../checkpoints/store';
import type { CompressedRun, CompressRequest } from '../protocol';
import { trainedGenerator } from '../training/generatorGraph';
import { adoptSmaller, costOf, makeSmaller } from '../training/smallerGenerator';
import type { RunSession } from '../training/session';
import { Trainer } from '../training/trainer';
import type { Call } from './handler';
import { checkChoices, loadDataset } from './openRun';
import { saveDescendant } from './saveDescendant';

const suffixOf = (request: CompressRequest): string =>
  request.technique === 'prune'
    ? ` (${request.target} -${Math.round(100 * request.share)} %)`
    : ` (QAT ${request.weightBits} bits)`;

/** Nothing may train meanwhile. @throws InvalidValueError, UnsupportedModelError, AbortedError, and what saving throws */
export async function compressRun(
  session: RunSession<Trainer>,
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
  // The network of an imported generator stands in the run itself: its widths are no other than those.
  const imported = identity.imported && { ...identity.imported, network: smaller.spec };
  const compression = imported ? { ...smaller.record, widths: null } : smaller.record;
  const parts = { config, ...checkChoices(config, imported) };
  const into = new Trainer({
    ...parts,
    dataset: await loadDataset(config, call),
    compression,
  });
  try {
    await adoptSmaller(into, trainer, smaller);
    const { firstLoss, lastLoss } = smaller;
    return {
      run: await saveDescendant(store, session, into, {
        suffix: suffixOf(request),
        step,
        compression,
        ...(imported && { imported }),
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
