// A model that is ready to draw, behind one interface: by this project's kernels, or by plain loops where there is no SIMD. Knows
// neither where kernels come from nor what a page may use; the kiosk chooses in runtimes.ts, exported generators take `openAlone`.
import { hasSimd } from '../core/simdSupport';
import { loadSimdModule, type LoadOptions, type SimdModule } from '../engine/simd/module';
import type { RuntimeFacts } from '../protocol/kiosk';
import type { ReadModel } from '../readers/tflite/model';
import { GraphRunner } from './graphRunner';
import { runPlainGraph } from './plainRunner';

/** A model that is ready to draw. Dispose it. */
export interface Painter {
  readonly facts: RuntimeFacts;
  readonly memoryBytes: number;
  /** @returns [rows * output] */
  paint(inputs: Float32Array, rows: number): Float32Array | Promise<Float32Array>;
  dispose(): void;
}

/** One whose images are there at once. */
export interface DirectPainter extends Painter {
  paint(inputs: Float32Array, rows: number): Float32Array;
}

function simdPainter(module: SimdModule, model: ReadModel, limit: string | null): DirectPainter {
  const runner = new GraphRunner(module, model.graph);
  const simd = module.build.startsWith('relaxed') ? 'relaxed SIMD' : 'SIMD';
  return {
    facts: { label: `WebAssembly ${simd}`, threads: module.threads, limit },
    get memoryBytes() {
      return module.memory.buffer.byteLength;
    },
    paint: (inputs, rows) => runner.run(inputs, rows),
    dispose() {
      runner.dispose();
      module.dispose();
    },
  };
}

/** @param limit what keeps it from being quicker, for the person; null for nothing. @throws EngineModuleError */
export async function openSimd(
  model: ReadModel,
  options: LoadOptions,
  limit: string | null,
): Promise<DirectPainter> {
  const module = await loadSimdModule(options);
  try {
    return simdPainter(module, model, limit);
  } catch (error) {
    module.dispose();
    throw error;
  }
}

export const plainLoops = ({ graph }: ReadModel, limit: string | null): DirectPainter => ({
  facts: { label: 'JavaScript', threads: 1, limit },
  memoryBytes: 0,
  paint: (inputs, rows) => runPlainGraph(graph, inputs, rows),
  dispose: () => undefined,
});

export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Opens what draws on one thread: kernels where they start, else plain loops. */
export async function openAlone(
  model: ReadModel,
  { readBytes, relaxed }: Pick<LoadOptions, 'readBytes' | 'relaxed'>,
): Promise<DirectPainter> {
  if (!hasSimd()) return plainLoops(model, 'no WebAssembly SIMD');
  try {
    return await openSimd(model, { threads: 1, relaxed, readBytes }, null);
  } catch (error) {
    return plainLoops(model, reasonOf(error));
  }
}
