import { afterEach, describe, expect, it, vi } from 'vitest';
import { THREAD_PATIENCE_MS } from '../core/threadPatience';
import type { KioskReplyMessage, KioskRequestMessage, KioskThreadMessage } from '../protocol/kiosk';
import { GeneratorClient, GeneratorLostError, type KioskPort } from './generatorClient';

class FakePort implements KioskPort {
  readonly asked: KioskRequestMessage[] = [];
  ended = false;
  onmessage: KioskPort['onmessage'] = null;
  onerror: KioskPort['onerror'] = null;
  postMessage(message: KioskRequestMessage): void {
    this.asked.push(message);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: KioskReplyMessage | KioskThreadMessage): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }
}

const ports: FakePort[] = [];
const start = (): FakePort => {
  const port = new FakePort();
  ports.push(port);
  return port;
};
const png = { kind: 'png', images: [], image: [1, 1, 1] } as const;

afterEach(() => {
  ports.length = 0;
  vi.useRealTimers();
});

it('gives each request its own answer', async () => {
  const client = new GeneratorClient(start);
  const answers = [client.ask(png), client.ask(png)];
  const file = Uint8Array.of(1);
  ports[0].say({ id: ports[0].asked[1].id, ok: true, value: [file] });
  ports[0].say({ id: ports[0].asked[0].id, ok: true, value: [] });
  expect(await Promise.all(answers)).toEqual([[], [file]]);
  expect(ports).toHaveLength(1);
});

it('throws what the worker throws', async () => {
  const answer = new GeneratorClient(start).ask(png);
  const error = { name: 'KioskModelError', message: 'It is damaged.', hint: 'Send it again.' };
  ports[0].say({ id: 1, ok: false, error });
  await expect(answer).rejects.toMatchObject(error);
});

it('starts another worker when one is lost', async () => {
  const client = new GeneratorClient(start);
  const answer = client.ask(png);
  ports[0].onerror?.(
    Object.assign(new Event('error'), {
      message: 'out of memory',
      filename: '',
      lineno: 0,
      colno: 0,
      error: null,
    }),
  );
  await expect(answer).rejects.toThrow(GeneratorLostError);
  expect(ports[0].ended).toBe(true);
  const again = client.ask(png);
  ports[1].say({ id: 2, ok: true, value: [] });
  expect(await again).toEqual([]);
});

it('does not wait forever', async () => {
  vi.useFakeTimers();
  const answer = new GeneratorClient(start, 1000).ask(png);
  const failed = expect(answer).rejects.toThrow('no answer to png in 1 s');
  await vi.advanceTimersByTimeAsync(1001);
  await failed;
  expect(ports[0].ended).toBe(true);
});

describe('a worker that makes a thread of its own', () => {
  it('is ended when it does not come back from it, and the next one gets twice as long', async () => {
    vi.useFakeTimers();
    const client = new GeneratorClient(start);
    for (const [at, patienceMs] of [THREAD_PATIENCE_MS, 2 * THREAD_PATIENCE_MS].entries()) {
      const failed = expect(client.ask(png)).rejects.toThrow(
        `The generator stopped: it waited for a thread of its own for ${patienceMs / 1000} s.`,
      );
      ports[at].say({ making: true });
      await vi.advanceTimersByTimeAsync(patienceMs - 1);
      expect(ports[at].ended).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(ports[at].ended).toBe(true);
      await failed;
    }
  });

  it('is left alone once the thread is there', async () => {
    vi.useFakeTimers();
    const answer = new GeneratorClient(start).ask(png);
    ports[0].say({ making: true });
    ports[0].say({ making: false });
    await vi.advanceTimersByTimeAsync(THREAD_PATIENCE_MS + 1);
    ports[0].say({ id: 1, ok: true, value: [] });
    expect(await answer).toEqual([]);
  });
});
