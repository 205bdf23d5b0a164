// Chooses a backend: the person's choice, else the fastest of those that start and pass the self-test. Says why. What a
// step is, and how long one takes, is told by whoever asks.
import { getBackend, setBackend } from '@tensorflow/tfjs-core';
import type { BackendChoice } from '../core/runConfig';
import { toWireError } from '../core/errors';
import type { EngineReport, MeasuredChoice, StepTime } from '../protocol';
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
  /** Milliseconds of one training step on the active backend, in bounded time; without it the first that works is taken. */
  readonly measure?: () => Promise<number>;
  /** What was measured on this device before. */
  readonly measured?: MeasuredChoice;
  /** Other candidates and another test, for tests of the choice itself. */
  readonly candidates?: readonly BackendDefinition[];
  readonly test?: () => Promise<string | null>;
}

interface Opened {
  readonly candidate: BackendDefinition;
  readonly running: RunningBackend;
  /** Its name in TensorFlow.js. */
  readonly tfjsName: string;
  /** Why its device went away, once it has. */
  lost: string | null;
}

type Skipped = EngineReport['skipped'][number];

/** Never compared with others: it takes seconds for a step, and runs where nothing else does. */
const LAST_RESORT = 'cpu';
/** What comes first stays first unless another is faster by more than times vary. */
const CLEARLY_FASTER = 0.95;

/**
 * Opens a backend. A choice that fails falls through to the others, with the reason kept; `auto` measures where several
 * work, and the ones that are slower are closed again.
 * @throws BackendUnavailableError naming every candidate's reason when none works
 */
export async function openEngine(options: OpenEngineOptions): Promise<Engine> {
  const { choice, candidates = allBackends, measured } = options;
  const skipped: Skipped[] = [];
  let chosen: Opened | null = null;

  /** Opens and tests one; null, with the reason noted, when it does not work. */
  async function open(candidate: BackendDefinition): Promise<Opened | null> {
    const { threads, onLost, onThread, test = selfTest } = options;
    let running: RunningBackend | undefined;
    let opened: Opened | null = null;
    let lost: string | null = null;
    try {
      running = await candidate.open({
        threads,
        insist: candidate.id === choice,
        onThread,
        onLost(reason) {
          lost = reason;
          if (opened) opened.lost = reason;
          if (opened && opened === chosen) onLost(reason);
        },
      });
      const problem = (await test()) ?? lost;
      if (problem) throw new BackendUnavailableError(problem);
      opened = { candidate, running, tfjsName: getBackend(), lost };
      return opened;
    } catch (error) {
      running?.close();
      skipped.push({ backend: candidate.id, reason: toWireError(error).message });
      return null;
    }
  }

  function finish(opened: Opened, why: string, stepTimes: readonly StepTime[]): Engine {
    chosen = opened;
    const { candidate, running } = opened;
    const report: EngineReport = {
      backend: candidate.id,
      description: running.description,
      why,
      threads: running.threads,
      kernels: running.kernels ?? null,
      notes: running.notes ?? [],
      crossOriginIsolated: globalThis.crossOriginIsolated === true,
      sharedMemory: typeof SharedArrayBuffer !== 'undefined',
      skipped,
      stepTimes,
    };
    return { running, report };
  }

  async function firstThatWorks(): Promise<Engine | null> {
    const own = candidates.filter((b) => b.id === choice);
    for (const candidate of [...own, ...candidates.filter((b) => b.id !== choice)]) {
      const opened = await open(candidate);
      if (opened) return finish(opened, whyFirst(choice, opened, skipped), []);
    }
    return null;
  }

  /** What was the fastest before, if it still is what it was. */
  async function asBefore(): Promise<Engine | null> {
    const fastest = candidates.find((b) => b.id === measured?.stepTimes[0]?.backend);
    if (!measured || !fastest) return null;
    const opened = await open(fastest);
    if (opened?.running.description === measured.description)
      return finish(
        opened,
        `${whyFastest(candidates, measured.stepTimes)}, when it was last measured.`,
        measured.stepTimes,
      );
    opened?.running.close();
    skipped.length = 0;
    return null;
  }

  async function fastest(measure: () => Promise<number>): Promise<Engine | null> {
    const working: { readonly opened: Opened; readonly time: number }[] = [];
    for (const candidate of candidates) {
      if (candidate.id === LAST_RESORT && working.length > 0) continue;
      const opened = await open(candidate);
      if (!opened) continue;
      const isAlone =
        candidate.id === LAST_RESORT || !candidates.some((b) => isAfter(candidates, b, candidate));
      const time = isAlone && working.length === 0 ? 0 : await timed(measure);
      if (opened.lost === null && typeof time === 'number') working.push({ opened, time });
      else {
        opened.running.close();
        skipped.push({ backend: candidate.id, reason: opened.lost ?? String(time) });
      }
    }
    if (working.length === 0) return null;
    const best = working.reduce((a, b) => (b.time < a.time * CLEARLY_FASTER ? b : a)).opened;
    await setBackend(best.tfjsName);
    for (const { opened } of working) if (opened !== best) opened.running.close();
    if (working.length === 1) return finish(best, whyFirst(choice, best, skipped), []);
    const stepTimes = working
      .map(({ opened, time }): StepTime => ({ backend: opened.candidate.id, milliseconds: time }))
      .toSorted(
        (a, b) =>
          Number(b.backend === best.candidate.id) - Number(a.backend === best.candidate.id) ||
          a.milliseconds - b.milliseconds,
      );
    return finish(best, `${whyFastest(candidates, stepTimes)}.`, stepTimes);
  }

  const { measure } = options;
  const engine =
    choice === 'auto' && measure ? ((await asBefore()) ?? (await fastest(measure))) : await firstThatWorks();
  if (engine) return engine;
  throw new BackendUnavailableError(
    `No backend works here. ${skipped.map((s) => `${s.backend}: ${s.reason}`).join(' ')}`,
  );
}

/** Whether `b` stands after `a` and could be compared with it. */
const isAfter = (all: readonly BackendDefinition[], b: BackendDefinition, a: BackendDefinition): boolean =>
  b.id !== LAST_RESORT && all.indexOf(b) > all.indexOf(a);

/** The time, or why there is none. */
const timed = (measure: () => Promise<number>): Promise<number | string> =>
  measure().catch((error: unknown) => toWireError(error).message);

function whyFirst(choice: BackendChoice, { candidate }: Opened, skipped: readonly Skipped[]): string {
  if (candidate.id === choice) return 'You chose it.';
  if (choice !== 'auto')
    return `Your choice (${choice}) does not work here: ${skipped[0]?.reason ?? 'it is unknown'}`;
  return skipped.length === 0
    ? 'The fastest kind of backend, and it passed its self-test.'
    : `The fastest that works here and passed its self-test; ${skipped.length} passed over.`;
}

/** Without a full stop. */
function whyFastest(all: readonly BackendDefinition[], stepTimes: readonly StepTime[]): string {
  const label = (id: string) => all.find((b) => b.id === id)?.label ?? id;
  const time = (ms: number) => `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  const list = stepTimes.map((one) => `${label(one.backend)} ${time(one.milliseconds)}`).join(', ');
  return `The fastest here of those that passed their self-test. One training step: ${list}`;
}
