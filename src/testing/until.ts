// Waiting for a state, by name: what does not come is told as what was waited for. `expect.poll` does the same for one
// value that is compared.
import { STATE_PATIENCE_MS } from './patience';

/** A state that a test waited for did not come. */
export class WaitedInVainError extends Error {
  override readonly name = 'WaitedInVainError';

  constructor(what: string, patienceMs: number) {
    super(`Waited in vain for ${what} (${patienceMs / 1000} s).`);
  }
}

interface Waiting {
  readonly patienceMs?: number;
  /** Between two looks: longer where a look is work for what is waited for. */
  readonly everyMs?: number;
}

/** Resolves as soon as `isSo` holds, looked at again and again. @throws WaitedInVainError that says `what` */
export async function until(
  what: string,
  isSo: () => boolean | Promise<boolean>,
  { patienceMs = STATE_PATIENCE_MS, everyMs = 5 }: Waiting = {},
): Promise<void> {
  const began = performance.now();
  while (!(await isSo())) {
    if (performance.now() - began > patienceMs) throw new WaitedInVainError(what, patienceMs);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** What `promise` resolves to. @throws WaitedInVainError that says `what` when it does not, and what it rejects with */
export async function arrives<T>(
  what: string,
  promise: Promise<T>,
  patienceMs = STATE_PATIENCE_MS,
): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const vain = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WaitedInVainError(what, patienceMs)), patienceMs);
  });
  try {
    return await Promise.race([promise, vain]);
  } finally {
    clearTimeout(timer);
  }
}
