import { beforeEach, describe, expect, it } from 'vitest';
import type { KioskManifest } from '../core/kioskManifest';
import type { KioskReplyMessage, KioskRequestMessage, Seen } from '../protocol/kiosk';
import { GeneratorClient, type KioskPort } from './generatorClient';
import { KioskShow } from './kioskShow';

const manifest: KioskManifest = {
  version: 1,
  name: 'Digits',
  file: 'digits.tflite',
  format: 'tflite',
  bytes: 4,
  sha256: 'ab'.repeat(32),
  latent: 4,
  classes: 10,
  image: [2, 2, 1],
  range: [-1, 1],
};

/** Draws each image in the shade of the first byte of the model that it holds. */
class FakeWorker implements KioskPort {
  onmessage: KioskPort['onmessage'] = null;
  onerror: KioskPort['onerror'] = null;
  crashNext = false;
  #shade = -1;

  postMessage(message: KioskRequestMessage): void {
    queueMicrotask(() => this.#answer(message));
  }
  terminate(): void {
    this.onmessage = null;
  }
  #reply(data: KioskReplyMessage): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
  #crash(): void {
    const message = { message: 'crash', filename: '', lineno: 0, colno: 0, error: null };
    this.onerror?.(Object.assign(new Event('error'), message));
  }
  #answer({ id, request }: KioskRequestMessage): void {
    drawing.push(request.kind);
    if (request.kind === 'load') {
      if (starts > 1 && downs-- > 0) return this.#crash();
      if (loadCrashes-- > 0) return this.#crash();
      const [shade] = new Uint8Array(request.bytes);
      if (shade === 255) {
        const error = { name: 'KioskModelError', message: 'It is damaged.', hint: '' };
        return this.#reply({ id, ok: false, error });
      }
      this.#shade = shade;
      const runtime = { label: 'fake', threads: 1, limit: null };
      const value = { runtime, weights: 'float32', parameters: 1, multiplyAdds: 1 };
      return this.#reply({ id, ok: true, value });
    }
    if (request.kind === 'png')
      return this.#reply({ id, ok: true, value: request.images.map(() => Uint8Array.of(1)) });
    if (request.kind === 'picture') {
      if (crashes-- > 0) return this.#crash();
      const made = request.pixels.map((byte) => 255 - byte);
      const outcome = { kind: 'made', given: request.pixels, made } as const;
      return this.#reply({ id, ok: true, value: { outcome, milliseconds: 3, memoryBytes: 100 } });
    }
    if (request.kind === 'measure') {
      if (crashes-- > 0) return this.#crash();
      return this.#reply({ id, ok: true, value: { label: 'fake', threads: 1, times: [2], startMs: 1 } });
    }
    if (request.kind !== 'draw') return;
    if (this.#shade < 0) {
      const error = { name: 'KioskModelError', message: 'No model is loaded.', hint: '' };
      return this.#reply({ id, ok: false, error });
    }
    if (crashes-- > 0) return this.#crash();
    expect(request.inputs.length).toBe(request.rows * 14);
    rows.push(request.rows);
    const pixels = new Uint8Array(request.rows * 4).fill(this.#shade);
    this.#reply({ id, ok: true, value: { pixels, milliseconds: request.rows, memoryBytes: 100 } });
  }
}

let drawing: string[];
let rows: number[];
let crashes: number;
/** How often a worker that is started again crashes while it loads. */
let downs: number;
/** How often a worker crashes while it loads, the first one too. */
let loadCrashes: number;
let starts: number;
let lost: number;
let show: KioskShow;
const seen: Seen['outcome'][] = [];
const shown = new Map<number, number>();

const model = (shade: number) => ({ manifest, bytes: Uint8Array.of(shade, 0, 0, 0).buffer });
const shades = () => [...new Set(shown.values())];

beforeEach(() => {
  drawing = [];
  rows = [];
  crashes = 0;
  downs = 0;
  loadCrashes = 0;
  starts = 0;
  lost = 0;
  shown.clear();
  seen.length = 0;
  const client = new GeneratorClient(() => {
    starts++;
    return new FakeWorker();
  });
  const events = {
    image: (index: number, pixels: Uint8Array) => void shown.set(index, pixels[0]),
    seen: (outcome: Seen['outcome']) => void seen.push(outcome),
    model: () => undefined,
    lost: () => void lost++,
  };
  show = new KioskShow(client, events, 3);
});

