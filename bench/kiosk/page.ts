// The kiosk benchmark's page: one contestant, on the page's own thread or in a worker. A script in Node drives it.
import { openContestant, type Opened, type OpenRequest } from './contestants';
import type { Answer, Ask } from './contestant.worker';

export interface KioskBench extends Opened {
  open(request: OpenRequest, where: 'page' | 'worker'): Promise<void>;
}

declare global {
  interface Window {
    kioskBench?: KioskBench;
  }
}

function openInWorker(request: OpenRequest): { readonly ready: Promise<void>; readonly opened: Opened } {
  const worker = new Worker(new URL('./contestant.worker.ts', import.meta.url), { type: 'module' });
  const ask = (message: Ask): Promise<readonly number[]> =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) =>
        'values' in data ? resolve(data.values) : reject(new Error(data.error));
      worker.onerror = (event) => reject(new Error(event.message || 'The worker did not start.'));
      worker.postMessage(message);
    });
  return {
    ready: ask({ do: 'open', request }).then(() => undefined),
    opened: {
      run: async (count) => [...(await ask({ do: 'run', count }))],
      window: async (forMs) => [...(await ask({ do: 'window', forMs }))],
      image: async () => [...(await ask({ do: 'image' }))],
    },
  };
}

let contestant: Opened | null = null;
const current = (): Opened => {
  if (contestant) return contestant;
  throw new Error('Open a contestant first.');
};

window.kioskBench = {
  async open(request, where) {
    if (where === 'page') {
      contestant = await openContestant(request);
      return;
    }
    const { ready, opened } = openInWorker(request);
    await ready;
    contestant = opened;
  },
  run: (count) => current().run(count),
  window: (forMs) => current().window(forMs),
  image: () => current().image(),
};
