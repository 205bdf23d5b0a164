// The training worker under Node: the real dispatcher on the CPU engine, saved runs in memory, and the page's own client
// before it, for tests and for runs without a browser. Not a worker of its own: it runs in the thread that opens it.
import { createClient, type Client } from '../client/client';
import type { WorkerPort } from '../client/workerPort';
import { registerRecorder } from '../engine/recording';
import { SimdStepRecorder } from '../engine/simd/recorder';
import { simdBackend, SIMD_BACKEND } from '../engine/simd/register';
import type { RequestMessage, WorkerMessage } from '../protocol';
import { catalogue } from '../worker/catalogue';
import { closeClassifier, createContext, type WorkerContext } from '../worker/context';
import { createDispatcher } from '../worker/dispatch';
import { closeSimd, openSimd } from './openSimd';

/** Which build of the kernels: with fused multiply-add, or what every browser has. */
export type KernelKind = 'relaxed' | 'plain';

export interface NodeWorker {
  readonly client: Client;
  /** What the worker holds, for what no request tells. */
  readonly context: WorkerContext;
  /** Ends the open run, the classifier and the engine. */
  close(): Promise<void>;
}

/** Hands messages over as a worker does: copied, and after the caller has gone on. */
class DispatcherPort extends EventTarget implements WorkerPort {
  readonly context: WorkerContext;
  readonly #dispatch: (message: RequestMessage) => void;

  constructor() {
    super();
    const post = (message: WorkerMessage): void => {
      const data = structuredClone(message);
      queueMicrotask(() => this.dispatchEvent(new MessageEvent('message', { data })));
    };
    this.context = createContext(post);
    this.#dispatch = createDispatcher(this.context, post);
    post({ kind: 'worker/ready', catalogue });
    post({ kind: 'worker/loaded' });
  }

  postMessage(message: RequestMessage): void {
    const copy = structuredClone(message);
    queueMicrotask(() => this.#dispatch(copy));
  }

  terminate(): void {
    // It ends with its thread.
  }
}

/** Opens a worker with the CPU engine; only one may be open at a time. */
export async function openNodeWorker(kind: KernelKind, threads: number): Promise<NodeWorker> {
  const { module } = await openSimd({ threads, relaxed: kind === 'relaxed' ? 'on' : 'off' });
  registerRecorder(SIMD_BACKEND, new SimdStepRecorder(simdBackend()));
  const port = new DispatcherPort();
  const description = `WebAssembly ${module.build} on ${module.threads} threads`;
  port.context.engine = {
    running: {
      ...{ description, threads: module.threads, memory: null, close: () => undefined },
      room: { device: module.maximumBytes, tensor: null, inPage: false },
    },
    report: {
      backend: 'wasm',
      description,
      why: 'Node has no other.',
      threads: module.threads,
      notes: [],
      crossOriginIsolated: false,
      kernels: module.build.startsWith('relaxed') ? 'relaxed' : 'plain',
      sharedMemory: typeof SharedArrayBuffer !== 'undefined',
      skipped: [],
      stepTimes: [],
    },
  };
  const client = createClient(() => port);
  return {
    client,
    context: port.context,
    async close() {
      await client.request('run/close', { discard: true });
      await closeClassifier(port.context);
      client.dispose();
      registerRecorder(SIMD_BACKEND, null);
      closeSimd();
    },
  };
}
