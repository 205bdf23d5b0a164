// Everything the kiosk knows of its device, as rows for an engineer and as the JSON that is downloaded. Nothing is guessed:
// what the browser does not say is null.
import type { BenchmarkRow } from './benchmark';
import type { DrawSecond, DrawSummary } from './drawStats';
import { bytes, duration, milliseconds } from './figures';
import type { ModelSource, RunningModel } from './kioskShow';
import { count, inWords, words } from './words';

export interface DeviceFacts {
  readonly runtime: {
    readonly label: string;
    readonly threads: number;
    readonly limit: string | null;
  } | null;
  readonly model: {
    readonly name: string;
    readonly source: ModelSource;
    readonly format: string;
    readonly weights: string;
    readonly bytes: number;
    readonly sha256: string;
    readonly parameters: number;
    readonly multiplyAdds: number;
    readonly latent: number;
    readonly classes: number;
    readonly image: readonly number[];
  } | null;
  readonly drawing: DrawSummary;
  readonly memory: { readonly runtimeBytes: number; readonly pageBytes: number | null };
  readonly uptimeSeconds: number;
  readonly browser: {
    readonly userAgent: string;
    readonly cores: number;
    readonly deviceMemoryGiB: number | null;
    readonly isolated: boolean;
    readonly secure: boolean;
    readonly online: boolean;
    readonly offlineReady: boolean;
    readonly screen: { readonly width: number; readonly height: number; readonly pixelRatio: number };
  };
}

const numberAt = (from: unknown, key: string): number | null => {
  const value: unknown = typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined;
  return typeof value === 'number' ? value : null;
};

export function readDeviceFacts(
  model: RunningModel | null,
  drawing: DrawSummary,
  runtimeBytes: number,
): DeviceFacts {
  const { manifest } = model ?? {};
  return {
    runtime: model?.runtime ?? null,
    model:
      model && manifest
        ? {
            name: manifest.name,
            source: model.source,
            format: manifest.format,
            weights: model.weights,
            bytes: manifest.bytes,
            sha256: manifest.sha256,
            parameters: model.parameters,
            multiplyAdds: model.multiplyAdds,
            latent: manifest.latent,
            classes: manifest.classes,
            image: manifest.image,
          }
        : null,
    drawing,
    memory: { runtimeBytes, pageBytes: numberAt(Reflect.get(performance, 'memory'), 'usedJSHeapSize') },
    uptimeSeconds: performance.now() / 1000,
    browser: {
      userAgent: navigator.userAgent,
      cores: navigator.hardwareConcurrency,
      deviceMemoryGiB: numberAt(navigator, 'deviceMemory'),
      isolated: window.crossOriginIsolated,
      secure: window.isSecureContext,
      online: navigator.onLine,
      offlineReady: Boolean(navigator.serviceWorker?.controller),
      screen: { width: innerWidth, height: innerHeight, pixelRatio: devicePixelRatio },
    },
  };
}

const optional = (value: number | null, write: (value: number) => string): string =>
  value === null ? words('notSaid') : write(value);

const SOURCES = { board: 'fromBoard', stored: 'fromStored', 'built-in': 'fromPage' } as const;

/** Name and value, in the order of interest. */
export function factRows({ runtime, model, drawing, memory, uptimeSeconds, browser }: DeviceFacts) {
  const backend = runtime ? `${runtime.label}, CPU` : words('factStarting');
  const { width, height, pixelRatio } = browser.screen;
  const cores = { threads: runtime?.threads ?? 0, cores: browser.cores };
  const limit = runtime?.limit ? ` (${inWords(runtime.limit)})` : '';
  const rows: readonly (readonly [string, string])[] = [
    [words('runtimeAndBackend'), backend],
    [words('threadsHead'), runtime ? `${words('ofCores', cores)}${limit}` : '–'],
    [words('model'), model ? `${model.name} (${words(SOURCES[model.source])})` : '–'],
    [
      words('formatAndSize'),
      model ? `${model.format}, ${inWords(model.weights)}, ${bytes(model.bytes)}` : '–',
    ],
    [words('parameters'), model ? count(model.parameters) : '–'],
    [words('multiplyAdds'), model ? count(model.multiplyAdds) : '–'],
    [words('medianOf'), optional(drawing.medianMs, milliseconds)],
    [words('percentile'), optional(drawing.p95Ms, milliseconds)],
    [words('perSecond'), optional(drawing.perSecond, count)],
    [words('drawn'), count(drawing.images)],
    [words('runtimeMemory'), bytes(memory.runtimeBytes)],
    [words('pageMemory'), optional(memory.pageBytes, bytes)],
    [words('uptime'), duration(uptimeSeconds)],
    [
      words('page'),
      `${words(browser.isolated ? 'isolated' : 'notIsolated')}, ${words(browser.secure ? 'secure' : 'notSecure')}`,
    ],
    [words('offline'), words(browser.offlineReady ? 'yes' : 'notStored')],
    [words('screen'), words('screenSize', { width, height, ratio: count(pixelRatio) })],
    [words('browser'), browser.userAgent],
  ];
  return rows;
}

/** What is downloaded. */
export const deviceReport = (
  facts: DeviceFacts,
  seconds: readonly DrawSecond[],
  benchmark: readonly BenchmarkRow[],
): string => `${JSON.stringify({ ...facts, seconds, benchmark }, null, 2)}\n`;
