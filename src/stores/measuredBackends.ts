// Which backend was the fastest on this device, by model, kept in the browser. Forgotten when the browser, its cores or its
// isolation change; the worker forgets it when the backend is another.
import type { EngineReport, MeasuredChoice } from '../protocol';

const KEY = 'ganvas-backends';

/** What measurements hold for. */
export const deviceKey = (): string =>
  JSON.stringify([navigator.userAgent, navigator.hardwareConcurrency, globalThis.crossOriginIsolated]);

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Private windows and tests may have none. */
function browserStore(): Store | null {
  try {
    return globalThis.localStorage ?? null;
  } catch {
    return null;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

function isChoice(value: unknown): value is MeasuredChoice {
  return (
    isRecord(value) &&
    typeof value.description === 'string' &&
    Array.isArray(value.stepTimes) &&
    value.stepTimes.every(
      (time: unknown) =>
        isRecord(time) && typeof time.backend === 'string' && typeof time.milliseconds === 'number',
    )
  );
}

export class MeasuredBackends {
  constructor(
    private readonly store: Store | null = browserStore(),
    private readonly device: () => string = deviceKey,
  ) {}

  /** What was measured with this model; undefined when nothing was, or elsewhere. */
  recall(model: string): MeasuredChoice | undefined {
    const found = this.#read()[model];
    return isChoice(found) ? found : undefined;
  }

  remember(model: string, { description, stepTimes }: EngineReport): void {
    if (stepTimes.length === 0) return;
    const choice: MeasuredChoice = { description, stepTimes };
    try {
      const models = { ...this.#read(), [model]: choice };
      this.store?.setItem(KEY, JSON.stringify({ device: this.device(), models }));
    } catch {
      return; // a full or closed store costs a measurement next time
    }
  }

  forget(): void {
    try {
      this.store?.removeItem(KEY);
    } catch {
      return; // a closed store remembers nothing either
    }
  }

  #read(): Record<string, unknown> {
    try {
      const kept: unknown = JSON.parse(this.store?.getItem(KEY) ?? 'null');
      return isRecord(kept) && kept.device === this.device() && isRecord(kept.models) ? kept.models : {};
    } catch {
      return {};
    }
  }
}
