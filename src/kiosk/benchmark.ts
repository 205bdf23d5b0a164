// The built-in benchmark: every runtime of this browser on every model at hand, one image at a time, one after the other.
import type { KioskRuntimeId } from '../protocol/kiosk';
import { quantile } from './drawStats';
import type { KioskShow } from './kioskShow';
import type { StoredModel } from './modelCache';

const RUNTIMES: readonly { readonly id: KioskRuntimeId; readonly label: string }[] = [
  { id: 'relaxed-threads', label: 'Ganvas, all threads' },
  { id: 'relaxed', label: 'Ganvas, one thread' },
  { id: 'plain', label: 'Ganvas, one thread, plain SIMD' },
  { id: 'litert', label: 'LiteRT.js' },
  { id: 'javascript', label: 'JavaScript loops' },
];

export interface BenchmarkRow {
  readonly model: string;
  readonly runtime: string;
  readonly threads: number | null;
  readonly medianMs: number | null;
  readonly p95Ms: number | null;
  /** Until the first image, reading and checking the file included. */
  readonly startMs: number | null;
  /** Why there are no figures. */
  readonly failure: string | null;
}

/** Models without a second copy of the same file. */
export const differentModels = (models: readonly StoredModel[]): readonly StoredModel[] =>
  models.filter(
    ({ manifest }, i) => models.findIndex((other) => other.manifest.sha256 === manifest.sha256) === i,
  );

/**
 * Measures all pairs; a runtime that is not there gets a row that says why.
 * @param onRow called as rows are done
 */
export async function runBenchmark(
  show: Pick<KioskShow, 'measure'>,
  models: readonly StoredModel[],
  {
    forMs = 1500,
    signal,
    onRow,
  }: { forMs?: number; signal: AbortSignal; onRow: (row: BenchmarkRow) => void },
): Promise<void> {
  for (const model of differentModels(models)) {
    for (const { id, label } of RUNTIMES) {
      if (signal.aborted) return;
      const row = { model: model.manifest.name, runtime: label };
      try {
        const { times, threads, startMs } = await show.measure(id, model, forMs);
        const sorted = Float64Array.from(times).sort();
        onRow({
          ...row,
          threads,
          medianMs: quantile(sorted, 0.5),
          p95Ms: quantile(sorted, 0.95),
          startMs,
          failure: null,
        });
      } catch (error) {
        const failure = error instanceof Error ? error.message : String(error);
        onRow({ ...row, threads: null, medianMs: null, p95Ms: null, startMs: null, failure });
      }
    }
  }
}
