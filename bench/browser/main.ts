// The bench's page: opens a worker per contestant and passes requests on. A script in Node drives it.
import type { BenchWorkerKind, BenchWorkers, WorkerAnswer } from './wire';

const makers: Readonly<Record<BenchWorkerKind, () => Worker>> = {
  engine: () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module' }),
  kernels: () => new Worker(new URL('../simdKernels.worker.ts', import.meta.url), { type: 'module' }),
  onnxRuntime: () => new Worker(new URL('./onnxRuntime.worker.ts', import.meta.url), { type: 'module' }),
  jaxJs: () => new Worker(new URL('./jaxJs.worker.ts', import.meta.url), { type: 'module' }),
  stockTfjs: () => new Worker(new URL('./stockTfjs.worker.ts', import.meta.url), { type: 'module' }),
};

export interface BenchPage {
  /**
   * Asks the worker of this name, starting it on first use; one request at a time.
   * @param name keeps several workers of one kind apart
   */
  ask<K extends BenchWorkerKind>(
    kind: K,
    name: string,
    request: BenchWorkers[K][0],
  ): Promise<BenchWorkers[K][1]>;
  /** Ends the worker of this name and frees what it held. */
  end(name: string): void;
}

declare global {
  interface Window {
    bench?: BenchPage;
  }
}

const workers = new Map<string, Worker>();

window.bench = {
  ask<K extends BenchWorkerKind>(kind: K, name: string, request: BenchWorkers[K][0]) {
    const worker = workers.get(name) ?? makers[kind]();
    workers.set(name, worker);
    return new Promise<BenchWorkers[K][1]>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<WorkerAnswer<K>>) => {
        if (data.error === undefined) resolve(data.result);
        else reject(new Error(data.error));
      };
      worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'));
      worker.postMessage(request);
    });
  },
  end(name) {
    workers.get(name)?.terminate();
    workers.delete(name);
  },
};
