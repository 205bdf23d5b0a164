// The page itself, kept on this device by its service worker: whether it is, how large, all of it on request, and gone again.
// Not runs and data sets, which have stores of their own. What becomes of a new version is told to whoever asks.
import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { KeptState } from '../core/keptPage';
import { askKeeper } from './askKeeper';

/** `impossible`: plain http, a private window, a frame that may keep nothing. `off`: the person's wish. */
export type KeptStatus = 'impossible' | 'off' | 'starting' | 'kept';

const CHOICE = 'ganvas-keep-page';

function choice(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return null; // a browser that keeps nothing for this page
  }
}

function choose(wish: 'on' | 'off'): void {
  try {
    localStorage.setItem(CHOICE, wish);
  } catch {
    // it holds until the page is closed
  }
}

export interface KeepOptions {
  /** The page is answered by the worker from now on. */
  readonly onControlled: () => void;
  /** A new version is whole and waits; `load` makes it the one that answers. */
  readonly onUpdate: (load: () => void) => void;
}

export const useKeptPageStore = defineStore('keptPage', () => {
  const workers: ServiceWorkerContainer | null =
    globalThis.isSecureContext && 'serviceWorker' in navigator ? navigator.serviceWorker : null;
  const status = shallowRef<KeptStatus>(workers ? (choice() === 'off' ? 'off' : 'starting') : 'impossible');
  const size = shallowRef<KeptState | null>(null);
  /** Null while nothing is fetched. */
  const fetching = shallowRef<number | null>(null);
  const problem = shallowRef<string | null>(null);
  const isWhole = computed(() => size.value !== null && size.value.keptBytes >= size.value.allBytes);
  let registration: ServiceWorkerRegistration | null = null;
  let told: KeepOptions | null = null;

  function show(now: KeptState): void {
    size.value = now;
    fetching.value = now.keptBytes / now.allBytes;
  }

  async function look(): Promise<void> {
    if (registration?.active) size.value = await askKeeper(registration.active, 'state', show);
  }

  function watchUpdates(own: ServiceWorkerRegistration): void {
    const offer = (): void => {
      const { waiting, active } = own;
      if (waiting && active) told?.onUpdate(() => waiting.postMessage('activate'));
    };
    own.addEventListener('updatefound', () => {
      const { installing } = own;
      installing?.addEventListener('statechange', () => installing.state === 'installed' && offer());
    });
    offer();
  }

  /** Registers the worker, unless the person does not want it. Resolves when it answers, or cannot. */
  async function keep(options: KeepOptions): Promise<void> {
    told = options;
    if (!workers || status.value === 'off') return;
    status.value = 'starting';
    try {
      if (workers.controller) options.onControlled();
      else workers.addEventListener('controllerchange', options.onControlled, { once: true });
      registration = await workers.register('./sw.js', { scope: './', updateViaCache: 'none' });
      watchUpdates(registration);
      const installing = registration.installing;
      if (installing && !registration.active)
        await new Promise<void>((resolve, reject) => {
          installing.addEventListener('statechange', () => {
            if (installing.state === 'activated') resolve();
            if (installing.state === 'redundant') reject(new Error('Not all of the page could be fetched.'));
          });
        });
      status.value = 'kept';
      await look();
    } catch {
      // Private windows and frames refuse; a network that was cut is tried again at the next visit.
      status.value = 'impossible';
    }
  }

  async function fetchAll(): Promise<void> {
    if (!registration?.active || fetching.value !== null) return;
    problem.value = null;
    fetching.value = 0;
    try {
      size.value = await askKeeper(registration.active, 'fetch all', show);
    } catch (error) {
      problem.value = error instanceof Error ? error.message : String(error);
      await look().catch(() => undefined); // what was said above stands
    } finally {
      fetching.value = null;
    }
  }

  /** Takes the page off this device; it works as before while there is a network. */
  async function remove(): Promise<void> {
    choose('off');
    await registration?.unregister();
    registration = null;
    const prefix = `ganvas-page ${new URL('./', document.baseURI).pathname} `;
    const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
    await Promise.all(names.map((name) => caches.delete(name)));
    size.value = null;
    status.value = 'off';
  }

  async function keepAgain(): Promise<void> {
    choose('on');
    status.value = 'starting';
    if (told) await keep(told); // else it begins when the engine is ready
  }

  return { status, size, fetching, problem, isWhole, look, keep, fetchAll, remove, keepAgain };
});
