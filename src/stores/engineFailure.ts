// Whether a run failed because its engine did: then the engine is opened anew before the run goes on. Pure.
import type { RunState } from '../core/runState';
import type { BackendId } from '../protocol';
import type { EngineStatus } from './engineStore';

/** Failures after which the engine cannot go on (src/engine/simd/errors.ts). */
const ENGINE_FAILURES: ReadonlySet<string> = new Set([
  'EngineTrapError',
  'EngineHelperLostError',
  'EngineOutOfMemoryError',
]);

/** Backends whose own failures have no name of ours. */
const GRAPHICS: ReadonlySet<string> = new Set(['webgl', 'webgpu'] satisfies BackendId[]);

export function isEngineFailure(run: RunState, engine: EngineStatus): boolean {
  if (run.status !== 'failed') return false;
  const onGraphics = engine.status === 'ready' && GRAPHICS.has(engine.report.backend);
  return ENGINE_FAILURES.has(run.error.name) || (onGraphics && run.error.name === 'Error');
}
