// Every backend, best first: the order in which `auto` tries them.
import { cpuBackend } from './cpu';
import type { BackendDefinition } from './define';
import { wasmBackend } from './wasm';
import { webglBackend } from './webgl';
import { webgpuBackend } from './webgpu';

export const backends: readonly BackendDefinition[] = [webgpuBackend, webglBackend, wasmBackend, cpuBackend];