describe('KioskShow', () => {
  it('draws nothing without a model, then ten images at once, then what moves', async () => {
    await show.frame(0);
    expect(drawing).toEqual([]);
    await show.load(model(7), 'built-in');
    await show.frame(16);
    expect(rows).toEqual([10]);
    expect(shown.size).toBe(10);
    await show.frame(32);
    expect(rows).toEqual([10]); // all at rest
    for (let ms = 32; ms < 4000; ms += 16) await show.frame(ms);
    expect(Math.max(...rows.slice(1))).toBeLessThan(10);
    expect(rows.length).toBeGreaterThan(50);
    expect(show.stats.summary().medianMs).toBe(1);
  });

  it('takes a new model at the next frame, and keeps the old one when it is refused', async () => {
    await show.load(model(1), 'board');
    await show.frame(0);
    expect(shades()).toEqual([1]);
    await expect(show.load(model(255), 'board')).rejects.toThrow('damaged');
    await show.frame(16);
    expect(shades()).toEqual([1]);
    await show.load(model(2), 'board');
    await show.frame(32);
    expect(shades()).toEqual([2]);
    expect(show.model?.source).toBe('board');
  });

  it('goes on with the same model in a new worker when one is lost', async () => {
    await show.load(model(5), 'board');
    await show.frame(0);
    crashes = 1;
    show.forgetShown();
    shown.clear();
    seen.length = 0;
    await show.frame(16);
    expect([starts, lost]).toEqual([2, 1]);
    await show.frame(32);
    expect(shades()).toEqual([5]);
  });

  it('tries again after a while when the new worker does not start either', async () => {
    await show.load(model(5), 'board');
    await show.frame(0);
    [crashes, downs] = [1, 2];
    show.forgetShown();
    shown.clear();
    seen.length = 0;
    await expect(show.frame(100)).rejects.toThrow('stopped');
    for (const ms of [200, 5000]) await show.frame(ms);
    expect(starts).toBe(2);
    await expect(show.frame(5100)).rejects.toThrow('stopped');
    await show.frame(10_000);
    expect(starts).toBe(3);
    await show.frame(10_200);
    await show.frame(10_300);
    expect(starts).toBe(4);
    expect(shades()).toEqual([5]);
  });

  it('loads a model in another worker when one is lost with it', async () => {
    loadCrashes = 1;
    await show.load(model(5), 'board');
    await show.frame(0);
    expect([starts, shades()]).toEqual([2, [5]]);
  });

  it.each(['is loaded', 'is measured'])(
    'goes on with the one before when workers are lost while another %s',
    async (what) => {
      await show.load(model(5), 'board');
      await show.frame(0);
      [crashes, loadCrashes] = what === 'is measured' ? [2, 0] : [0, 2];
      const other =
        what === 'is measured' ? show.measure('plain', model(6), 1) : show.load(model(6), 'board');
      await expect(other).rejects.toThrow('stopped');
      shown.clear();
      show.forgetShown();
      for (const ms of [16, 32]) await show.frame(ms);
      expect([starts, shades()]).toEqual([3, [5]]);
    },
  );

  it('measures in another worker when one is lost, and draws on', async () => {
    await show.load(model(5), 'board');
    crashes = 1;
    expect((await show.measure('plain', model(6), 1)).times).toEqual([2]);
    for (const ms of [0, 16]) await show.frame(ms);
    expect([starts, shades()]).toEqual([2, [5]]);
  });

  it('never has two requests under way, however many frames come', async () => {
    await show.load(model(5), 'board');
    const frames = Array.from({ length: 50 }, (_, i) => show.frame(i * 100));
    const other = show.load(model(6), 'board');
    await Promise.all([...frames, other]);
    await show.frame(6000);
    expect(shades()).toEqual([6]);
  });

  it('draws again after a lost canvas', async () => {
    await show.load(model(5), 'board');
    await show.frame(0);
    show.forgetShown();
    await show.frame(1);
    expect(rows).toEqual([10, 10]);
  });
});

describe('a network that takes pictures', () => {
  const translator: KioskManifest = {
    ...manifest,
    ...{ kind: 'translator', latent: 4, classes: 0, picture: [2, 2, 1] },
  };
  const start = () => show.load({ manifest: translator, bytes: Uint8Array.of(1, 0, 0, 0).buffer }, 'board');

  it('is given what the source has, and saves what it made last', async () => {
    await start();
    await show.frame(0);
    expect(drawing).toEqual(['load']);
    expect(await show.pngs()).toEqual([]);
    let shade = 0;
    show.source = { next: () => (shade < 3 ? new Uint8Array(4).fill(++shade) : null) };
    for (const ms of [16, 32, 48, 64]) await show.frame(ms);
    expect(seen.map((one) => (one.kind === 'made' ? [one.given[0], one.made[0]] : []))).toEqual([
      [1, 254],
      [2, 253],
      [3, 252],
    ]);
    expect(show.stats.summary()).toMatchObject({ images: 3, medianMs: 3 });
    expect(await show.pngs()).toHaveLength(1);
    expect(drawing).not.toContain('draw');
    await show.load(model(7), 'board');
    expect(await show.pngs()).toEqual([]);
  });

  it('goes on after its worker is lost', async () => {
    await start();
    show.source = { next: () => new Uint8Array(4) };
    crashes = 1;
    await show.frame(0);
    expect([lost, starts, seen.length]).toEqual([1, 2, 0]);
    await show.frame(16);
    expect(seen).toHaveLength(1);
  });
});
