// Says when a saved run goes on elsewhere than it was trained. Pure.
import type { OpenedRun } from '../protocol';
import { BACKEND_NAMES } from './backendNames';
import type { EngineStatus } from './engineStore';

/**
 * Words for a saved run that goes on elsewhere than it was trained: its losses are then not to the bit what they would have
 * been. Null where it is the same backend, where the file does not say, and where no step was taken.
 */
export function engineChange(
  { trainedOn, step }: Pick<OpenedRun, 'trainedOn' | 'step'>,
  engine: EngineStatus,
): { readonly message: string; readonly hint: string } | null {
  if (engine.status !== 'ready' || trainedOn === null || step === 0) return null;
  const { backend } = engine.report;
  if (backend === trainedOn) return null;
  return {
    message: `This run was trained on ${BACKEND_NAMES[trainedOn]} and goes on with ${BACKEND_NAMES[backend]}, so its losses differ in the last digits from those of a run that stayed.`,
    hint: `To go on to the bit, choose ${BACKEND_NAMES[trainedOn]} as backend, under Engine in the settings.`,
  };
}
