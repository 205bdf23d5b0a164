import { expect, it } from 'vitest';
import { readKioskManifest } from '../core/kioskManifest';
import { runBenchmark, type BenchmarkRow } from './benchmark';
import builtIn from './model/digits.json';

const model = (sha256: string) => ({
  manifest: { ...readKioskManifest(builtIn), name: sha256.slice(0, 1), sha256 },
  bytes: new ArrayBuffer(4),
});

it('measures every runtime on every model once, and says why one failed', async () => {
  const rows: BenchmarkRow[] = [];
  const models = [model('a'.repeat(64)), model('b'.repeat(64)), model('a'.repeat(64))];
  await runBenchmark(
    {
      async measure(runtime) {
        if (runtime === 'litert') throw new RangeError('It is not here.');
        return { label: runtime, threads: 2, times: [3, 1, 2], startMs: 50 };
      },
    },
    models,
    { signal: new AbortController().signal, onRow: (row) => rows.push(row) },
  );
  expect(rows).toHaveLength(10);
  expect(rows[0]).toEqual({
    model: 'a',
    runtime: 'Ganvas, all threads',
    threads: 2,
    medianMs: 2,
    p95Ms: 3,
    startMs: 50,
    failure: null,
  });
  expect(rows.filter((row) => row.failure === 'It is not here.')).toHaveLength(2);
});

it('stops when asked', async () => {
  const stop = new AbortController();
  const rows: BenchmarkRow[] = [];
  await runBenchmark(
    { measure: async () => ({ label: '', threads: 1, times: [1], startMs: 1 }) },
    [model('a'.repeat(64))],
    {
      signal: stop.signal,
      onRow(row) {
        rows.push(row);
        stop.abort();
      },
    },
  );
  expect(rows).toHaveLength(1);
});
