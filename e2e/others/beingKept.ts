// What runs in the page while its service worker installs: state of the keeping, and one training worker after another, each of
// which must start. Firefox answered none of them while a service worker waited for its own claim.

/** Runs in the page: the address of the training worker's script, which the page has loaded. */
export const workerScript = (): string | undefined =>
  performance.getEntriesByType('resource').find(({ name }) => /\/entry\.worker-[^/]*\.js$/.test(name))?.name;

/** Runs in the page: empty where nothing is kept yet. */
export const keptState = async (): Promise<string> => {
  const registration = await navigator.serviceWorker?.getRegistration();
  return registration?.active?.state ?? '';
};

/** Runs in the page: starts a worker and ends it. @returns `started`, or what went wrong, only once one of them happened */
export const startWorker = (script: string): Promise<string> =>
  new Promise((resolve) => {
    const worker = new Worker(script, { type: 'module' });
    const end = (how: string): void => {
      worker.terminate();
      resolve(how);
    };
    worker.addEventListener('message', () => end('started'));
    worker.addEventListener('error', () => end('did not start'));
  });
