// Which arithmetic losses come from: a link says it, and who repeats the run on another hears that they will differ. Pure.
import type { EngineReport } from '../protocol';
import { BACKEND_NAMES } from './backendNames';

/** As links write it: the backend, of the CPU engine with the build of its kernels. */
export const arithmeticOf = ({ backend, kernels }: Pick<EngineReport, 'backend' | 'kernels'>): string =>
  kernels ? `${backend}-${kernels}` : backend;

/** Words for people; null for what no link of this page says. */
function nameOf(arithmetic: string): string | null {
  if (arithmetic === 'wasm-relaxed') return 'the CPU engine with relaxed SIMD';
  if (arithmetic === 'wasm-plain') return 'the CPU engine with plain SIMD';
  return Object.entries(BACKEND_NAMES).find(([id]) => id === arithmetic)?.[1] ?? null;
}

/** What to say of a run of a link that was trained on `ranOn`; null where it is the same here, or unknown. */
export function arithmeticChange(
  ranOn: string,
  report: Pick<EngineReport, 'backend' | 'kernels'>,
): string | null {
  const [before, now] = [nameOf(ranOn), nameOf(arithmeticOf(report))];
  return before === null || now === null || before === now
    ? null
    : `It was trained on ${before} and repeats here on ${now}, which round differently: its losses will differ, in the last digits at first.`;
}
