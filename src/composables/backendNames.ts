// Backends as the page calls them.
import type { BackendChoice } from '../core/runConfig';

export const BACKEND_NAMES: Readonly<Record<BackendChoice, string>> = {
  auto: 'Automatic',
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  wasm: 'WebAssembly (CPU)',
  cpu: 'Plain JavaScript (CPU)',
};
