// Chooses a backend: the person's choice, else the best that starts and passes the self-test. Says why.
import type { BackendChoice } from '../core/runConfig';
import { toWireError } from '../core/errors';
import type { EngineReport } from '../protocol';
import { backends as allBackends } from './backends';
import type { BackendDefinition, OpenOptions, RunningBackend } from './backends/define';
import { BackendUnavailableError } from './backends/unavailable';
import { selfTest } from './selfTest';

export interface Engine {
  readonly report: EngineReport;
  readonly running: RunningBackend;
}

export interface OpenEngineOptions extends Omit<OpenOptions, 'insist'> {
  readonly choice: BackendChoice;
  /** Other candidates and another test, for tests of the choice itself. */
  readonly candidates?: readonly BackendDefinition[];
  readonly test?: () => Promise<string | null>;
}

/**
 * Opens the first candidate that works. A choice that fails falls through to the others, with the reason kept.
 * @throws BackendUnavailableError naming every candidate's reason when none works
 */
export async function openEngine(options: OpenEngineOptions): Promise<Engine> {
  const { choice, candidates = allBackends, test = selfTest } = options;
  const ordered = [
    ...candidates.filter((b) => b.id === choice),
    ...candidates.filter((b) => b.id !== choice),
  ];
  const skipped: EngineReport['skipped'][number][] = [];
  for (const candidate of ordered) {
    const insist = candidate.id === choice;
    let running: RunningBackend | undefined;
    try {
      running = await candidate.open({ threads: options.threads, onLost: options.onLost, insist });
      const problem = await test();
      if (problem) throw new BackendUnavailableError(problem);
      return { running, report: describe(candidate, running, insist, choice, skipped) };
    } catch (error) {
      running?.close();
      skipped.push({ backend: candidate.id, reason: toWireError(error).message });
    }
  }
  throw new BackendUnavailableError(
    `No backend works here. ${skipped.map((s) => `${s.backend}: ${s.reason}`).join(' ')}`,
  );
}

function describe(
  candidate: BackendDefinition,
  running: RunningBackend,
  insist: boolean,
  choice: BackendChoice,
  skipped: EngineReport['skipped'],
): EngineReport {
  const why = insist
    ? 'You chose it.'
    : choice !== 'auto'
      ? `Your choice (${choice}) does not work here: ${skipped[0]?.reason ?? 'it is unknown'}`
      : skipped.length === 0
        ? 'The fastest kind of backend, and it passed its self-test.'
        : `The fastest that works here and passed its self-test; ${skipped.length} passed over.`;
  return {
    backend: candidate.id,
    description: running.description,
    why,
    threads: running.threads,
    crossOriginIsolated: globalThis.crossOriginIsolated === true,
    skipped,
  };
}
