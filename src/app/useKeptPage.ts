// Keeps the page on the device and names its manifest, by which it can be installed; and isolates it where its host sends no headers:
// the service worker adds them, which takes one reload. Only once, only where it brings threads, never in a frame, and never while
// anything is open that a person began.
import { watch } from 'vue';
import type { Address } from '../stores/address';
import { useEngineStore } from '../stores/engineStore';
import { useKeptPageStore } from '../stores/keptPageStore';
import { useNoticesStore } from '../stores/noticesStore';
import { useRunStore } from '../stores/runStore';
import { words } from './words';

const TRIED = 'ganvas/isolated';
/** The page is left alone for so long before it is kept. */
const QUIET_MS = 2000;

/** Whether a reload may bring threads, which it is asked once for each tab. */
function mayIsolate(): boolean {
  const helps = window.crossOriginIsolated === false && navigator.hardwareConcurrency > 1;
  if (!helps || window.top !== window) return false;
  try {
    if (sessionStorage.getItem(TRIED) !== null) return false;
    sessionStorage.setItem(TRIED, '1');
    return true;
  } catch {
    return false; // nothing would end a second try
  }
}

/** By the manifest the page can be installed. A browser that hears of it fetches it and draws its icons at once. */
function nameManifest(): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = './ganvas.webmanifest';
  document.head.append(link);
}

/** Call within the page's setup. */
export function useKeptPage({ flags, pairs }: Address): void {
  const engine = useEngineStore();
  const kept = useKeptPageStore();
  const notices = useNoticesStore();
  const run = useRunStore();
  let touched = false;
  for (const kind of ['pointerdown', 'keydown'] as const)
    addEventListener(kind, () => (touched = true), { once: true, capture: true });
  const oneThread = pairs.some(({ key, value }) => key === 'threads' && value === '1');

  async function reload(): Promise<void> {
    if (run.state.status === 'running') await run.pause();
    location.reload();
  }

  function onControlled(): void {
    if (oneThread || flags.headless || !mayIsolate()) return;
    if (run.state.status === 'idle' && !touched) location.reload();
    else
      notices.say(words('kept.threads'), words('kept.threadsWhy'), '', {
        label: words('notices.reload'),
        act: () => void reload(),
      });
  }

  function onUpdate(load: () => void): void {
    notices.say(words('kept.update'), words('kept.updateWhy'), '', {
      label: words('kept.updateLoad'),
      act() {
        navigator.serviceWorker.addEventListener('controllerchange', () => void reload(), { once: true });
        load();
      },
    });
  }

  const begin = (): void => void kept.keep({ onControlled, onUpdate });
  const isolates = window.crossOriginIsolated === false && window.top === window;
  if (isolates) begin();
  // What brings nothing now waits until the engine runs and a run that begins has taken a step: fetching and checking megabytes
  // would keep a person waiting for it.
  let timer: ReturnType<typeof setTimeout> | undefined;
  const isQuiet = (): boolean => {
    const { status } = run.state;
    return engine.state.status === 'ready' && status !== 'loading' && (status !== 'running' || run.step > 0);
  };
  const stop = watch(
    isQuiet,
    (quiet) => {
      clearTimeout(timer);
      if (!quiet) return;
      timer = setTimeout(() => {
        stop();
        nameManifest();
        if (!isolates) begin();
      }, QUIET_MS);
    },
    { immediate: true },
  );
}
