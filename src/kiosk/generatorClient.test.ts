import { afterEach, expect, it, vi } from 'vitest';
import type { KioskReplyMessage, KioskRequestMessage } from '../protocol/kiosk';
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
  say(data: KioskReplyMessage): void {
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
