// Saves what a trainer holds as a new run that names the one that it was made from, without opening it.
import { createRunId, extendRunName } from '../checkpoints/runId';
import type { RunStore } from '../checkpoints/store';
import type { CompressionRecord } from '../core/compressionRecord';
import type { ImportedGenerator } from '../core/importedGenerator';
import type { RunSummary } from '../protocol';
import { RunSession } from '../training/session';
import { SILENT_OUTLETS, type SessionIdentity } from '../training/sessionOutlets';
import type { Trainer } from '../training/trainer';

export interface Descendant {
  /** Goes behind the parent's name. */
  readonly suffix: string;
  /** Training steps that its generator has behind it. */
  readonly step: number;
  readonly compression?: CompressionRecord;
  /** Of one whose network came from a file. */
  readonly imported?: ImportedGenerator;
}

/** The trainer stays the caller's. @throws what saving throws */
export async function saveDescendant(
  store: RunStore,
  { identity }: RunSession,
  trainer: Trainer,
  { suffix, step, compression, imported }: Descendant,
): Promise<RunSummary> {
  const own = {
    id: createRunId(),
    name: extendRunName(identity.name, suffix),
    createdAt: Date.now(),
    parent: identity.id,
    ...(compression && { compression }),
    ...(imported && { imported }),
  };
  return saveMade(store, own, trainer, step);
}

/** As above, under an identity that is known. */
export async function saveMade(
  store: RunStore,
  identity: SessionIdentity,
  trainer: Trainer,
  step: number,
): Promise<RunSummary> {
  const session = new RunSession(identity, trainer, SILENT_OUTLETS);
  session.step = step;
  await session.sample();
  return store.save(await session.snapshot());
}
