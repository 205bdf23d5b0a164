// Backends as the page calls them, and how they compare.
import type { BackendChoice } from '../core/runConfig';
import type { StepTime } from '../protocol';

export const BACKEND_NAMES: Readonly<Record<BackendChoice, string>> = {
  auto: 'Automatic',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly (CPU)',
  cpu: 'Plain JavaScript (CPU)',
};

/** Short names, for a line. */
const SHORT: Readonly<Record<BackendChoice, string>> = {
  ...BACKEND_NAMES,
  wasm: 'CPU engine',
  cpu: 'Plain JavaScript',
};

/** The fastest against the next, `CPU engine: 2.3x WebGL here`; null where nothing was compared. */
export function comparison(stepTimes: readonly StepTime[]): string | null {
  const [fastest, second] = stepTimes;
  if (!fastest || !second) return null;
  const times = second.milliseconds / fastest.milliseconds;
  return times >= 1.05
    ? `${SHORT[fastest.backend]}: ${times.toFixed(times < 9.95 ? 1 : 0)}x ${SHORT[second.backend]} here`
    : `${SHORT[fastest.backend]}: as fast as ${SHORT[second.backend]} here`;
}
