// Where the browser build finds the compute modules and the helper's script. The only file of the engine that
// knows the bundler.
import type { OnThread } from '../../core/threadPatience';
import { webLocks } from '../../core/webLocks';
import { EngineModuleError } from './errors';
import type { HelperHandle, HelperInit, HelperMessage } from './helper';
import type { ModuleName } from './module';

const urls: Readonly<Record<ModuleName, URL>> = {
  'relaxed-threads': new URL('./wasm/relaxed-threads.wasm', import.meta.url),
  'relaxed-single': new URL('./wasm/relaxed-single.wasm', import.meta.url),
  'plain-threads': new URL('./wasm/plain-threads.wasm', import.meta.url),
  'plain-single': new URL('./wasm/plain-single.wasm', import.meta.url),
};

/** Fetches a compute module. @throws EngineModuleError when it is not there */
export async function readKernelBytes(name: ModuleName): Promise<ArrayBuffer> {
  const response = await fetch(urls[name]);
  if (!response.ok)
    throw new EngineModuleError(`The compute module ${name} did not load (${response.status}).`);
  return response.arrayBuffer();
}

/** How helper threads are started where somebody may want to hear of each. */
export const announcedHelpers =
  (onThread?: OnThread) =>
  (init: HelperInit): HelperHandle => {
    onThread?.(true);
    const helper = spawnHelperWorker(init);
    onThread?.(false);
    return helper;
  };

/**
 * Starts a helper thread as a dedicated worker. It holds a lock as long as it lives (the browser tells nobody that a
 * worker has ended, but gives its locks to whoever asked next).
 */
export function spawnHelperWorker(init: HelperInit): HelperHandle {
  const lock = isSecureContext ? `ganvas/helper/${crypto.randomUUID()}` : ''; // elsewhere there are no locks
  const worker = new Worker(new URL('./helper.worker.ts', import.meta.url), {
    type: 'module',
    name: `ganvas helper ${init.index}`,
  });
  const ready = new Promise<void>((resolve, reject) => {
    worker.addEventListener('message', () => resolve(), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault(); // else it would go on to the page, as a crash of this worker
      reject(new EngineModuleError(event.message || 'A helper thread did not start.'));
    });
  });
  worker.postMessage({ ...init, lock } satisfies HelperMessage);
  const gone = ready.then(async () => {
    const locks = await webLocks();
    await (locks ? locks.request(lock, () => undefined) : new Promise<void>(() => undefined));
  });
  gone.catch(() => undefined); // one that never started says so by `ready`
  return { ready, gone, terminate: () => worker.terminate() };
}
