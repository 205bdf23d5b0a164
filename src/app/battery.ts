// The device's battery as far as the browser tells of it, read without trust: most browsers do not, some give made-up values.

export interface Battery extends EventTarget {
  readonly charging: boolean;
  /** 0..1 */
  readonly level: number;
}

function isBattery(value: unknown): value is Battery {
  return (
    value instanceof EventTarget &&
    'charging' in value &&
    typeof value.charging === 'boolean' &&
    'level' in value &&
    typeof value.level === 'number' &&
    value.level >= 0 &&
    value.level <= 1
  );
}

/** Null where the browser says nothing of it. */
export async function batteryOf(navigator: object): Promise<Battery | null> {
  const ask: unknown = Reflect.get(navigator, 'getBattery');
  if (typeof ask !== 'function') return null;
  try {
    const answer: unknown = await Reflect.apply(ask, navigator, []);
    return isBattery(answer) ? answer : null;
  } catch {
    return null; // refused, for example in a frame
  }
}
