// The kiosk as the components see it: starts the show, watches the board for models, and says in one sentence what a
// person should know.
import { onBeforeUnmount, onMounted, shallowRef, triggerRef } from 'vue';
import {
  KIOSK_PATHS,
  CLOSED_BOARD,
  KioskModelError,
  readBoardSettings,
  pictureOf,
  readKioskManifest,
  type KioskManifest,
} from '../core/kioskManifest';
import type { Seen } from '../protocol/kiosk';
import { GeneratorClient } from './generatorClient';
import { KioskShow, type ModelSource, type RunningModel } from './kioskShow';
import { openModelCache, type StoredModel } from './modelCache';
import { ModelWatch, type Sighting } from './modelWatch';
import builtInManifest from './model/digits.json';
import builtInUrl from './model/digits.tflite?url';
import { usePictureSource } from './usePictureSource';
import { inWords, words } from './words';

/** How often the board is asked for another model. */
const LOOK_EVERY_MS = 4000;
/** How long the first look may take before the built-in model starts. */
const FIRST_LOOK_MS = 1500;
const FIGURES_EVERY_MS = 500;

/** The folder of index.html; the kiosk page stands one below it. */
const rootUrl = (): string => new URL('../', new URL('./', document.baseURI)).href;

export interface Notice {
  readonly kind: 'quiet' | 'alarm';
  readonly text: string;
}

export type PaintTile = (index: number, pixels: Uint8Array, image: readonly number[]) => void;

declare global {
  interface Window {
    /** With `?drive` in the address no frame comes by itself: whoever drives the page gives each its time. */
    ganvasKiosk?: {
      readonly frame: (nowMs: number) => Promise<void>;
      /** Memory of the runtime that draws. */
      readonly runtimeBytes: () => number;
    };
  }
}

const startWorker = (): Worker =>
  new Worker(new URL('../inference/kiosk.worker.ts', import.meta.url), { type: 'module', name: 'kiosk' });

