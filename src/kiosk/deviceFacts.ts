// Everything the kiosk knows of its device, as rows for an engineer and as the JSON that is downloaded. Nothing is guessed:
// what the browser does not say is null.
import type { BenchmarkRow } from './benchmark';
import type { DrawSecond, DrawSummary } from './drawStats';
import { bytes, duration, milliseconds } from './figures';
import type { RunningModel } from './kioskShow';

export interface DeviceFacts {
  readonly runtime: {
    readonly label: string;
    readonly threads: number;
    readonly limit: string | null;
  } | null;
  readonly model: {
    readonly name: string;
    readonly source: string;
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
    readonly screen: string;
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
      screen: `${window.innerWidth} x ${window.innerHeight} at ${window.devicePixelRatio}`,
    },
  };
}

const optional = (value: number | null, write: (value: number) => string): string =>
  value === null ? 'not said' : write(value);

/** Name and value, in the order of interest. */
export function factRows({ runtime, model, drawing, memory, uptimeSeconds, browser }: DeviceFacts) {
  const backend = runtime ? `${runtime.label}, CPU` : 'starting';
  const limit = runtime?.limit ? ` (${runtime.limit})` : '';
  const rows: readonly (readonly [string, string])[] = [
    ['Runtime and backend', backend],
    ['Threads', runtime ? `${runtime.threads} of ${browser.cores} cores${limit}` : '–'],
    ['Model', model ? `${model.name} (${model.source})` : '–'],
    ['Format and size', model ? `${model.format}, ${model.weights}, ${bytes(model.bytes)}` : '–'],
    ['Parameters of the file', model ? model.parameters.toLocaleString('en') : '–'],
    ['Multiply-adds an image', model ? model.multiplyAdds.toLocaleString('en') : '–'],
    ['Median of the last 100', optional(drawing.medianMs, milliseconds)],
    ['95th percentile', optional(drawing.p95Ms, milliseconds)],
    ['Images a second', optional(drawing.perSecond, String)],
    ['Images drawn', drawing.images.toLocaleString('en')],
    ['Memory of the runtime', bytes(memory.runtimeBytes)],
    ['Memory of the page', optional(memory.pageBytes, bytes)],
    ['Uptime', duration(uptimeSeconds)],
    [
      'Page',
      `${browser.isolated ? 'isolated' : 'not isolated'}, ${browser.secure ? 'secure' : 'not secure'}`,
    ],
    ['Works offline', browser.offlineReady ? 'yes' : 'not stored'],
    ['Screen', browser.screen],
    ['Browser', browser.userAgent],
  ];
  return rows;
}

/** What is downloaded. */
export const deviceReport = (
  facts: DeviceFacts,
  seconds: readonly DrawSecond[],
  benchmark: readonly BenchmarkRow[],
): string => `${JSON.stringify({ ...facts, seconds, benchmark }, null, 2)}\n`;
