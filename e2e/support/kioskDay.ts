// A day of the kiosk in little time: frames are given their time from outside, and the page's own intervals go by that
// time too. Draws, models and workers are the real ones. Reads what must not grow.
import { expect, type CDPSession, type Page } from '@playwright/test';
import type { Board, BoardModel } from './board';
import { KioskPage } from './kiosk';

declare global {
  interface Window {
    /** Lets the intervals of the page come that are due by then, in milliseconds. */
    kioskDay?: (nowMs: number) => void;
  }
}

/** Runs in the page before its own scripts. Text, because compilers add to functions what a page does not have. */
const TAKE_INTERVALS = `
  const intervals = new Map();
  let last = 0;
  let now = 0;
  window.setInterval = (call, everyMs) => {
    intervals.set(++last, { call, everyMs, next: now + everyMs });
    return last;
  };
  window.clearInterval = (id) => void intervals.delete(id);
  window.kioskDay = (nowMs) => {
    now = nowMs;
    for (const waiting of intervals.values()) {
      if (now < waiting.next) continue;
      waiting.next = now + waiting.everyMs;
      waiting.call();
    }
  };
`;

export interface MemoryReading {
  /** JavaScript heaps after a collection. */
  readonly pageBytes: number;
  readonly workerBytes: number;
  /** Buffers outside of the workers' heaps, their WebAssembly memory apart. */
  readonly bufferBytes: number;
  /** WebAssembly memory of the runtime that draws. */
  readonly runtimeBytes: number;
  readonly nodes: number;
  readonly listeners: number;
  /** Workers alive: the kiosk's, its helpers', the service worker. */
  readonly workers: number;
}

const numberAt = (value: unknown, key: string): number => {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
  return typeof found === 'number' ? found : 0;
};

/** Asks the page's workers over the page's session; Playwright opens none to workers. */
class WorkerSessions {
  readonly #session: CDPSession;
  readonly #attached = new Set<string>();
  readonly #waiting = new Map<number, { sessionId: string; answer: (result: unknown) => void }>();
  #next = 1;

  constructor(session: CDPSession) {
    this.#session = session;
    session.on('Target.attachedToTarget', ({ sessionId }) => this.#attached.add(sessionId));
    session.on('Target.detachedFromTarget', ({ sessionId }) => this.#end(sessionId));
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const answer: unknown = JSON.parse(message);
      this.#waiting
        .get(numberAt(answer, 'id'))
        ?.answer(typeof answer === 'object' && answer !== null && 'result' in answer ? answer.result : null);
    });
  }

  async open(): Promise<void> {
    const how = { autoAttach: true, waitForDebuggerOnStart: false, flatten: false };
    await this.#session.send('Target.setAutoAttach', how);
  }

  /** A worker that has ended answers nothing. */
  #end(ended: string): void {
    this.#attached.delete(ended);
    for (const { sessionId, answer } of this.#waiting.values()) if (sessionId === ended) answer(null);
  }

  #ask(sessionId: string, method: string): Promise<unknown> {
    const id = this.#next++;
    return new Promise((resolve) => {
      const done = (result: unknown): void => {
        this.#waiting.delete(id);
        resolve(result);
      };
      this.#waiting.set(id, { sessionId, answer: done });
      const message = JSON.stringify({ id, method });
      this.#session.send('Target.sendMessageToTarget', { sessionId, message }).catch(() => done(null));
    });
  }

  /** Heap usages of all workers. */
  heaps(): Promise<readonly unknown[]> {
    return Promise.all(
      [...this.#attached].map(async (sessionId) => {
        for (let i = 0; i < 2; i++) await this.#ask(sessionId, 'HeapProfiler.collectGarbage');
        return this.#ask(sessionId, 'Runtime.getHeapUsage');
      }),
    );
  }
}

export class KioskDay extends KioskPage {
  #nowMs = 0;
  readonly #session: CDPSession;
  readonly #workers: WorkerSessions;

  private constructor(page: Page, board: Board, session: CDPSession) {
    super(page, board);
    this.#session = session;
    this.#workers = new WorkerSessions(session);
  }

  static async start(page: Page, board: Board): Promise<KioskDay> {
    await page.addInitScript(TAKE_INTERVALS);
    const session = await page.context().newCDPSession(page);
    const day = new KioskDay(page, board, session);
    await day.#workers.open();
    await day.open('?drive');
    await page.waitForFunction(() => window.ganvasKiosk && document.querySelector('[data-model]'));
    return day;
  }

  /** Seconds of the show so far. */
  get seconds(): number {
    return this.#nowMs / 1000;
  }

  /** Lets the show go on. */
  async drive(frames: number, stepMs = 100): Promise<void> {
    const from = this.#nowMs;
    await this.page.evaluate(
      async ([first, count, step]) => {
        for (let i = 0; i < count; i++) {
          await window.ganvasKiosk?.frame(first + i * step);
          window.kioskDay?.(first + i * step);
        }
      },
      [from, frames, stepMs] as const,
    );
    this.#nowMs = from + frames * stepMs;
  }

  /** Sends a model and lets the show go on until it is taken. */
  async sendModel(name: string, model: BoardModel): Promise<void> {
    this.board.put(name, model);
    const shown = async () => {
      await this.drive(20);
      return this.page.locator('h1').textContent();
    };
    await expect.poll(shown, `the kiosk takes ${name}`).toBe(name);
  }

  /** What a person does now and then: a tap, a long press and back, a class, all anew, a look at the device. */
  async touch(tile: number): Promise<void> {
    const { page, tiles } = this;
    await tiles.nth(tile % 10).click();
    for (let i = 0; i < 2; i++) await tiles.nth((tile + 1) % 10).click({ modifiers: ['Shift'] });
    await page.getByRole('button', { name: 'New' }).click();
    const draw = page.getByRole('button', { name: /^Draw:/ });
    if (await draw.isVisible()) {
      await draw.click();
      await page.getByRole('button', { name: String(tile % 10), exact: true }).click();
      await draw.click();
      await page.getByRole('button', { name: 'All', exact: true }).click();
    }
    await page.getByRole('button', { name: 'Device' }).click();
    await this.drive(20);
    await page.getByRole('button', { name: 'Back to the show' }).click();
  }

  async read(): Promise<MemoryReading> {
    const session = this.#session;
    for (let i = 0; i < 2; i++) await session.send('HeapProfiler.collectGarbage');
    const heaps = await this.#workers.heaps();
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    return {
      pageBytes: usedSize,
      workerBytes: heaps.reduce<number>((sum, heap) => sum + numberAt(heap, 'usedSize'), 0),
      bufferBytes: heaps.reduce<number>((sum, heap) => sum + numberAt(heap, 'backingStorageSize'), 0),
      runtimeBytes: await this.page.evaluate(() => window.ganvasKiosk?.runtimeBytes() ?? 0),
      nodes,
      listeners: jsEventListeners,
      workers: heaps.length,
    };
  }
}