async function builtIn(): Promise<StoredModel> {
  const response = await fetch(builtInUrl);
  if (!response.ok) throw new KioskModelError('The built-in model is missing.', 'Install the page again.');
  return { manifest: readKioskManifest(builtInManifest), bytes: await response.arrayBuffer() };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

function noticeOf(seen: Sighting, source: ModelSource | null): Notice | null | undefined {
  const own = source === 'built-in';
  switch (seen.kind) {
    case 'same':
      return undefined;
    case 'loaded':
      return null;
    case 'none':
      return own
        ? { kind: 'quiet', text: words('noModelBuiltIn') }
        : { kind: 'alarm', text: words('modelGone') };
    case 'away':
      return own ? { kind: 'quiet', text: words('silentBuiltIn') } : { kind: 'alarm', text: words('silent') };
    case 'refused': {
      const kept = own ? words('builtInShown') : source ? words('beforeGoesOn') : '';
      return { kind: 'alarm', text: words('refused', { why: `${inWords(seen.error.message)}${kept}` }) };
    }
  }
}

export interface KioskPainters {
  readonly tile: PaintTile;
  readonly seen: (outcome: Seen['outcome']) => void;
}

export function useKiosk(paint: KioskPainters) {
  const address = new URLSearchParams(location.search);
  const seed = Number(address.get('seed') ?? Date.now()) & 0x7fffffff;
  const model = shallowRef<RunningModel | null>(null);
  const notice = shallowRef<Notice | null>(null);
  const failure = shallowRef<string | null>(null);
  const board = shallowRef(CLOSED_BOARD);
  const cache = openModelCache('caches' in globalThis ? caches : undefined);
  const client = new GeneratorClient(startWorker);
  let lost: Notice | null = null;
  const sayLost = ({ message }: Error): void => {
    notice.value = lost = { kind: 'alarm', text: inWords(message) };
  };
  const show = new KioskShow(
    client,
    {
      image: paint.tile,
      seen: paint.seen,
      model(running) {
        const before = model.value?.manifest;
        model.value = running;
        if (before !== running.manifest) void fillGallery(running.manifest);
        if (notice.value === lost) notice.value = null;
      },
      lost: sayLost,
    },
    seed,
  );
  const room = usePictureSource();
  show.source = room.source;
  const state = shallowRef(show.state);

  /** Of a network that takes pictures: what it is tried on until somebody gives it another. */
  async function fillGallery(manifest: KioskManifest): Promise<void> {
    const picture = pictureOf(manifest);
    if (!picture) return room.camera.close();
    try {
      const pictures = await show.gallery();
      if (model.value?.manifest === manifest) room.fill(pictures, picture);
    } catch (error) {
      fail(error);
    }
  }
  const figures = shallowRef(show.stats.summary());
  const watch = new ModelWatch({
    root: rootUrl(),
    fetch: (url, init) => fetch(url, init),
    async load(found) {
      await show.load(found, 'board');
      void cache.write(found);
    },
  });

  async function look(): Promise<Sighting> {
    const seen = await watch.look();
    if (model.value || seen.kind === 'refused') {
      const said = noticeOf(seen, model.value?.source ?? null);
      if (said !== undefined) notice.value = said;
    }
    return seen;
  }

  /** Where the board's model came while this one was on its way, that one stays, and a missing file matters no more. */
  async function loadBuiltIn(): Promise<void> {
    try {
      const own = await builtIn();
      if (!show.model) await show.load(own, 'built-in');
    } catch (error) {
      if (!show.model) throw error;
    }
  }

  async function start(): Promise<void> {
    const first = look();
    const seen = await Promise.race([first, wait(FIRST_LOOK_MS).then(() => null)]);
    if (seen?.kind === 'loaded') return;
    const stored = seen?.kind === 'away' ? await cache.read() : null;
    try {
      if (stored) await show.load(stored, 'stored');
    } catch {
      // What was stored no longer runs here: the built-in model does.
    }
    if (!show.model) await loadBuiltIn();
    if (seen) notice.value = noticeOf(seen, show.model?.source ?? null) ?? null;
  }

  /** Until something runs the whole start is tried again: files may come back. */
  let looking = false;
  async function lookAgain(): Promise<void> {
    if (looking) return;
    looking = true;
    try {
      await (show.model ? look() : start());
    } catch (error) {
      fail(error);
    } finally {
      looking = false;
    }
  }

  async function readBoard(): Promise<void> {
    try {
      const response = await fetch(rootUrl() + KIOSK_PATHS.board, { cache: 'no-store' });
      if (response.ok) board.value = readBoardSettings(await response.json());
    } catch {
      // A board that says nothing allows nothing.
    }
  }

  let alive = true;
  let frame = 0;
  const onFrame = (nowMs: number): void => {
    if (!alive) return;
    frame = requestAnimationFrame(onFrame);
    show.frame(nowMs).catch(fail);
  };
  function fail(error: unknown): void {
    const known = error instanceof Error ? error : new Error(String(error));
    if (show.model) sayLost(known);
    else failure.value = inWords(known.message);
  }
  const timers: ReturnType<typeof setInterval>[] = [];

  onMounted(() => {
    void readBoard();
    if (address.has('drive')) {
      const frame = async (nowMs: number): Promise<void> => {
        await show.settled();
        await show.frame(nowMs).catch(fail);
      };
      window.ganvasKiosk = { frame, runtimeBytes: () => show.memoryBytes };
    } else frame = requestAnimationFrame(onFrame);
    void lookAgain();
    timers.push(
      setInterval(() => void lookAgain(), LOOK_EVERY_MS),
      setInterval(() => {
        figures.value = show.stats.summary();
        if (model.value) failure.value = null;
      }, FIGURES_EVERY_MS),
    );
  });
  onBeforeUnmount(() => {
    alive = false;
    cancelAnimationFrame(frame);
    for (const timer of timers) clearInterval(timer);
    client.dispose();
  });

  /** Changes the show, as a finger does. */
  function change(next: (state: KioskShow['state']) => KioskShow['state']): void {
    show.state = next(show.state);
    state.value = show.state;
    triggerRef(state);
  }

  return { show, room, model, notice, failure, board, state, figures, change, builtIn, rootUrl, look };
}

export type Kiosk = ReturnType<typeof useKiosk>;
