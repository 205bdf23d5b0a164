// The state of a run as one union and one reducer; the worker sends transitions, the page shows the state.
import type { WireError } from './errors';

export type RunState =
  | { readonly status: 'idle' }
  /** Something longer than a moment happens before the first step. `fraction` is 0..1, or null when unknown. */
  | { readonly status: 'loading'; readonly what: string; readonly fraction: number | null }
  | { readonly status: 'running'; readonly step: number }
  /** `byBudget`: it paused by itself, where it was asked to. */
  | { readonly status: 'paused'; readonly step: number; readonly byBudget?: true }
  | { readonly status: 'done'; readonly step: number }
  /** `keptStep` is the step of the last checkpoint, null when none was saved. */
  | {
      readonly status: 'failed';
      readonly step: number;
      readonly error: WireError;
      readonly keptStep: number | null;
    };

export type RunTransition =
  | { readonly kind: 'load'; readonly what: string; readonly fraction: number | null }
  | { readonly kind: 'run'; readonly step: number }
  | { readonly kind: 'pause'; readonly step: number; readonly byBudget?: true }
  | { readonly kind: 'finish'; readonly step: number }
  | { readonly kind: 'fail'; readonly error: WireError; readonly keptStep: number | null }
  | { readonly kind: 'reset' };

/** Steps done in a state. */
export const stepOf = (state: RunState): number => ('step' in state ? state.step : 0);

/** The state after a transition. */
export function reduceRunState(state: RunState, transition: RunTransition): RunState {
  switch (transition.kind) {
    case 'load':
      return { status: 'loading', what: transition.what, fraction: transition.fraction };
    case 'run':
      return { status: 'running', step: transition.step };
    case 'pause':
      return { status: 'paused', step: transition.step, ...(transition.byBudget && { byBudget: true }) };
    case 'finish':
      return { status: 'done', step: transition.step };
    case 'fail':
      return {
        status: 'failed',
        step: stepOf(state),
        error: transition.error,
        keptStep: transition.keptStep,
      };
    case 'reset':
      return { status: 'idle' };
  }
}

/** Whether steps are being taken or prepared. */
export const isBusy = (state: RunState): boolean => state.status === 'running' || state.status === 'loading';
